/**
 * GitHub: issues as its REST API answers (docs.github.com/rest/issues/issues, "Get an issue"), with `comments` ("List
 * issue comments") and `timeline` ("List timeline events for an issue") next to them in one object; or as
 * `gh issue view --json …` and `gh issue list --json …` print them (cli.github.com/manual).
 */
import { isRecord } from '../flatten-json.ts';
import { parseMarkdown } from '../markdown-reader.ts';
import type { SourceEvent } from '../source-document.ts';
import { type JsonRecord, toText } from './find-incidents.ts';
import { readLabels } from './issue-labels.ts';
import {
  type Comment,
  describeComments,
  describeRecord,
  getText,
  type IncidentParts,
  listRecords,
  omitFields,
  type Tool,
  toLogEvent,
} from './tool-document.ts';

export const GITHUB: Tool = {
  format: 'github',
  label: 'GitHub',
  contents: 'GitHub issues as JSON',
  isIncident: (record) =>
    !isOfGitea(record) &&
    'number' in record &&
    'title' in record &&
    ('repository_url' in record ||
      'comments_url' in record ||
      (/\/(?:issues|pull)\/\d+$/.test(toText(record.url)) && !('web_url' in record))),
  getIds: ({ url, html_url: page }) => [url, page],
  getReporter: ({ user, author }) => user ?? author,
  describe: describeIssue,
};

/** Gitea and Forgejo answer almost the same, with two fields of their own (docs.gitea.com/api). */
function isOfGitea(record: JsonRecord): boolean {
  return 'original_author_id' in record || ('pin_order' in record && !('node_id' in record));
}

/** An issue can be opened long after an incident, and closed long after its end. */
const FIELDS = {
  targets: { title: 'title', html_url: 'source.url', url: 'source.url' },
  offers: { created_at: 'started', createdAt: 'started', closed_at: 'resolved', closedAt: 'resolved' },
  omitted:
    /^(?:updated_?[aA]t|locked|author_association|(?:timeline|repository|labels|comments|events)_url|node_id|body_(?:html|text)|active_lock_reason|performed_via_github_app\b.*|comments|id|draft|closed)$|^(?:reactions|reactionGroups|sub_issues_summary|issue_dependencies_summary)\.|^pull_request\.(?!merged_at)|^type\.(?!name$)|^milestone\.(?!title$|due_on$|dueOn$|description$)|\.(?:avatar_url|node_id)$/,
} as const;

function describeIssue(issue: JsonRecord, companions: JsonRecord): IncidentParts {
  const id = getText(issue, 'html_url') ?? getText(issue, 'url') ?? '';
  const isRest = 'html_url' in issue;
  const own = ['labels', 'body', 'comments', ...(isRest ? ['url'] : [])];
  const { facts } = describeRecord(omitFields(issue, own), FIELDS);
  const comments = [...listRecords(issue.comments), ...listRecords(companions.comments)].map(toComment);
  const { events, body } = describeComments(comments);
  return {
    facts: [
      { name: 'issue', values: [id], target: 'id', isInBody: true },
      ...facts,
      ...readLabels(issue.labels),
      ...describeRecord(omitFields(companions, ['comments', 'timeline', 'events']), {}).facts,
    ],
    events: [
      ...events,
      ...[...listRecords(companions.timeline), ...listRecords(companions.events)].map(toEvent),
    ],
    body: [...parseMarkdown(getText(issue, 'body') ?? '').children, ...body],
    remarks: ['omitted ids, reactions and addresses of the API'],
  };
}

function toComment(comment: JsonRecord): Comment {
  return {
    at: getText(comment, 'created_at') ?? getText(comment, 'createdAt') ?? '',
    by: getText(comment, 'user') ?? getText(comment, 'author') ?? readMachine(comment),
    blocks: parseMarkdown(getText(comment, 'body') ?? '').children,
  };
}

function readMachine({ user, author }: JsonRecord): string | undefined {
  return getText(user, 'login') ?? getText(author, 'login');
}

function toEvent(entry: JsonRecord): SourceEvent {
  const { label, ...others } = entry;
  const event = isRecord(label) ? { ...others, label: label.name } : others;
  return toLogEvent(event, {
    at: ['created_at', 'submitted_at'],
    text: ['body', 'event'],
    by: ['user', 'actor'],
    omitted:
      /(?:^|\.)(?:id|node_id|url|html_url|commit_url|issue_url|author_association|updated_at|performed_via_github_app\b.*|reactions\b.*)$|^reactions\./,
  });
}

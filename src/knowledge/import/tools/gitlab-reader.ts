/**
 * GitLab: issues and incidents as its REST API answers (docs.gitlab.com/api/issues, "Single issue"), with `notes`
 * (docs.gitlab.com/api/notes) next to them; as its GraphQL API answers, with `incidentManagementTimelineEvents`
 * (docs.gitlab.com/api/graphql/reference, `TimelineEventType`); and the lines of `issues.ndjson` of an export.
 */

import { isRecord } from '../flatten-json.ts';
import { parseMarkdown } from '../markdown-reader.ts';
import type { Fact, FactTarget, SourceEvent } from '../source-document.ts';
import { type JsonRecord, lookUp, toText } from './find-incidents.ts';
import { readLabels } from './issue-labels.ts';
import {
  describeComments,
  describeRecord,
  getText,
  type IncidentParts,
  listRecords,
  omitFields,
  type Tool,
  toEventText,
} from './tool-document.ts';

export const GITLAB: Tool = {
  format: 'gitlab',
  label: 'GitLab',
  contents: 'GitLab issues and incidents as JSON',
  isIncident: (record) =>
    'iid' in record && 'title' in record && 'description' in record && !('merge_status' in record),
  getIds: ({ id, iid }) => [id, iid],
  getReporter: ({ author }) => author,
  describe: (record, companions) => describeIssue(renameFields(record), companions),
};

/** GraphQL writes `createdAt` for the `created_at` of the REST API. */
function renameFields(record: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** An incident can be opened long after it began, and closed long after its end. */
const FIELDS = {
  targets: { title: 'title', web_url: 'source.url' },
  offers: { severity: 'severity', created_at: 'started', closed_at: 'resolved' },
  omitted:
    /^(?:id|project_id|author_id|updated_by_id|last_edited_by_id|closed_by_id|relative_position|updated_at|last_edited_at|has_tasks|imported(?:_from)?|subscribed|discussion_locked|blocking_issues_count|moved_to_id|service_desk_reply_to|lock_version|description_html|title_html)$|^(?:_links|time_stats|task_completion_status|references|epic)\.|^assignee$|^milestone\.(?!title$|due_date$|description$)/,
} as const;

const LISTS = [
  'notes',
  'timeline_events',
  'incident_management_timeline_events',
  'timelineEvents',
  'incidentManagementTimelineEvents',
];

function describeIssue(issue: JsonRecord, companions: JsonRecord): IncidentParts {
  const id = getText(issue, 'web_url') ?? getText(issue, 'id') ?? getText(issue, 'iid') ?? '';
  const { facts } = describeRecord(
    omitFields(issue, [...LISTS, 'labels', 'label_links', 'description']),
    FIELDS,
  );
  const entries = LISTS.slice(1).flatMap((name) => [
    ...listRecords(issue[name]),
    ...listRecords(companions[name]),
  ]);
  const events = entries.map(renameFields);
  const notes = [...listRecords(issue.notes), ...listRecords(companions.notes)].map(renameFields);
  const { events: comments, body } = describeComments(
    notes
      .filter((note) => toText(note.system) !== 'true')
      .map((note) => ({
        at: getText(note, 'created_at') ?? '',
        by: getText(note, 'author'),
        blocks: parseMarkdown(getText(note, 'body') ?? getText(note, 'note') ?? '').children,
      })),
  );
  const log = notes
    .filter((note) => toText(note.system) === 'true')
    .map((note) => ({
      at: getText(note, 'created_at') ?? '',
      text: [toEventText(note.body ?? note.note), getText(note, 'author')].filter(Boolean).join(', by '),
    }));
  const links = listRecords(issue.label_links)
    .map(({ label }) => label)
    .filter(isRecord);
  return {
    facts: [
      { name: 'issue', values: [id], target: 'id', ...(id === issue.web_url ? { isInBody: true } : {}) },
      ...facts,
      ...events.flatMap(toTagFacts),
      ...readLabels(links.length > 0 ? links : issue.labels),
      ...describeRecord(omitFields(companions, LISTS), {}).facts,
    ],
    events: [...events.map(toEvent), ...comments, ...log],
    body: [...parseMarkdown(getText(issue, 'description') ?? '').children, ...body],
    remarks: ['omitted ids, positions and addresses of the API'],
  };
}

/** The tags that GitLab offers for the events of a timeline (docs.gitlab.com/operations/incident_management/incident_timeline_events). */
const TAG_TARGETS: Readonly<Record<string, FactTarget>> = {
  'start time': 'started',
  'impact detected': 'detected',
  'impact mitigated': 'mitigated',
  'end time': 'resolved',
};

const TAG_KINDS: Readonly<Record<string, SourceEvent['kind']>> = {
  'start time': 'trigger',
  'impact detected': 'detection',
  'response initiated': 'action',
  'impact mitigated': 'recovery',
  'end time': 'recovery',
};

function listTags({ timeline_event_tags: tags }: JsonRecord): string[] {
  return listRecords(tags).flatMap((tag) => getText(tag, 'name') ?? []);
}

function toTagFacts(event: JsonRecord): Fact[] {
  const at = getText(event, 'occurred_at');
  return listTags(event).flatMap((tag): Fact[] => {
    const target = lookUp(TAG_TARGETS, tag.toLowerCase());
    return at && target ? [{ name: tag, values: [at], target }] : [];
  });
}

function toEvent(event: JsonRecord): SourceEvent {
  const tags = listTags(event);
  const kinds = tags.flatMap((tag) => lookUp(TAG_KINDS, tag.toLowerCase()) ?? []);
  const by = getText(event, 'author');
  return {
    at: getText(event, 'occurred_at') ?? getText(event, 'created_at') ?? '',
    text: [toEventText(event.note), tags.length > 0 ? `(${tags.join(', ')})` : '', by ? `(${by})` : '']
      .filter(Boolean)
      .join(' '),
    ...(kinds.length > 0 ? { kind: kinds.at(-1) } : {}),
  };
}

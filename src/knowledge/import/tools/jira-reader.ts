/**
 * Jira: issues as its REST API answers (developer.atlassian.com/cloud/jira/platform/rest/v3, "Get issue" and "Search for
 * issues"; version 2 with markup in place of the Atlassian Document Format). With `expand=names`, custom fields have the
 * names that people read, and with `expand=changelog` the history is the log.
 */
import type { RootContent } from 'mdast';
import { parseAdf } from '../adf-to-blocks.ts';
import { findFactTarget } from '../fact-labels.ts';
import { isRecord } from '../flatten-json.ts';
import { parseMarkdown } from '../markdown-reader.ts';
import { toPlainWords } from '../plain-words.ts';
import type { SourceEvent } from '../source-document.ts';
import { type JsonRecord, lookUp, toText } from './find-incidents.ts';
import { readLabels } from './issue-labels.ts';
import { convertJiraMarkup } from './jira-markup.ts';
import {
  createSection,
  describeAll,
  describeComments,
  describeRecord,
  getText,
  type IncidentParts,
  listRecords,
  omitFields,
  type Tool,
  type ToolAction,
  toEventText,
} from './tool-document.ts';

export const JIRA: Tool = {
  format: 'jira',
  label: 'Jira',
  contents: 'Jira issues as JSON',
  isIncident: ({ key, fields }) =>
    /^[A-Z][A-Z\d_]+-\d+$/.test(toText(key)) && isRecord(fields) && 'summary' in fields,
  getIds: ({ id, key }) => [id, key],
  getReporter: ({ fields }) => (fields as JsonRecord).reporter ?? (fields as JsonRecord).creator,
  describe: describeIssue,
};

/** An issue can be created long after an incident, and resolved long after its end. */
const FIELDS = {
  targets: { summary: 'title', 'components.name': 'services' },
  offers: { created: 'started', resolutiondate: 'resolved', 'priority.name': 'severity' },
  omitted:
    /(?:^|\.)(?:self|iconUrl|avatarUrls|avatarId|entityId|expand|statusCategory|hierarchyLevel|colorName|subtask|issuerestriction|content|thumbnail)(?:\.|$)|^(?:workratio|lastViewed|updated|statuscategorychangedate|progress|aggregateprogress|aggregatetime\w+|watches|votes|timetracking|security)(?:\.|$)|.\.id$|^(?:status|priority|resolution|issuetype|project)\.(?!name$|key$)/,
} as const;

/** Matches values that an action has a field for, and those that do not describe it. */
const OMITTED_OF_SUBTASKS =
  /(?:^|\.)(?:self|id|iconUrl|avatarId|statusCategory|summary|subtask|hierarchyLevel|description|duedate|assignee)(?:\.|$)/;

const OWN_FIELDS = ['attachment', 'comment', 'description', 'environment', 'labels', 'subtasks', 'worklog'];

function describeIssue(issue: JsonRecord, companions: JsonRecord): IncidentParts {
  const fields = issue.fields as JsonRecord;
  const names = isRecord(issue.names) ? issue.names : isRecord(companions.names) ? companions.names : {};
  const custom = Object.entries(fields).filter(
    ([name, value]) => /^customfield_/.test(name) && value !== null,
  );
  const { facts } = describeRecord(
    omitFields(fields, [...OWN_FIELDS, ...custom.map(([name]) => name)]),
    FIELDS,
  );
  const key = toText(issue.key);
  const address = getText(issue, 'self')?.replace(/\/rest\/(?:api|agile)\/.*$/, `/browse/${key}`);
  const customParts = custom.map(([name, value]) => describeCustomField(getText(names, name) ?? name, value));
  const subtasks = listRecords(fields.subtasks);
  const { events, body } = describeComments(
    listRecords(fields.comment).map((comment) => ({
      at: getText(comment, 'created') ?? '',
      by: getText(comment, 'author'),
      blocks: toBlocks(comment.body),
    })),
  );
  return {
    facts: [
      { name: 'key', values: [key], target: 'id' },
      ...(address ? [{ name: 'issue', values: [address], target: 'source.url' as const }] : []),
      ...facts,
      ...readLabels(fields.labels),
      ...customParts.flatMap((part) => part.facts),
      ...describeAll('sub-task', subtasks, { without: ['key'], omitted: OMITTED_OF_SUBTASKS }),
      ...describeAll('attachment', listRecords(fields.attachment), {
        without: ['author'],
        omitted: /\.(?:self|content|thumbnail|id|size|mimeType)$/,
      }),
      ...describeRecord(omitFields(companions, ['names', 'schema']), {}).facts,
    ],
    events: [...events, ...listRecords(fields.worklog).map(toWork), ...listHistory(issue)],
    actions: subtasks.map(toAction),
    body: [
      ...toBlocks(fields.description),
      ...createSection('Environment', toBlocks(fields.environment)),
      ...customParts.flatMap((part) => part.body),
      ...body,
    ],
    remarks: ['omitted ids, icons and addresses of the API'],
  };
}

/** Texts are in the Atlassian Document Format or in markup. */
function toBlocks(text: unknown): RootContent[] {
  if (typeof text === 'string') return parseMarkdown(convertJiraMarkup(text)).children;
  return parseAdf(text);
}

/** A custom field is a fact as at the head of a page, or a section if it has several lines. */
function describeCustomField(
  name: string,
  value: unknown,
): Pick<IncidentParts, 'facts'> & { body: RootContent[] } {
  const isDocument = isRecord(value) && value.type === 'doc';
  const isLong = typeof value === 'string' && value.includes('\n');
  if (isDocument || isLong) return { facts: [], body: createSection(name, toBlocks(value)) };
  const target = findFactTarget(name);
  const { facts } = describeRecord(simplify(value), { prefix: name, omitted: FIELDS.omitted });
  return { facts: facts.map((fact) => ({ ...fact, target })), body: [] };
}

/** An option is a record with its `value`; one of a cascade has a `child`. */
function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (!isRecord(value)) return value;
  if (typeof value.value === 'string') {
    return isRecord(value.child) ? [value.value, toText(value.child.value)].join(' / ') : value.value;
  }
  return value;
}

function toWork(entry: JsonRecord): SourceEvent {
  const words = toBlocks(entry.comment)
    .map((block) => toPlainWords(block))
    .join(' ');
  const details = [getText(entry, 'timeSpent'), getText(entry, 'author')].filter(Boolean).join(', ');
  const text = [words, details ? `(work: ${details})` : '(work)'];
  return { at: getText(entry, 'started') ?? '', text: text.filter(Boolean).join(' ') };
}

function listHistory({ changelog }: JsonRecord): SourceEvent[] {
  const histories = isRecord(changelog) ? listRecords(changelog.histories ?? changelog.values) : [];
  return histories.map((history) => {
    const changes = listRecords(history.items).map(
      ({ field, fromString: from, toString: to }) =>
        `${toText(field)}: ${[from, to].map((value) => (typeof value === 'string' && value ? value : 'nothing')).join(' to ')}`,
    );
    const by = getText(history, 'author');
    return {
      at: getText(history, 'created') ?? '',
      text: `${toEventText(changes.join('; '))}${by ? ` (${by})` : ''}`,
    };
  });
}

/** The keys of the categories that every status belongs to. */
const CATEGORIES: Readonly<Record<string, ToolAction['status']>> = {
  new: 'open',
  indeterminate: 'in progress',
  done: 'done',
};

function toAction(task: JsonRecord): ToolAction {
  return {
    text: getText(task, 'fields', 'summary') ?? '',
    owner: getText(task, 'fields', 'assignee'),
    due: getText(task, 'fields', 'duedate'),
    status: lookUp(CATEGORIES, getText(task, 'fields', 'status', 'statusCategory', 'key')),
    ticket: getText(task, 'key'),
  };
}

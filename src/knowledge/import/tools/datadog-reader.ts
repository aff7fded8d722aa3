/**
 * Datadog: incidents as its API v2 answers (docs.datadoghq.com/api/latest/incidents, "Get the details of an incident"),
 * with the people in `included` and `todos` ("Get a list of an incident's todos") next to them; and postmortems as
 * notebooks of its API v1 (docs.datadoghq.com/api/latest/notebooks, "Get a notebook").
 */
import type { RootContent } from 'mdast';
import { isRecord } from '../flatten-json.ts';
import { parseMarkdown } from '../markdown-reader.ts';
import type { JsonRecord } from './find-incidents.ts';
import {
  createTextSection,
  describeAll,
  describeRecord,
  getText,
  type IncidentParts,
  listRecords,
  omitFields,
  type Tool,
  type ToolAction,
} from './tool-document.ts';

export const DATADOG: Tool = {
  format: 'datadog',
  label: 'Datadog',
  contents: 'Datadog incidents and notebooks as JSON',
  isIncident: (record) => isIncident(record) || isNotebook(record),
  getIds: ({ id }) => [id],
  getReporter: ({ attributes }) => (attributes as JsonRecord).author,
  findRoles: ({ relationships }, { included }) => {
    const people = listRecords(included);
    return ROLES.flatMap(([name, role]) => {
      const id = isRecord(relationships) ? getText(relationships, name, 'data', 'id') : undefined;
      const person = people.find((record) => record.id === id);
      return id && person ? [[person.attributes, role] as const] : [];
    });
  },
  describe: (record, companions) =>
    isNotebook(record) ? describeNotebook(record) : describeIncident(record, companions),
};

const ROLES = [
  ['commander_user', 'incident commander'],
  ['created_by_user', 'reporter'],
] as const;

function isIncident({ type, attributes }: JsonRecord): boolean {
  return (
    type === 'incidents' &&
    isRecord(attributes) &&
    ('customer_impact_scope' in attributes || 'customer_impacted' in attributes)
  );
}

function isNotebook({ type, attributes }: JsonRecord): boolean {
  return type === 'notebooks' && isRecord(attributes) && Array.isArray(attributes.cells);
}

/** Its times to detect, repair and resolve are seconds. */
const FIELDS = {
  targets: {
    id: 'id',
    title: 'title',
    customer_impact_start: 'started',
    detected: 'detected',
    customer_impact_end: 'mitigated',
    resolved: 'resolved',
    'fields.services': 'services',
  },
  omitted:
    /(?:^|\.)(?:incident_type_uuid|field_analytics|modified)$|^(?:notification_handles|relationships)\b/,
} as const;

/** Fields of every account that are texts (docs.datadoghq.com, "Describe an incident"), with the headings of our sections. */
const TEXTS: Readonly<Record<string, string>> = {
  summary: 'Summary',
  root_cause: 'Root cause',
  'What Happened': 'What happened',
  'Why it Happened': 'Why it happened',
};

function describeIncident(incident: JsonRecord, companions: JsonRecord): IncidentParts {
  const attributes = incident.attributes as JsonRecord;
  const fields = isRecord(attributes.fields) ? attributes.fields : {};
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, isRecord(field) ? field.value : field]),
  );
  const scope = getText(attributes, 'customer_impact_scope');
  const severity = getText(values, 'severity') ?? getText(attributes, 'severity');
  const todos = listRecords(companions.todos);
  const { facts } = describeRecord(
    {
      id: incident.id,
      ...omitFields(attributes, ['customer_impact_scope', 'fields', 'severity', 'notification_handles']),
      fields: omitFields(values, ['severity', ...Object.keys(TEXTS)]),
    },
    FIELDS,
  );
  return {
    facts: [
      ...facts,
      ...(severity ? [{ name: 'severity', values: [severity], target: 'severity' as const }] : []),
      ...describeAll('todo', toAttributes(todos), {
        without: ['content', 'due_date', 'assignees'],
        omitted: /\.(?:incident_id|modified|last_modified_by_uuid|created_by_uuid)$/,
      }),
      ...describeRecord(omitFields(companions, ['included', 'todos']), {}).facts,
    ],
    actions: todos.map(toAction),
    body: [
      ...Object.entries(TEXTS).flatMap(([name, heading]) => {
        const text = getText(values, name);
        return text ? createTextSection(heading, text) : [];
      }),
      ...(scope ? createTextSection('Customer impact', scope) : []),
    ],
    remarks: ['omitted ids, who was notified, and the types of fields'],
  };
}

function toAttributes(records: readonly JsonRecord[]): JsonRecord[] {
  return records.map(({ attributes }) => attributes).filter(isRecord);
}

/** A todo that is done has the time at which it was. */
function toAction({ attributes }: JsonRecord): ToolAction {
  const done = getText(attributes, 'completed');
  const owners = isRecord(attributes) && Array.isArray(attributes.assignees) ? attributes.assignees : [];
  return {
    text: getText(attributes, 'content') ?? '',
    owner: owners
      .map((owner) => (isRecord(owner) ? owner.name : owner))
      .filter((owner) => typeof owner === 'string')
      .join(', '),
    due: getText(attributes, 'due_date'),
    status: done ? 'done' : 'open',
  };
}

/** The cells of a notebook are texts in Markdown, or graphs, whose queries are kept. */
function describeNotebook({ id, attributes }: JsonRecord): IncidentParts {
  const notebook = attributes as JsonRecord;
  const { facts } = describeRecord(
    { id, ...omitFields(notebook, ['cells']) },
    {
      targets: { id: 'id', name: 'title', created: 'source.published' },
      omitted: /(?:^|\.)(?:modified|is_template|take_snapshots)$/,
    },
  );
  return {
    facts,
    body: listRecords(notebook.cells).flatMap(readCell),
    remarks: ['omitted the ids and sizes of cells'],
  };
}

function readCell({ attributes }: JsonRecord): RootContent[] {
  const definition = isRecord(attributes) ? attributes.definition : undefined;
  const text = getText(definition, 'text');
  if (text !== undefined) return parseMarkdown(text).children;
  return definition === undefined
    ? []
    : [{ type: 'code', lang: 'json', value: JSON.stringify(definition, null, 2) }];
}

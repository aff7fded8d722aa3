/**
 * Rootly: incidents as its API v1 answers in JSON:API (docs.rootly.com/api-reference, "Retrieves an incident"), with
 * `events` ("List incident events") and `action_items` ("List incident action items") next to them in one object.
 */
import { isRecord } from '../flatten-json.ts';
import type { Fact, SourceEvent } from '../source-document.ts';
import { type JsonRecord, lookUp, toText } from './find-incidents.ts';
import { unwrapAttributes } from './json-api.ts';
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
  toLogEvent,
} from './tool-document.ts';

export const ROOTLY: Tool = {
  format: 'rootly',
  label: 'Rootly',
  contents: 'Rootly incidents as JSON',
  isIncident: ({ type, attributes }) =>
    type === 'incidents' && isRecord(attributes) && 'slug' in attributes && 'started_at' in attributes,
  getIds: ({ id }) => [id],
  getReporter: ({ attributes }) => (attributes as JsonRecord).user,
  describe: describeIncident,
};

const FIELDS = {
  targets: {
    id: 'id',
    title: 'title',
    'severity.name': 'severity',
    started_at: 'started',
    detected_at: 'detected',
    mitigated_at: 'mitigated',
    resolved_at: 'resolved',
    url: 'source.url',
    'services.name': 'services',
  },
  omitted:
    /(?:^|\.)(?:color|position|slug|(?!pagerduty_incident_|jira_issue_)\w+_id|notify_emails|slack_channels|slack_aliases)$|.\.(?:id|created_at|updated_at|description)$|^relationships\./,
} as const;

/** Texts in Markdown, under the names of the fields in its forms. */
const TEXTS = [
  ['summary', 'Summary'],
  ['mitigation_message', 'Mitigation'],
  ['resolution_message', 'Resolution'],
  ['cancellation_message', 'Cancellation'],
] as const;

const COMPANIONS = ['action_items', 'events', 'included'];

function describeIncident(incident: JsonRecord, companions: JsonRecord): IncidentParts {
  const attributes = unwrapAttributes(incident.attributes) as JsonRecord;
  const included = listRecords(companions.included);
  const ofType = (type: string) => included.filter((record) => record.type === type);
  const actions = toAttributes([...listRecords(companions.action_items), ...ofType('incident_action_items')]);
  const events = toAttributes([...listRecords(companions.events), ...ofType('incident_events')]);
  const others = included.filter(
    ({ type }) => !/^(?:incident_(?:action_items|events)|users)$/.test(toText(type)),
  );
  const { facts } = describeRecord(
    { id: incident.id, ...omitFields(attributes, ['kind', ...TEXTS.map(([name]) => name)]) },
    FIELDS,
  );
  return {
    facts: [
      ...facts,
      ...toKindFact(attributes.kind),
      ...describeAll('action item', actions, {
        without: ['summary', 'assigned_to', 'due_date', 'jira_issue_url'],
        omitted: /\.(?:id|\w+_id|updated_at)$/,
      }),
      ...describeRecord(toAttributes(others), { prefix: 'included', omitted: FIELDS.omitted }).facts,
      ...describeRecord(omitFields(companions, COMPANIONS), {}).facts,
    ],
    events: events.map(toEvent),
    actions: actions.map(toAction),
    body: TEXTS.flatMap(([name, heading]) => {
      const text = getText(attributes, name);
      return text ? createTextSection(heading, text) : [];
    }),
    remarks: ['omitted ids, colours, positions and descriptions of settings'],
  };
}

function toAttributes(records: readonly JsonRecord[]): JsonRecord[] {
  return records.map(unwrapAttributes).filter(isRecord);
}

/** The kinds of its incidents: normal, test, example, backfilled, scheduled and their children. */
function toKindFact(kind: unknown): Fact[] {
  if (typeof kind !== 'string') return [];
  const reading = /^scheduled/.test(kind) ? 'maintenance' : /^test/.test(kind) ? 'drill' : undefined;
  return [{ name: 'kind', values: [kind], ...(reading ? { target: 'kind', reading } : {}) }];
}

function toEvent(entry: JsonRecord): SourceEvent {
  return toLogEvent(entry, {
    at: ['occurred_at', 'created_at'],
    text: ['event'],
    by: ['user'],
    omitted: /(?:^|\.)(?:id|visibility|created_at|updated_at)$/,
  });
}

const STATUSES: Readonly<Record<string, ToolAction['status']>> = {
  open: 'open',
  in_progress: 'in progress',
  done: 'done',
  cancelled: 'dropped',
};

function toAction(item: JsonRecord): ToolAction {
  return {
    text: getText(item, 'summary') ?? '',
    owner: getText(item, 'assigned_to'),
    due: getText(item, 'due_date'),
    status: lookUp(STATUSES, item.status),
    ticket: getText(item, 'jira_issue_url') ?? getText(item, 'jira_issue_key'),
  };
}

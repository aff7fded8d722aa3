/**
 * incident.io: incidents as its API v2 answers (docs.incident.io/api-reference, "Incidents V2"), with `incident_updates`
 * ("Incident Updates V2"), `follow_ups` ("Follow-ups V2") and `actions` ("Actions V2") next to them in one object.
 */
import type { Fact, FactTarget, SourceEvent } from '../source-document.ts';
import { type JsonRecord, lookUp } from './find-incidents.ts';
import {
  createTextSection,
  describeAll,
  describeRecord,
  describeRole,
  getText,
  type IncidentParts,
  listRecords,
  omitFields,
  type Tool,
  type ToolAction,
  toEventText,
} from './tool-document.ts';

export const INCIDENT_IO: Tool = {
  format: 'incidentio',
  label: 'incident.io',
  contents: 'incident.io incidents as JSON',
  isIncident: (record) => 'incident_status' in record && 'reference' in record && 'name' in record,
  getIds: ({ id }) => [id],
  getReporter: ({ creator }) => creator,
  describe: describeIncident,
};

const FIELDS = {
  targets: {
    id: 'id',
    name: 'title',
    permalink: 'source.url',
    'severity.name': 'severity',
  },
  offers: { created_at: 'detected' },
  omitted: /(?:^|\.)(?:rank|\w+_id|avatar_url)$|.\.id$|\.(?:created_at|updated_at|description)$|^creator$/,
} as const;

/** The timestamps that every account has (docs.incident.io, "Timestamps"), by name. */
const TIMESTAMPS: Readonly<Record<string, FactTarget>> = {
  'impact started': 'started',
  'impact start': 'started',
  'started at': 'started',
  'reported at': 'detected',
  'identified at': 'detected',
  'detected at': 'detected',
  'fixed at': 'mitigated',
  'impact ended': 'mitigated',
  'mitigated at': 'mitigated',
  'resolved at': 'resolved',
};

const OWN_LISTS = [
  'custom_field_entries',
  'duration_metrics',
  'incident_role_assignments',
  'incident_timestamp_values',
  'summary',
];
const COMPANIONS = ['actions', 'follow_ups', 'incident_updates'];

function describeIncident(incident: JsonRecord, companions: JsonRecord): IncidentParts {
  const { facts } = describeRecord(omitFields(incident, OWN_LISTS), FIELDS);
  const summary = getText(incident, 'summary');
  const followUps = [...listRecords(companions.follow_ups), ...listRecords(companions.actions)];
  return {
    facts: [
      ...facts,
      ...listRecords(incident.incident_timestamp_values).flatMap(readTimestamp),
      ...listRecords(incident.duration_metrics).flatMap(readDuration),
      ...listRecords(incident.custom_field_entries).flatMap(readCustomField),
      ...listRecords(incident.incident_role_assignments).flatMap((entry) =>
        describeRole(getText(entry, 'role', 'name'), getText(entry, 'assignee')),
      ),
      ...describeAll('follow-up', followUps, {
        without: ['title', 'assignee', 'creator'],
        omitted: /\.(?:id|incident_id|rank|issue_permalink|updated_at)$|\.priority\.description$/,
      }),
      ...describeRecord(omitFields(companions, COMPANIONS), {}).facts,
    ],
    events: listRecords(companions.incident_updates).map(readUpdate),
    actions: followUps.map(readFollowUp),
    body: summary ? createTextSection('Summary', summary) : [],
    remarks: ['omitted ids, ranks and descriptions of settings'],
  };
}

function readTimestamp(entry: JsonRecord): Fact[] {
  const name = getText(entry, 'incident_timestamp', 'name') ?? 'timestamp';
  const value = getText(entry, 'value', 'value');
  return value ? [{ name, values: [value], target: lookUp(TIMESTAMPS, name.toLowerCase()) }] : [];
}

function readDuration(entry: JsonRecord): Fact[] {
  const name = getText(entry, 'duration_metric', 'name') ?? 'duration';
  const seconds = getText(entry, 'value_seconds');
  return seconds ? [{ name, values: [`${seconds} seconds`] }] : [];
}

function readCustomField(entry: JsonRecord): Fact[] {
  const name = getText(entry, 'custom_field', 'name') ?? 'custom field';
  const values = listRecords(entry.values).flatMap((value) => {
    const text =
      getText(value, 'value_text') ??
      getText(value, 'value_link') ??
      getText(value, 'value_numeric') ??
      getText(value, 'value_option', 'value') ??
      getText(value, 'value_catalog_entry', 'name');
    return text ? [text] : [];
  });
  return values.length > 0 ? [{ name, values, target: readServiceTarget(name) }] : [];
}

function readServiceTarget(name: string): FactTarget | undefined {
  return /^affected (?:services?|systems?|components?)$|^services?$/i.test(name) ? 'services' : undefined;
}

function readUpdate(update: JsonRecord): SourceEvent {
  const status = getText(update, 'new_incident_status', 'name');
  const severity = getText(update, 'new_severity', 'name');
  const by = getText(update, 'updater', 'user');
  const text = [
    toEventText(update.message),
    status ? `(status: ${status})` : '',
    severity ? `(severity: ${severity})` : '',
    by ? `(${by})` : '',
  ];
  return {
    at: getText(update, 'created_at') ?? '',
    text: text.filter(Boolean).join(' '),
    kind: 'communication',
  };
}

const FOLLOW_UP_STATUSES: Readonly<Record<string, ToolAction['status']>> = {
  outstanding: 'open',
  completed: 'done',
  deleted: 'dropped',
  not_doing: 'dropped',
};

function readFollowUp(item: JsonRecord): ToolAction {
  return {
    text: getText(item, 'title') ?? getText(item, 'description') ?? '',
    owner: getText(item, 'assignee'),
    status: lookUp(FOLLOW_UP_STATUSES, item.status),
    ticket:
      getText(item, 'external_issue_reference', 'issue_permalink') ??
      getText(item, 'external_issue_reference', 'issue_name'),
  };
}

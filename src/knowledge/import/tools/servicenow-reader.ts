/**
 * ServiceNow: incidents and problems as its Table API answers (docs.servicenow.com, "Table API",
 * `GET /now/table/incident`), or as a list is exported to JSON. With `sysparm_display_value=false`, times are UTC; with
 * `all`, each field has both values; otherwise the times are those of a user's zone, which nothing names.
 */
import { isRecord } from '../flatten-json.ts';
import type { Fact, SourceEvent } from '../source-document.ts';
import { type JsonRecord, toText } from './find-incidents.ts';
import {
  createTextSection,
  describeRecord,
  getText,
  type IncidentParts,
  type Tool,
} from './tool-document.ts';

export const SERVICENOW: Tool = {
  format: 'servicenow',
  label: 'ServiceNow',
  contents: 'ServiceNow incidents and problems as JSON',
  nameFields:
    /^(?:assigned_to|caller_id|closed_by|confirmed_by|fix_communicated_by|opened_by|problem_manager|reopened_by|resolved_by|sys_created_by|sys_updated_by)$/,
  isIncident: (record) =>
    'number' in record && 'short_description' in record && ('sys_id' in record || 'opened_at' in record),
  getIds: ({ sys_id: id, number }) => [readValue(id), readValue(number)],
  getReporter: ({ opened_by: opener, caller_id: caller }) => readShown(opener ?? caller),
  findRoles: (record) =>
    JOURNAL_FIELDS.flatMap((name) => [...String(readShown(record[name]) ?? '').matchAll(ALL_ENTRIES)]).map(
      ([, , name]) => [name, undefined],
    ),
  describe: describeTask,
};

const TIME_FIELDS = [
  'activity_due',
  'approval_set',
  'closed_at',
  'confirmed_at',
  'due_date',
  'expected_start',
  'fix_at',
  'fix_communicated_at',
  'opened_at',
  'reopened_time',
  'resolved_at',
  'sys_created_on',
  'sys_updated_on',
  'work_end',
  'work_start',
];

/** Journals: entries with their times, the newest first. */
const JOURNAL_FIELDS = ['comments', 'work_notes', 'comments_and_work_notes'];

/** Texts with the headings of sections. */
const TEXTS = [
  ['description', 'Description'],
  ['impact_statement', 'Impact'],
  ['cause_notes', 'Cause'],
  ['workaround', 'Workaround'],
  ['fix_notes', 'Fix'],
  ['close_notes', 'Resolution'],
  ['user_input', 'User input'],
] as const;

const FIELDS = {
  targets: { number: 'id', short_description: 'title' },
  offers: { severity: 'severity', priority: 'severity' },
  omitted:
    /^(?:sys_(?:class_name|domain(?:_path)?|id|mod_count|tags|updated_(?:by|on))|hierarchical_variables|route_reason)$/,
} as const;

function describeTask(task: JsonRecord, companions: JsonRecord): IncidentParts {
  const isUtc = hasRawValues(task);
  const areTimesKnown = isUtc || TIME_FIELDS.some((name) => isRecord(task[name]));
  const own = [...TIME_FIELDS, ...JOURNAL_FIELDS, ...SERVICE_FIELDS, ...TEXTS.map(([name]) => name)];
  const shown: JsonRecord = {};
  for (const [name, value] of Object.entries(task)) if (!own.includes(name)) shown[name] = readShown(value);
  const { facts } = describeRecord(shown, FIELDS);
  return {
    facts: [
      ...facts,
      ...TIME_FIELDS.flatMap((name) => toTimeFact(name, task[name], isUtc)),
      ...SERVICE_FIELDS.flatMap((name): Fact[] => {
        const value = readShown(task[name]);
        return typeof value === 'string' && value ? [{ name, values: [value], target: 'services' }] : [];
      }),
      ...describeRecord(companions, {}).facts,
    ],
    events: JOURNAL_FIELDS.flatMap((name) => readJournal(readShown(task[name]), isUtc)),
    body: TEXTS.flatMap(([name, heading]) => {
      const text = readShown(task[name]);
      return typeof text === 'string' && text.trim() ? createTextSection(heading, text) : [];
    }),
    remarks: [
      'omitted ids and addresses of the API',
      ...(areTimesKnown
        ? []
        : ['times have no zone, so that only their days are read: export with `sysparm_display_value=all`']),
    ],
  };
}

const SERVICE_FIELDS = ['business_service', 'cmdb_ci', 'service_offering'];

/** Returns whether times are in UTC: choices are numbers then, and references have an address and an id. */
function hasRawValues(task: JsonRecord): boolean {
  const choices = ['state', 'priority', 'urgency', 'impact'].flatMap((name) => {
    const value = task[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  return choices.length > 0 && choices.every((value) => /^-?\d+$/.test(value));
}

function readValue(field: unknown): unknown {
  return isRecord(field) ? (field.value ?? field.display_value) : field;
}

/** Returns the value that people read; an id without a name says nothing. */
function readShown(field: unknown): unknown {
  if (!isRecord(field)) return field;
  const name = getText(field, 'display_value');
  if (name !== undefined) return name;
  return /^[0-9a-f]{32}$/.test(toText(field.value)) ? undefined : field.value;
}

/** An incident is opened when somebody notices it; when it is resolved, the trouble can be over for long. */
function toTimeFact(name: string, field: unknown, isUtc: boolean): Fact[] {
  const written = isRecord(field) ? (getText(field, 'display_value') ?? getText(field, 'value')) : field;
  if (typeof written !== 'string' || !written) return [];
  const raw = isRecord(field) ? getText(field, 'value') : isUtc ? written : undefined;
  const reading = raw === undefined ? undefined : toUtc(raw);
  if (name === 'sys_updated_on') return [];
  const target = name === 'opened_at' ? 'detected' : name === 'resolved_at' ? 'resolved' : undefined;
  return [{ name, values: [written], target, reading }];
}

function toUtc(written: string): string {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(written) ? `${written.replace(' ', 'T')}Z` : written;
}

/** "2024-05-14 10:04:00 - Jo Example (Work notes)", and the text below it. */
const ENTRY = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}) - (.*) \(([^()]+)\)[ \t]*$/m;

const ALL_ENTRIES = new RegExp(ENTRY, 'gm');

function readJournal(text: unknown, isUtc: boolean): SourceEvent[] {
  if (typeof text !== 'string' || !text.trim()) return [];
  const [before = '', ...parts] = text.split(ENTRY);
  const events: SourceEvent[] = [];
  for (let index = 0; index + 3 < parts.length; index += 4) {
    const [at = '', by = '', kind = '', note = ''] = parts.slice(index, index + 4);
    events.push({ at: isUtc ? toUtc(at) : at, text: `${note.trim()} (${by}, ${kind})` });
  }
  const rest = before.trim();
  return [...(rest ? [{ at: '', text: rest }] : []), ...events.reverse()];
}

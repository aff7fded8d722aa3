/**
 * PagerDuty: the answers of its REST API v2 (developer.pagerduty.com/api-reference) as they were saved: `incident`
 * ("Get an incident"), with `notes` ("List notes for an incident") and `log_entries` ("List log entries for an
 * incident") next to it in one object; or `incidents` for several. The postmortem reports themselves can be exported
 * as PDF only (support.pagerduty.com/docs/postmortems): if their texts are in the object under the names of the
 * report's sections (`postmortem: { "what_happened": "…", "resolution": "…", … }`), they become sections.
 */
import type { RootContent } from 'mdast';
import { flattenToFacts, getNonEmptyText, isRecord, parseJson } from './flatten-json.ts';
import { parseMarkdown } from './markdown-reader.ts';
import {
  type Fact,
  type SourceDocument,
  type SourceEvent,
  type SourceFile,
  UnreadableSourceError,
} from './source-document.ts';
import type { SourceSample } from './source-sample.ts';
import { replacePeople } from './tools/people-as-roles.ts';

type JsonObject = Record<string, unknown>;

export function recognizesPagerDuty({ json }: SourceSample): boolean {
  const [first] = isRecord(json) && Array.isArray(json.incidents) ? json.incidents : [json];
  const incident = isRecord(first) && isRecord(first.incident) ? first.incident : first;
  return isRecord(incident) && 'created_at' in incident && isOfPagerDuty(incident);
}

export function readPagerDuty(file: SourceFile): SourceDocument[] {
  const data = parseJson(file.text);
  const list = isRecord(data) && Array.isArray(data.incidents) ? data.incidents : [data];
  return list.map((item, index) => {
    const answer =
      isRecord(item) && !('incident' in item) && 'created_at' in item ? { incident: item } : item;
    if (!isRecord(answer) || !isRecord(answer.incident)) {
      throw new UnreadableSourceError('Missing `incident`, expected what the REST API of PagerDuty answers');
    }
    checkOrigin(answer.incident, data);
    return toSourceDocument(answer, answer.incident, file, list.length > 1 ? ` (incident ${index + 1})` : '');
  });
}

/** Other tools have incidents with the same names of fields. */
function checkOrigin(incident: JsonObject, data: unknown): void {
  if (isOfPagerDuty(incident)) return;
  const tool = ORIGINS.find(([field]) => field in incident || (isRecord(data) && field in data))?.[1];
  throw new UnreadableSourceError(
    `Unexpected incident${tool ? `, which looks like one of ${tool}` : ''}, expected one of PagerDuty, with \`type: incident\` or an \`incident_number\``,
  );
}

function isOfPagerDuty(incident: JsonObject): boolean {
  return (
    /^incident(?:_reference)?$/.test(String(incident.type)) ||
    'incident_number' in incident ||
    'incident_key' in incident ||
    /pagerduty\./.test(String(incident.html_url ?? incident.self ?? ''))
  );
}

/** Fields that only one tool has. */
const ORIGINS: readonly (readonly [field: string, tool: string])[] = [
  ['incident_updates', 'Statuspage'],
  ['postmortem_body', 'Statuspage'],
  ['incident_status', 'incident.io'],
  ['incident_role_assignments', 'incident.io'],
  ['milestones', 'FireHydrant'],
  ['attributes', 'Rootly or Datadog'],
  ['short_description', 'ServiceNow'],
  ['incidentID', 'Grafana'],
  ['fields', 'Jira'],
];

/** An incident is created when it is first triggered, which is when it was noticed; nothing says when it began. */
const FIELD_TARGETS: Record<string, Fact['target']> = {
  id: 'id',
  title: 'title',
  created_at: 'detected',
  resolved_at: 'resolved',
  html_url: 'source.url',
  'service.summary': 'services',
  description: 'summary',
};

/** Addresses of the API, names of types, and what repeats another field say nothing of the incident. */
const OMITTED_FIELDS = /(?:^|\.)(?:self|type)$|(?<=\.)(?:id|html_url)$|^summary$/;

function toSourceDocument(
  answer: JsonObject,
  written: JsonObject,
  file: SourceFile,
  place: string,
): SourceDocument {
  const { value, remark } = replacePeople({ ...answer, incident: written });
  const {
    incident,
    log_entries: logEntries,
    notes,
    postmortem,
    ...others
  } = value as JsonObject & {
    readonly incident: JsonObject;
  };
  const title = getNonEmptyText(incident, 'title');
  const facts = [...flattenToFacts(incident), ...flattenToFacts(others)]
    .filter(
      ({ name, values }) => !OMITTED_FIELDS.test(name) && !(name === 'description' && values[0] === title),
    )
    .map((fact) => ({ ...fact, target: FIELD_TARGETS[fact.name] }));
  return {
    format: 'pagerduty',
    name: `${file.path}${place}`,
    source: JSON.stringify(answer),
    facts: [...facts, ...(isRecord(postmortem) ? [] : flattenToFacts(postmortem, undefined, 'postmortem'))],
    events: [...toRecordList(logEntries).map(convertLogEntry), ...toRecordList(notes).map(convertNote)],
    body: isRecord(postmortem) ? createReportSections(postmortem) : [],
    remarks: [...(remark ? [remark] : []), 'omitted API addresses, type names and ids of references'],
  };
}

function toRecordList(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Maps each type of log entry to a kind of timeline event. An alert that fires is the detection. */
const EVENT_KINDS: Record<string, SourceEvent['kind']> = {
  trigger_log_entry: 'detection',
  acknowledge_log_entry: 'action',
  assign_log_entry: 'action',
  escalate_log_entry: 'action',
  notify_log_entry: 'communication',
  status_update_log_entry: 'communication',
  resolve_log_entry: 'recovery',
};

function convertLogEntry(entry: JsonObject): SourceEvent {
  const { type, created_at: at, summary, self: _, html_url: __, id: ___, incident: ____, ...others } = entry;
  const details = flattenToFacts(others)
    .filter(({ name }) => !OMITTED_FIELDS.test(name))
    .map(({ name, values }) => `${name}: ${values.join(', ')}`);
  const text = [summary ?? type, ...details].filter(Boolean).join('; ');
  return { at: String(at ?? ''), text, kind: EVENT_KINDS[String(type)] };
}

function convertNote({ content, created_at: at, user }: JsonObject): SourceEvent {
  const by = isRecord(user) ? getNonEmptyText(user, 'summary') : typeof user === 'string' ? user : undefined;
  return { at: String(at ?? ''), text: [content, by ? `(note by ${by})` : ''].filter(Boolean).join(' ') };
}

/** One section for each text of a report. */
function createReportSections(report: JsonObject): RootContent[] {
  return flattenToFacts(report).flatMap(({ name, values }) => {
    const words = name.replaceAll(/[_.]+/g, ' ');
    const title = { type: 'text' as const, value: words.charAt(0).toUpperCase() + words.slice(1) };
    const section: RootContent = { type: 'heading', depth: 2, children: [title] };
    return [section, ...parseMarkdown(values.join('\n\n')).children];
  });
}

/**
 * Statuspage: incidents and maintenances as a status page publishes them (`/api/v2/incidents.json` and
 * `scheduled-maintenances.json`, documented at `/api` of each status page) or as its REST API answers
 * (developer.statuspage.io, "Get an incident"). An update is a communication, and the one that resolves is the recovery.
 */
import type { SourceEvent } from '../source-document.ts';
import { type JsonRecord, toText } from './find-incidents.ts';
import {
  createTextSection,
  describeRecord,
  getText,
  type IncidentParts,
  listRecords,
  omitFields,
  type Tool,
  toEventText,
} from './tool-document.ts';

export const STATUSPAGE: Tool = {
  format: 'statuspage',
  label: 'Statuspage',
  contents: 'Statuspage incidents and maintenances as JSON',
  isIncident: (record) => Array.isArray(record.incident_updates) && 'name' in record && 'impact' in record,
  getIds: ({ id }) => [id],
  describe: describeIncident,
};

/** The scale of the impact (none, minor, major, critical) differs from severities. */
const FIELDS = {
  targets: {
    id: 'id',
    name: 'title',
    started_at: 'started',
    resolved_at: 'resolved',
    shortlink: 'source.url',
    'components.name': 'services',
    postmortem_published_at: 'source.published',
  },
  offers: { impact: 'severity', created_at: 'detected' },
  omitted:
    /^(?:page_id|.*_?notified_\w+|reminder_intervals|backfilled|auto_\w+|impact_override)$|^components\.(?!name$|status$|description$)/,
} as const;

function describeIncident(incident: JsonRecord, companions: JsonRecord): IncidentParts {
  const { postmortem_body: postmortem, incident_updates: updates } = incident;
  const isMaintenance = 'scheduled_for' in incident && incident.scheduled_for !== null;
  const own = describeRecord(
    omitFields(incident, ['incident_updates', 'postmortem_body']),
    isMaintenance ? { ...FIELDS, offers: { scheduled_for: 'started' } } : FIELDS,
  );
  const around = describeRecord(companions, {
    targets: { 'page.name': 'organization' },
    omitted: /^page\.(?!name$|url$)/,
  });
  const kind = isMaintenance ? [{ name: 'kind', values: ['maintenance'], target: 'kind' as const }] : [];
  return {
    facts: [...kind, ...own.facts, ...around.facts],
    events: listRecords(updates).map(toEvent),
    body: typeof postmortem === 'string' ? createTextSection('Postmortem', postmortem) : [],
    remarks: ['omitted ids of components and pages, and who was notified how'],
  };
}

function toEvent(update: JsonRecord): SourceEvent {
  const { status, body } = update;
  const components = listRecords(update.affected_components).map(
    ({ name, old_status: before, new_status: after }) =>
      `${toText(name)}: ${[...new Set([toText(before), toText(after)])].filter(Boolean).join(' to ')}`,
  );
  const text = [
    status ? `${toText(status)}:` : '',
    toEventText(body),
    components.length > 0 ? `(${components.join(', ')})` : '',
  ];
  return {
    at: getText(update, 'display_at') ?? getText(update, 'created_at') ?? '',
    text: text.filter(Boolean).join(' '),
    kind: status === 'resolved' || status === 'completed' ? 'recovery' : 'communication',
  };
}

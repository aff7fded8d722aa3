/**
 * Grafana: incidents as the RPC API of Grafana Incident answers (grafana.com/docs/grafana-cloud/alerting-and-irm/irm,
 * "Incident API reference": `IncidentsService.GetIncident`), with `activityItems` (`ActivityService.QueryActivity`) next
 * to them; and alert groups of Grafana OnCall ("Alert groups HTTP API").
 */
import type { Fact, SourceEvent } from '../source-document.ts';
import { type JsonRecord, lookUp, toText } from './find-incidents.ts';
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
  toLogEvent,
} from './tool-document.ts';

export const GRAFANA: Tool = {
  format: 'grafana',
  label: 'Grafana',
  contents: 'Grafana Incident incidents and Grafana OnCall alert groups as JSON',
  isIncident: (record) => isIncident(record) || isAlertGroup(record),
  getIds: ({ incidentID, id }) => [incidentID, id],
  getReporter: ({ createdByUser }) => createdByUser,
  describe: (record, companions) =>
    isAlertGroup(record) ? describeAlertGroup(record, companions) : describeIncident(record, companions),
};

function isIncident(record: JsonRecord): boolean {
  return 'incidentID' in record && 'title' in record && !('activityItemID' in record);
}

function isAlertGroup(record: JsonRecord): boolean {
  return 'alerts_count' in record && 'integration_id' in record && 'state' in record;
}

const FIELDS = {
  targets: {
    incidentID: 'id',
    title: 'title',
    incidentStart: 'started',
    incidentEnd: 'resolved',
    'labels.label': 'vocabulary',
    overviewURL: 'source.url',
  },
  offers: {
    severity: 'severity',
    severityLabel: 'severity',
    createdTime: 'detected',
    closedTime: 'resolved',
  },
  omitted:
    /(?:^|\.)(?:severityID|modifiedTime|heroImagePath|colorHex|roleID|important|mandatory|archived|version|incidentURL)$|^(?:taskList|incidentMembership)\./,
} as const;

function describeIncident(incident: JsonRecord, companions: JsonRecord): IncidentParts {
  const { facts } = describeRecord(omitFields(incident, ['isDrill', 'summary', 'taskList']), FIELDS);
  const tasks = listRecords((incident.taskList as JsonRecord | null | undefined)?.tasks);
  const summary = getText(incident, 'summary');
  const drill: Fact[] =
    toText(incident.isDrill) === 'true'
      ? [{ name: 'isDrill', values: ['true'], target: 'kind', reading: 'drill' }]
      : [];
  return {
    facts: [
      ...facts,
      ...drill,
      ...readMembership(incident),
      ...describeAll('task', tasks, {
        without: ['text', 'assignedUser', 'authorUser'],
        omitted: /\.(?:taskID|immutable|modifiedTime)$/,
      }),
      ...describeRecord(omitFields(companions, ['activityItems']), { omitted: /^cursor\./ }).facts,
    ],
    events: listRecords(companions.activityItems).map(toEvent),
    actions: tasks.map(toAction),
    body: summary ? createTextSection('Summary', summary) : [],
    remarks: ['omitted ids, colours and settings'],
  };
}

function readMembership({ incidentMembership }: JsonRecord): Fact[] {
  return listRecords((incidentMembership as JsonRecord | null | undefined)?.assignments).flatMap((entry) =>
    describeRole(getText(entry, 'role', 'name'), getText(entry, 'user')),
  );
}

function toEvent(item: JsonRecord): SourceEvent {
  return toLogEvent(item, {
    at: ['eventTime', 'createdTime'],
    text: ['body'],
    by: ['user'],
    omitted: /(?:^|\.)(?:activityItemID|incidentID|createdTime|immutable|relevance|url)$/,
  });
}

const STATUSES: Readonly<Record<string, ToolAction['status']>> = {
  todo: 'open',
  progress: 'in progress',
  done: 'done',
};

function toAction(task: JsonRecord): ToolAction {
  return {
    text: getText(task, 'text') ?? '',
    owner: getText(task, 'assignedUser'),
    status: lookUp(STATUSES, task.status),
  };
}

/** An alert group is created with its first alert. */
function describeAlertGroup(group: JsonRecord, companions: JsonRecord): IncidentParts {
  const { facts } = describeRecord(group, {
    targets: {
      id: 'id',
      title: 'title',
      created_at: 'detected',
      'permalinks.web': 'source.url',
    },
    offers: { resolved_at: 'resolved' },
    omitted: /(?:^|\.)(?:integration_id|route_id|team_id)$/,
  });
  const created = getText(group, 'created_at');
  const acknowledged = getText(group, 'acknowledged_at');
  const resolved = getText(group, 'resolved_at');
  return {
    facts: [...facts, ...describeRecord(companions, {}).facts],
    events: [
      ...(created ? [{ at: created, text: 'First alert of the group', kind: 'detection' as const }] : []),
      ...(acknowledged
        ? [{ at: acknowledged, text: 'Alert group acknowledged', kind: 'action' as const }]
        : []),
      ...(resolved ? [{ at: resolved, text: 'Alert group resolved', kind: 'recovery' as const }] : []),
    ],
    remarks: ['omitted ids of integrations, routes and teams'],
  };
}

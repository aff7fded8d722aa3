/**
 * FireHydrant: incidents as its API v1 answers (developers.firehydrant.com, "Get an incident"), with `events` ("List
 * events for an incident") and `follow_ups` or `tasks` next to them in one object.
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
  toLogEvent,
} from './tool-document.ts';

export const FIREHYDRANT: Tool = {
  format: 'firehydrant',
  label: 'FireHydrant',
  contents: 'FireHydrant incidents as JSON',
  isIncident: (record) =>
    'name' in record &&
    ('current_milestone' in record || 'customer_impact_summary' in record) &&
    ('milestones' in record || 'lifecycle_phases' in record),
  getIds: ({ id }) => [id],
  getReporter: ({ created_by: creator }) => creator,
  describe: describeIncident,
};

const FIELDS = {
  targets: {
    id: 'id',
    name: 'title',
    severity: 'severity',
    started_at: 'started',
    incident_url: 'source.url',
    'organization.name': 'organization',
    'services.name': 'services',
    tag_list: 'vocabulary',
  },
  omitted:
    /(?:^|\.)(?:\w+_id|position|severity_color|channel_reference|logo_url|slug)$|.\.id$|^(?:severity_\w+_object|role_assignments)\./,
} as const;

/** Texts in Markdown, under the names of the fields in its forms. */
const TEXTS = [
  ['summary', 'Summary'],
  ['description', 'Description'],
  ['customer_impact_summary', 'Impact'],
] as const;

const OWN_LISTS = ['lifecycle_phases', 'milestones', 'role_assignments', ...TEXTS.map(([name]) => name)];
const COMPANIONS = ['events', 'follow_ups', 'tasks'];

function describeIncident(incident: JsonRecord, companions: JsonRecord): IncidentParts {
  const { facts } = describeRecord(omitFields(incident, OWN_LISTS), FIELDS);
  const milestones = listMilestones(incident);
  const tasks = [...listRecords(companions.follow_ups), ...listRecords(companions.tasks)];
  return {
    facts: [
      ...facts,
      ...milestones.flatMap(toMilestoneFact),
      ...listRecords(incident.role_assignments).flatMap((entry) =>
        describeRole(getText(entry, 'incident_role', 'name'), getText(entry, 'user')),
      ),
      ...describeAll('follow-up', tasks, {
        without: ['summary', 'title', 'assignee', 'assigned_to', 'due_at'],
        omitted: /\.(?:id|\w+_id|updated_at|ticket_url)$/,
      }),
      ...describeRecord(omitFields(companions, COMPANIONS), {}).facts,
    ],
    events: [...milestones.map(toMilestoneEvent), ...listRecords(companions.events).map(toEvent)],
    actions: tasks.map(toAction),
    body: TEXTS.flatMap(([name, heading]) => {
      const text = getText(incident, name);
      return text ? createTextSection(heading, text) : [];
    }),
    remarks: ['omitted ids, positions and colours of settings'],
  };
}

interface Milestone {
  readonly type: string;
  readonly at: string;
  readonly duration: string | undefined;
}

/** `milestones` is the older name of what `lifecycle_phases` contain. */
function listMilestones(incident: JsonRecord): Milestone[] {
  const phases = listRecords(incident.lifecycle_phases).flatMap(({ milestones }) => listRecords(milestones));
  const list = listRecords(incident.milestones).length > 0 ? listRecords(incident.milestones) : phases;
  return list.flatMap((milestone) => {
    const at = getText(milestone, 'occurred_at');
    const type = getText(milestone, 'type') ?? getText(milestone, 'slug') ?? getText(milestone, 'name') ?? '';
    return at ? [{ type, at, duration: getText(milestone, 'duration') }] : [];
  });
}

/** When it started is a field of its own. */
const MILESTONE_TARGETS: Readonly<Record<string, FactTarget>> = {
  detected: 'detected',
  mitigated: 'mitigated',
  resolved: 'resolved',
};

const MILESTONE_KINDS: Readonly<Record<string, SourceEvent['kind']>> = {
  detected: 'detection',
  acknowledged: 'action',
  investigating: 'action',
  mitigated: 'recovery',
  resolved: 'recovery',
};

function toMilestoneFact({ type, at }: Milestone): Fact[] {
  const target = lookUp(MILESTONE_TARGETS, type);
  return target ? [{ name: type, values: [at], target }] : [];
}

function toMilestoneEvent({ type, at, duration }: Milestone): SourceEvent {
  const kind = lookUp(MILESTONE_KINDS, type);
  return {
    at,
    text: `Milestone: ${type}${duration ? `, which lasted ${duration}` : ''}`,
    ...(kind ? { kind } : {}),
  };
}

function toEvent(entry: JsonRecord): SourceEvent {
  const { data, ...others } = entry;
  const inner = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : { data };
  return toLogEvent(
    { ...others, ...inner, id: undefined },
    {
      at: ['occurred_at', 'created_at'],
      text: ['body', 'summary'],
      by: ['author'],
      omitted: /(?:^|\.)(?:id|\w+_id|created_at|updated_at|visibility)$/,
    },
  );
}

const STATES: Readonly<Record<string, ToolAction['status']>> = {
  open: 'open',
  in_progress: 'in progress',
  done: 'done',
  cancelled: 'dropped',
};

function toAction(task: JsonRecord): ToolAction {
  return {
    text: getText(task, 'summary') ?? getText(task, 'title') ?? '',
    owner: getText(task, 'assignee') ?? getText(task, 'assigned_to'),
    due: getText(task, 'due_at'),
    status: lookUp(STATES, task.state),
    ticket: getText(task, 'ticket_url'),
  };
}

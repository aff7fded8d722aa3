import { describe, expect, test } from 'vitest';
import { getSchemaAt } from '../../../src/knowledge/schema/inspect-schema.ts';
import { lessonSchema } from '../../../src/knowledge/schema/lesson.ts';
import { noteSchema } from '../../../src/knowledge/schema/note.ts';
import { postmortemSchema } from '../../../src/knowledge/schema/postmortem.ts';
import { siteSchema } from '../../../src/knowledge/schema/site.ts';
import { activitySchema, serviceSchema } from '../../../src/knowledge/schema/vocabulary.ts';
import { suggestValue } from '../../../src/knowledge/source/suggest-value.ts';

const SCHEMAS = {
  postmortem: postmortemSchema,
  note: noteSchema,
  lesson: lessonSchema,
  site: siteSchema,
  service: serviceSchema,
  activity: activitySchema,
};

/** Returns the suggestion for the value of a field: `postmortem.actions.0.status`. */
function suggest(place: string, found: unknown): string | undefined {
  const [name = '', ...path] = place.split('.');
  const field = getSchemaAt(SCHEMAS[name as keyof typeof SCHEMAS], path);
  if (!field) throw new Error(`There is no field ${place}`);
  return suggestValue(field, found)
    ?.replace(/^Did you mean ([^?]*)\?(?: A clock time .*)?$/, '$1')
    .replaceAll('`', '');
}

const CLOSED_LISTS: [place: string, expected: string, ...found: string[]][] = [
  [
    'postmortem.severity',
    'sev1',
    'P1',
    'p1',
    'P0',
    'SEV-1',
    'Sev 1',
    'SEV1',
    'sev_1',
    'S1',
    '1',
    'critical',
    'Blocker',
  ],
  ['postmortem.severity', 'sev2', 'P2', 'Sev 2', 'severity 2', 'High', 'major', 'SEV-II', 'Priority 2'],
  ['postmortem.severity', 'sev3', 'P3', 'medium', 'Minor', 'L3'],
  ['postmortem.severity', 'sev4', 'P4', 'P5', 'SEV5', 'low', 'trivial'],
  ['postmortem.severity', 'unknown', 'n/a', 'TBD', '?', 'N/A'],
  ['postmortem.status', 'draft', 'in progress', 'WIP', 'In Progress', 'todo'],
  ['postmortem.status', 'in-review', 'In Review', 'in_review', 'under review', 'pending'],
  ['postmortem.status', 'reviewed', 'final', 'Published', 'done', 'completed'],
  ['postmortem.visibility', 'internal', 'private', 'Confidential', 'company'],
  ['postmortem.kind', 'incident', 'outage', 'Incident', 'post-mortem'],
  ['postmortem.kind', 'near-miss', 'Near Miss', 'near_miss', 'close call'],
  ['postmortem.kind', 'drill', 'game day', 'GameDay', 'exercise'],
  ['postmortem.detection.method', 'alert', 'monitoring', 'PagerDuty alert'.slice(-5), 'paged', 'automated'],
  ['postmortem.detection.method', 'customer-report', 'customer', 'user report', 'Support ticket'],
  ['postmortem.trigger', 'code-deploy', 'deployment', 'release', 'code change'],
  ['postmortem.trigger', 'config-change', 'configuration change', 'feature flag'],
  ['postmortem.trigger', 'provider', 'third-party', 'third party', 'upstream'],
  ['postmortem.trigger', 'expiry-or-time', 'certificate expiry', 'expired'],
  ['postmortem.trigger', 'manual-operation', 'human error', 'operator error'],
  ['postmortem.factors.0.category', 'coordination', 'communication', 'Communications', 'handover'],
  ['postmortem.factors.0.category', 'data-store', 'database', 'storage'],
  ['postmortem.mitigations.0.worked', 'yes', 'true', 'TRUE', 'Yes', 'y', 'successful'],
  ['postmortem.mitigations.0.worked', 'no', 'false', 'failed', 'No'],
  ['postmortem.mitigations.0.worked', 'partly', 'partially', 'somewhat'],
  ['postmortem.mitigations.0.action', 'rollback', 'roll back', 'revert', 'Rolled back'],
  ['postmortem.timeline.0.kind', 'recovery', 'resolved', 'restored'],
  ['postmortem.actions.0.status', 'in-progress', 'in progress', 'In_Progress', 'wip', 'started', 'assigned'],
  ['postmortem.actions.0.status', 'open', 'todo', 'To Do', 'backlog', 'not started'],
  ['postmortem.actions.0.status', 'done', 'closed', 'Fixed', 'x', 'true', 'complete'],
  ['postmortem.actions.0.status', 'dropped', "won't fix", 'wontfix', 'cancelled', 'Canceled'],
  ['postmortem.actions.0.type', 'prevent', 'preventive', 'prevention'],
  ['activity.mode', 'read-do', 'READ-DO', 'read do'],
  ['site.paper', 'letter', 'US Letter', 'us-letter'],
];

describe('a value of a closed list in the words of another tool', () => {
  test.each(
    CLOSED_LISTS.flatMap(([place, expected, ...found]) => found.map((text) => [place, text, expected])),
  )('%s: %s means %s', (place = '', found, expected) => {
    expect(suggest(place, found)).toBe(expected);
  });
});

const TIMES: [found: string, expected: string | undefined][] = [
  ['03/10/2018', '2018-03-10 or 2018-10-03'],
  ['3/25/2018', '2018-03-25'],
  ['25/3/2018', '2018-03-25'],
  ['3/25/18', '2018-03-25'],
  ['10.03.2018', '2018-03-10'],
  ['10-03-2018', '2018-10-03 or 2018-03-10'],
  ['2018/03/10', '2018-03-10'],
  ['2018-3-1', '2018-03-01'],
  ['20180310', '2018-03-10'],
  ['March 10, 2018', '2018-03-10'],
  ['10 Mar 2018', '2018-03-10'],
  ['March 2018', '2018-03'],
  ['2018-03-10 09:30', '2018-03-10T09:30Z or 2018-03-10'],
  ['2018-03-10T09:30', '2018-03-10T09:30Z or 2018-03-10'],
  ['03/10/2018 10:00 AM', '2018-03-10T10:00Z or 2018-10-03T10:00Z'],
  ['2018-03-10 09:30 UTC', '2018-03-10T09:30Z'],
  ['2018-03-10 9:30 CET', '2018-03-10T09:30+01:00'],
  ['2018-03-10 09:30 +0100', '2018-03-10T09:30+01:00'],
  ['2018-03-10 09:30:15Z', '2018-03-10T09:30:15Z'],
  ['3/25/2018 9:30 PM PST', '2018-03-25T21:30-08:00'],
  ['12 Nov 2026 9:14 CET', '2026-11-12T09:14+01:00'],
  ['1520676000', '2018-03-10T10:00:00Z'],
  ['1520676000000', '2018-03-10T10:00:00Z'],
  ['~2018-03-10', '2018-03-10~'],
  ['about March 2018', '2018-03~'],
  ['unknown', 'XXXX'],
  ['2018-02-30', undefined],
  ['13/13/2018', undefined],
  ['soon', undefined],
  ['9:30', undefined],
];

test.each(TIMES)('the time %s means %s', (found, expected) => {
  expect(suggest('postmortem.started', found)).toBe(expected);
});

test('a clock time without its offset gets a note', () => {
  const schema = postmortemSchema.shape.started;
  expect(suggestValue(schema, '2018-03-10 09:30')).toBe(
    'Did you mean `2018-03-10T09:30Z` or `2018-03-10`? A clock time has its offset from UTC: `Z`, or for example `+01:00`.',
  );
  expect(suggestValue(schema, '2018-03-10 09:30 UTC')).toBe('Did you mean `2018-03-10T09:30Z`?');
});

const DURATIONS: [found: string, expected: string | undefined][] = [
  ['50 minutes', 'PT50M'],
  ['50m', 'PT50M'],
  ['1h 30m', 'PT1H30M'],
  ['1h30', 'PT1H30M'],
  ['2 h 05', 'PT2H5M'],
  ['~1h30', 'PT1H30M~'],
  ['1 hour and 5 minutes', 'PT1H5M'],
  ['1.5 hours', 'PT1H30M'],
  ['1:30', 'PT1H30M'],
  ['01:30:15', 'PT1H30M15S'],
  ['2 days', 'P2D'],
  ['about 2 hours', 'PT2H~'],
  ['~2h', 'PT2H~'],
  ['pt50m', 'PT50M'],
  ['90', undefined],
  ['long', undefined],
];

test.each(DURATIONS)('the duration %s means %s', (found, expected) => {
  expect(suggest('postmortem.duration', found)).toBe(expected);
});

const OTHERS: [place: string, found: unknown, expected: string | undefined][] = [
  ['service.generic', 'yes', 'true'],
  ['service.generic', 'True', 'true'],
  ['service.generic', 'no', 'Leave the field out instead.'],
  ['postmortem.services', 'redis, postgresql', '[redis, postgresql]'],
  ['postmortem.wentWell', 'The alert came early', '[The alert came early]'],
  ['postmortem.impact', ['Nobody could log in'], 'Nobody could log in'],
  ['postmortem.impact', ['a', 'b'], undefined],
  ['postmortem.actions.0.owner', null, 'Leave the field out instead.'],
  ['postmortem.title', null, 'If you mean the word, put it in quotes.'],
  ['postmortem.title', '', undefined],
  ['postmortem.actions.0.owner', '', 'Leave the field out instead.'],
  ['site.completeness', '50%', '50'],
  ['site.completeness', '0.5', '50'],
  ['site.address', 'www.example.org/kb/', 'https://www.example.org/kb/'],
  ['site.address', 'kb.example.org', 'https://kb.example.org'],
  ['service.id', 'Redis Store', 'redis-store'],
  ['service.id', 'con', 'No file can be named con on Windows, which keeps this name for a device.'],
  ['service.id', '!', undefined],
  ['postmortem.severity', 'sve2', 'sev2'],
  ['postmortem.severity', 'purple', undefined],
  ['postmortem.severity', '1'.repeat(200), undefined],
];

test.each(OTHERS)('%s: %j means %s', (place, found, expected) => {
  expect(suggest(place, found)).toBe(expected);
});

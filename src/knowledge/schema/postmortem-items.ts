/** The items of the lists in a postmortem: sources, factors, attempts, events and actions. */
import { z } from 'zod';
import { field } from './field.ts';
import { duration, optionalList, prose, reference, role, text, time, webAddress } from './scalars.ts';

export const source = z.strictObject({
  // The title is in the words of somebody else, so that it is no prose.
  title: field(text, 'The title of the source, or what it is.', { search: 'text' }),
  url: field(webAddress.optional(), 'Its web address.', { search: 'text' }),
  archiveUrl: field(webAddress.optional(), 'The web address of an archived copy.'),
  published: field(time.optional(), 'When it was published, as precisely as the source states.', {
    past: true,
  }),
});

export const factor = z.strictObject({
  text: field(prose, 'What contributed, as a condition of the system: never a person, never "human error".', {
    compared: true,
    todo: 'what made it possible, never a person',
  }),
  category: field(
    z.enum([
      'software',
      'configuration',
      'deployment',
      'dependency',
      'infrastructure',
      'network',
      'data-store',
      'capacity',
      'cascading',
      'observability',
      'security',
      'documentation',
      'coordination',
      'process',
      'unknown',
    ]),
    'The area it belongs to, so that factors can be counted.',
    { todo: 'its category' },
  ),
  services: field(optionalList(reference('service', 'involves')), 'The services it concerns.'),
  tags: field(
    optionalList(reference('tag', 'case-of')),
    'The recurring issues that apply to the postmortem because of this factor.',
  ),
});

export const mitigation = z.strictObject({
  action: field(
    z.enum([
      'rollback',
      'restart',
      'failover',
      'scale',
      'shed-load',
      'config-change',
      'hotfix',
      'restore-data',
      'drain',
      'manual-repair',
      'wait',
      'none',
      'unknown',
    ]),
    'What was tried.',
    { todo: 'what it was' },
  ),
  worked: field(
    z.enum(['yes', 'partly', 'no', 'harmful', 'unknown']),
    'Whether it helped. An attempt that did not help is just as useful to the next responder.',
    { todo: 'whether it helped' },
  ),
  text: field(prose, 'What was done and what came of it, in one line.', {
    compared: true,
    todo: 'what was tried, and what came of it',
  }),
});

export const timelineEntry = z.strictObject({
  at: field(time, 'When it happened, as precisely as the source states and no more.', { past: true }),
  lasted: field(duration.optional(), 'How long it lasted, if the source states it.'),
  kind: field(
    z.enum(['trigger', 'symptom', 'detection', 'action', 'decision', 'communication', 'recovery']),
    'The kind of event.',
  ),
  text: field(prose, 'What happened.'),
});

export const action = z.strictObject({
  text: field(prose, 'What has to be done: starts with a verb, and is specific and bounded.', {
    todo: 'what has to be done, starting with a verb',
  }),
  type: field(
    z.enum(['prevent', 'detect', 'mitigate', 'document', 'process', 'unknown']),
    'What it aims to achieve.',
    { todo: 'its aim' },
  ),
  owner: field(role.optional(), 'The role or team that owns it; never a person.', {
    search: 'asides',
    todo: 'the role or team that does it',
    completeness: { weight: 1, label: 'the roles that own the actions' },
  }),
  status: field(z.enum(['open', 'in-progress', 'done', 'dropped', 'unknown']), 'How far it has got.', {
    initial: 'open',
  }),
  due: field(time.optional(), 'When it is due.'),
  closed: field(time.optional(), 'When it was done or dropped.', {
    past: true,
    notBefore: ['started'],
  }),
  ticket: field(text.optional(), 'Its number or address in the issue tracker.', { search: 'asides' }),
  doneWhen: field(prose.optional(), 'How you can tell that it is done.', {
    todo: 'how you can tell that it is done',
    completeness: {
      weight: 1,
      label: 'how you can tell that the actions are done',
      isNeeded: ({ status }) => status !== 'done' && status !== 'dropped',
    },
  }),
  dropped: field(prose.optional(), 'Why it was dropped.'),
  lessons: field(optionalList(reference('lesson', 'carried-out-by')), 'The lessons it puts into practice.'),
});

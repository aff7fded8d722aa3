import { expect, test } from 'vitest';
import type { Checklist } from '../../../src/knowledge/checklists/checklist.ts';
import { describeAttempt } from '../../../src/knowledge/checklists/checklist-wording.ts';
import { createProcedureChecklist } from '../../../src/knowledge/checklists/procedure-checklist.ts';
import { createKnowledgeWith, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const procedure = (steps: string) =>
  `<Procedure id="dead" title="Redis is dead" activity="emergency" services={["redis"]} signals={["no route to redis"]}>\n\n${steps}\n\n</Procedure>\n`;

function list(steps: string, files: Readonly<Record<string, string>> = {}): Checklist {
  const knowledge = createKnowledgeWith({ 'notes/redis.mdx': NOTE_HEAD + procedure(steps), ...files });
  return createProcedureChecklist(knowledge, knowledge.get('procedure', 'redis#dead'), '2026-11-21');
}

const lines = ({ blocks }: Checklist) =>
  blocks.flatMap(({ id, title, items }) => [
    `# ${title} (${id})`,
    ...items.map(({ number, text, code }) => [number, text, ...code.map((one) => one.text)].join(' | ')),
  ]);

test('lists every step in order, with its number and its commands', () => {
  const steps =
    '1. Pause.\n2. Look:\n   1. At the log.\n\n      <Command run="tail log" where="on redis" />\n   2. At the disk.\n3. Start it.';
  expect(lines(list(steps))).toEqual([
    '# Steps (step-1)',
    '1 | Pause.',
    '2 | Look:',
    '2.1 | At the log. | tail log',
    '2.2 | At the disk.',
    '3 | Start it.',
  ]);
});

test('divides more than nine steps into blocks of similar length, between top-level steps', () => {
  const steps = Array.from({ length: 10 }, (_, index) => `${index + 1}. Do part ${index + 1}.`).join('\n');
  expect(list(steps).blocks.map(({ title, items }) => `${title}: ${items.length}`)).toEqual([
    'Steps 1 to 5: 5',
    'Steps 6 to 10: 5',
  ]);
  const nested =
    '1. Look:\n   1. Here.\n   2. There.\n   3. Above.\n   4. Below.\n2. Do this.\n3. Do that.\n4. Wait.\n5. Look.\n6. Go.';
  expect(list(nested).blocks.map(({ id, title, items }) => `${id} ${title}: ${items.length}`)).toEqual([
    'step-1 Step 1: 5',
    'step-2 Steps 2 to 6: 5',
  ]);
});

test('continues a step of more than nine parts in the next block', () => {
  const parts = Array.from({ length: 11 }, (_, index) => `   ${index + 1}. Part ${index + 1}.`).join('\n');
  expect(list(`1. Look:\n${parts}`).blocks.map(({ title, items }) => `${title}: ${items.length}`)).toEqual([
    'Steps 1 to 1.5: 6',
    'Steps 1.6 to 1.11: 6',
  ]);
});

test('names the signals, the note, the mode, the address and the last line', () => {
  const { title, mode, signals, sources, objective, address, completion } = list('1. Start it.');
  expect({ title, mode, signals, objective, address, completion }).toEqual({
    title: 'Redis is dead',
    mode: 'read-do',
    signals: ['no route to redis'],
    objective: 'Stop the harm.',
    address: 'https://example.org/kb/checklists/procedures/redis/dead/',
    completion: 'Say: “All steps done.”',
  });
  expect(sources.map(({ label }) => label)).toEqual(['Example, note']);
});

const factor = (services: string, tag = '') =>
  `factors:\n  - { text: It broke., category: software, services: [${services}], tags: [${tag}] }\n`;

test('lists what the same organization tried without success for the same fault, the worst first', () => {
  const tried = (fields: string) =>
    POSTMORTEM_HEAD.replace(
      'impact: None.\n',
      `impact: None.\n${fields}mitigations:\n` +
        '  - { action: drain, worked: partly, text: Drained. }\n  - { action: wait, worked: no, text: Waited. }\n  - { action: scale, worked: yes, text: Scaled. }\n' +
        '  - { action: restart, worked: harmful, text: Restarted. }\n  - { action: none, worked: no, text: Looked. }\n',
    );
  const result = list('1. Start it.', {
    'postmortems/one.mdx': tried(`${factor('redis')}signals: [No route to Redis]\n`),
    'postmortems/other-service.mdx': tried(`${factor('elasticsearch')}signals: [No route to Redis]\n`),
    'postmortems/other-fault.mdx': tried(factor('redis')),
    'postmortems/only-nearby.mdx': tried('services: [redis]\nsignals: [No route to Redis]\n'),
    'postmortems/elsewhere.mdx': tried(`${factor('redis')}signals: [No route to Redis]\n`).replace(
      'organization: example',
      'organization: elsewhere',
    ),
  });
  expect(result.tried.map(describeAttempt)).toEqual([
    'Made it worse: Restarted. (Example 2018-03)',
    'Did not help: Looked. (Example 2018-03)',
    'Worked in part: Drained. (Example 2018-03)',
  ]);
});

test('shows the worst four attempts and counts the rest', () => {
  const mitigations = Array.from(
    { length: 6 },
    (_, index) => `  - { action: scale, worked: no, text: Scaled ${index}. }\n`,
  );
  const result = list('1. Start it.', {
    'notes/redis.mdx':
      NOTE_HEAD.replace(/---\n$/, 'tags: [not-reboot-safe]\n---\n') + procedure('1. Start it.'),
    'postmortems/one.mdx': POSTMORTEM_HEAD.replace(
      'impact: None.\n',
      `impact: None.\n${factor('redis', 'not-reboot-safe')}tags: [not-reboot-safe]\nmitigations:\n${mitigations.join('')}`,
    ),
  });
  expect(result.tried).toHaveLength(4);
  expect(result.explanation.at(-1)?.sentence).toBe(
    'Not shown: 2 more attempts without success in postmortems of the same services and the same fault.',
  );
});

test('points to the checks at the last pause point of its activity, if there are any', () => {
  const result = list('1. Start it.', {
    'lessons/write.mdx':
      '---\ntitle: T\nstatement: Write.\nreason: One forgets.\nchecks:\n  - { activity: emergency, pausePoint: now, text: Write it up, expect: a draft }\n---\n',
  });
  expect(result.completion).toBe(
    'Say: “All steps done.” Then take the list “Emergency” and go through “Now”.',
  );
});

test('keeps the condition of a destructive step, which is part of its id', () => {
  const [plain, marked] = ['', '<Destructive onlyIf="it hangs" />\n\n   '].map(
    (mark) => list(`1. ${mark}Kill it.`).blocks[0]?.items[0],
  );
  expect(plain).not.toHaveProperty('onlyIf');
  expect(marked?.onlyIf).toBe('it hangs');
  expect(marked?.text).toBe(plain?.text);
  expect(marked?.id).not.toBe(plain?.id);
});

test('explains the order of the steps, and why they are divided', () => {
  const order = {
    kind: 'order',
    sentence: 'These are all steps of the procedure in “Redis”, in order. Steps are never cut or merged.',
    lessons: [],
  };
  expect(list('1. Start it.').explanation).toEqual([order]);
  const steps = Array.from({ length: 19 }, (_, index) => `${index + 1}. Do it.`).join('\n');
  expect(list(steps).explanation).toEqual([
    order,
    {
      kind: 'divided',
      sentence: 'The steps are divided into 3 blocks, because a block has at most 9 items.',
      lessons: [],
    },
  ]);
});

test('has the owner, the date and the review date of its note', () => {
  const head = NOTE_HEAD.replace(/---\n$/, 'owner: Night team\nwritten: 2019-05\nreviewBy: 2026-10\n---\n');
  const dated = list('', { 'notes/redis.mdx': head + procedure('1. Start it.') });
  expect(dated).toMatchObject({
    owner: 'Night team',
    revised: 'May 2019',
    reviewBy: { date: 'October 2026', overdue: true },
    omitted: [],
    procedures: [],
    includesOthers: false,
  });
  const plain = list('1. Start it.');
  expect(plain).not.toHaveProperty('revised');
  expect(plain).not.toHaveProperty('owner');
  expect(plain).not.toHaveProperty('reviewBy');
  expect(plain).not.toHaveProperty('outline');
});

test('a step that is only a command has the command as its text', () => {
  const { blocks } = list('1. <Command run="redis-cli ping" />\n2. Look.');
  expect(blocks[0]?.items.map(({ text, code }) => [text, code.length])).toEqual([
    ['redis-cli ping', 0],
    ['Look.', 0],
  ]);
});

test('leads from a step to the list of another procedure, and to the note of an outline', () => {
  const others = ['lost', 'sketch'].map(
    (id) =>
      `<Procedure id="${id}" title="Redis is ${id}" activity="emergency"${id === 'sketch' ? ' outline="See the wiki."' : ''}>\n\n1. Restore it.\n\n</Procedure>\n`,
  );
  const steps =
    '1. Go on with [the restore](/notes/redis/#lost).\n2. Read [the sketch](/notes/redis/#sketch).';
  const files = { 'notes/redis.mdx': NOTE_HEAD + [procedure(steps), ...others].join('\n') };
  const { blocks } = list(steps, files);
  expect(blocks.flatMap(({ items }) => items.map(({ text }) => text))).toEqual([
    'Go on with [the restore](/checklists/procedures/redis/lost/).',
    'Read [the sketch](/notes/redis/#sketch).',
  ]);
});

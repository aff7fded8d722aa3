import { expect, test } from 'vitest';
import { parseMdx } from '../../../../src/knowledge/source/mdx/mdx-source.ts';
import { readSteps, type Step } from '../../../../src/knowledge/source/mdx/procedure-steps.ts';

function steps(text: string): Step[] {
  const list = parseMdx(text).tree.children.find((node) => node.type === 'list');
  if (!list) throw new Error('There is no list');
  return readSteps(list, text, ({ kind, id }) => `the ${kind} ${id}`);
}

test('steps have inline Markdown, one for each number', () => {
  expect(steps('1. Look at `redis.log`.\n2. **Start** it\n   again.')).toEqual([
    { text: 'Look at `redis.log`.', code: [], steps: [] },
    { text: '**Start** it again.', code: [], steps: [] },
  ]);
});

test('commands and code stand apart from the words', () => {
  const text =
    '1. Run this:\n\n   ```sh\n   redis-cli ping\n   redis-cli info\n   ```\n\n   <Command run="uptime" where="anywhere" />\n\n   Then wait.';
  expect(steps(text)).toEqual([
    {
      text: 'Run this: Then wait.',
      code: [{ text: 'redis-cli ping\nredis-cli info' }, { text: 'uptime', where: 'anywhere' }],
      steps: [],
    },
  ]);
});

test('steps inside a step keep their order, and their code stays theirs', () => {
  const text =
    '1. Stop.\n   1. The web server.\n\n      ```\n      stop web\n      ```\n   2. The workers.\n      - all of them\n2. Go.';
  expect(steps(text)).toEqual([
    {
      text: 'Stop.',
      code: [],
      steps: [
        { text: 'The web server.', code: [{ text: 'stop web' }], steps: [] },
        { text: 'The workers.', code: [], steps: [{ text: 'all of them', code: [], steps: [] }] },
      ],
    },
    { text: 'Go.', code: [], steps: [] },
  ]);
});

test('a link by id is a link with the title of what it leads to', () => {
  const text =
    '1. Restart <ServiceLink id="redis" />.\n2. See <LessonLink id="a">why</LessonLink>.\n3. <NoteLink id="n" />';
  expect(steps(text).map((step) => step.text)).toEqual([
    'Restart [the service redis](/services/redis/).',
    'See [why](/lessons/a/).',
    '[the note n](/notes/n/)',
  ]);
});

test('callouts, tables and quotes in a step are part of it', () => {
  const text =
    '1. Wait.\n\n   <Callout kind="danger" title="Not now">\n\n   Never twice.\n\n   </Callout>\n\n   | a | b |\n   | - | - |\n   | c | d |\n\n   > Quoted.';
  expect(steps(text)).toEqual([
    { text: 'Wait. Danger: Not now. Never twice. a b c d Quoted.', code: [], steps: [] },
  ]);
});

test('a destructive step has its condition, and the steps around it have none', () => {
  const text =
    '1. Pause.\n2. <Destructive onlyIf="the old data is safe" />\n\n   Delete:\n   - the old data\n3. <Destructive onlyIf="unknown" />\n\n   Go.';
  expect(steps(text)).toEqual([
    { text: 'Pause.', code: [], steps: [] },
    {
      text: 'Delete:',
      code: [],
      onlyIf: 'the old data is safe',
      steps: [{ text: 'the old data', code: [], steps: [] }],
    },
    { text: 'Go.', code: [], onlyIf: 'unknown', steps: [] },
  ]);
});

test('an alert of GitHub in a step says its kind', () => {
  const text = '1. Wait.\n\n   > [!WARNING]\n   > Never twice.';
  expect(steps(text)).toEqual([{ text: 'Wait. Warning: Never twice.', code: [], steps: [] }]);
});

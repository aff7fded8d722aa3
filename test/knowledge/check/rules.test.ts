import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { blocksRendering } from '../../../src/knowledge/preview/blocks-rendering.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import {
  createContent,
  LESSON_HEAD,
  listErrors,
  NOTE_HEAD,
  POSTMORTEM_HEAD,
  SMALL_FILES,
} from '../small-content.ts';

const lesson = (...lines: string[]) =>
  `---\nstatement: S.\nreason: R.\n${lines.map((line) => `${line}\n`).join('')}---\n`;
const procedure = (id: string, body = '1. Do it.') =>
  `<Procedure id="${id}" title="T" activity="emergency">\n\n${body}\n\n</Procedure>\n`;

/** For each rule: what breaks it, and every problem that is found then. */
const BROKEN: Record<
  string,
  [what: string, files: Record<string, string | undefined>, ...problems: string[]][]
> = {
  'allowed-path': [
    [
      'a folder that is nearly right',
      { 'postmortem/a.md': 'x' },
      'postmortem/a.md:1:1 allowed-path: Did you mean `postmortems/a.mdx`?',
    ],
    [
      'another ending',
      { 'vocabulary/tags.yml': 'x' },
      'vocabulary/tags.yml:1:1 allowed-path: Did you mean `vocabulary/tags.yaml`?',
    ],
    ['a folder in a folder', { 'lessons/old/a.mdx': LESSON_HEAD }, 'lessons/old/a.mdx:1:1 allowed-path'],
  ],
  'valid-file-name': [
    [
      'capitals and spaces',
      { 'lessons/Test Failover_now.mdx': LESSON_HEAD },
      'lessons/Test Failover_now.mdx:1:1 valid-file-name: Did you mean `test-failover-now.mdx`?',
    ],
  ],
  'required-frontmatter': [
    ['a file without it', { 'lessons/a.mdx': 'Text.\n' }, 'lessons/a.mdx:1:1 required-frontmatter'],
    [
      'a blank line before it',
      { 'lessons/a.mdx': `\n${LESSON_HEAD}` },
      'lessons/a.mdx:2:1 required-frontmatter',
    ],
    ['TOML', { 'lessons/a.mdx': '+++\na = 1\n+++\n' }, 'lessons/a.mdx:1:1 required-frontmatter'],
    ['an empty file', { 'lessons/a.mdx': '' }, 'lessons/a.mdx:1:1 required-frontmatter'],
  ],
  'valid-yaml': [
    [
      'in the frontmatter, once, and without what follows from it',
      { 'lessons/a.mdx': '---\nstatement: a: b\n---\n' },
      'lessons/a.mdx:2:12 valid-yaml',
    ],
    [
      'in a vocabulary',
      { 'vocabulary/tags.yaml': '- id: a\n  title: "b\n' },
      'vocabulary/tags.yaml:2:11 valid-yaml',
    ],
    ['in the settings', { 'site.yaml': 'title: &a b\n' }, 'site.yaml:1:8 valid-yaml'],
  ],
  'valid-mdx': [
    [
      'a tag that is not closed',
      { 'lessons/a.mdx': `${LESSON_HEAD}Load <b> high.` },
      'lessons/a.mdx:5:6 valid-mdx',
    ],
  ],
  'known-field': [
    [
      'a slip of the hand',
      { 'lessons/a.mdx': lesson('owned: Operations') },
      'lessons/a.mdx:4:1 known-field: Did you mean `owner`?',
    ],
    [
      'in the settings',
      { 'site.yaml': `${SMALL_FILES['site.yaml']}colour: red\n` },
      'site.yaml:6:1 known-field',
    ],
  ],
  'required-field': [
    ['in a document', { 'lessons/a.mdx': '---\nstatement: S.\n---\n' }, 'lessons/a.mdx:2:1 required-field'],
    [
      'in a frontmatter that is empty',
      { 'lessons/a.mdx': '---\n---\n' },
      'lessons/a.mdx:2:1 required-field',
      'lessons/a.mdx:2:1 required-field',
    ],
    [
      'in a vocabulary, where the entry stands',
      { 'vocabulary/tags.yaml': '- id: a\n  title: b\n  meaning: c\n- id: d\n  title: e\n' },
      'vocabulary/tags.yaml:4:3 required-field',
    ],
  ],
  'valid-value': [
    [
      'a value that is nearly right',
      { 'postmortems/a.mdx': POSTMORTEM_HEAD.replace('severity: unknown', 'severity: sve2') },
      'postmortems/a.mdx:6:11 valid-value: Did you mean `sev2`?',
    ],
    [
      'a date in another notation',
      { 'postmortems/a.mdx': POSTMORTEM_HEAD.replace('2018-03-10', '10/3/2018') },
      'postmortems/a.mdx:8:10 valid-value',
    ],
  ],
  'valid-vocabulary': [
    [
      'an id that stands twice',
      { 'vocabulary/tags.yaml': '- {id: a, title: b, meaning: c}\n- {id: a, title: d, meaning: e}\n' },
      'vocabulary/tags.yaml:2:8 valid-vocabulary',
    ],
    [
      'a pause point that stands twice',
      {
        'vocabulary/activities.yaml':
          '- id: a\n  title: b\n  objective: c\n  mode: read-do\n  pausePoints:\n    - {id: now, title: d}\n    - {id: now, title: e}\n',
      },
      'vocabulary/activities.yaml:7:12 valid-vocabulary',
    ],
    [
      'fields in place of a list',
      { 'vocabulary/tags.yaml': 'id: a\n' },
      'vocabulary/tags.yaml:1:1 valid-vocabulary',
    ],
    ['nothing', { 'vocabulary/tags.yaml': '# none yet\n' }, 'vocabulary/tags.yaml:1:1 valid-vocabulary'],
  ],
  'known-postmortem': [
    [
      'one that is not there',
      {
        'lessons/a.mdx': `${LESSON_HEAD}<PostmortemLink id="2018-03-10-outage" />`,
        'postmortems/2018-03-10-outages.mdx': POSTMORTEM_HEAD,
      },
      'lessons/a.mdx:5:21 known-postmortem: Did you mean `2018-03-10-outages`?',
    ],
  ],
  'known-note': [
    [
      'one that is not there',
      { 'lessons/a.mdx': `${LESSON_HEAD}<NoteLink id="n" />` },
      'lessons/a.mdx:5:15 known-note',
    ],
  ],
  'known-procedure': [
    [
      'a procedure of a note that is there, and one of none',
      {
        'notes/n.mdx': `${NOTE_HEAD}${procedure('restart')}`,
        'lessons/a.mdx': `${LESSON_HEAD}<ProcedureLink id="n#restrat" />\n\n<ProcedureLink id="restart" />\n\n<ProcedureLink id="n#restart#x" />\n\n<ProcedureLink id="n#restart" />`,
      },
      'lessons/a.mdx:5:20 known-procedure: Did you mean `n#restart`?',
      'lessons/a.mdx:7:20 known-procedure: Did you mean `n#restart`?',
      'lessons/a.mdx:9:20 known-procedure: Did you mean `n#restart`?',
    ],
  ],
  'known-lesson': [
    [
      'in the fields, at the id',
      { 'lessons/test-failover.mdx': lesson('related: [test-failovr, test-failover]') },
      'lessons/test-failover.mdx:4:11 known-lesson: Did you mean `test-failover`?',
    ],
  ],
  'known-tag': [
    [
      'in the fields',
      { 'lessons/a.mdx': lesson('tags:', '  - not-rebootsafe') },
      'lessons/a.mdx:5:5 known-tag: Did you mean `not-reboot-safe`?',
    ],
  ],
  'known-service': [
    [
      'in a field, in a component and in its list',
      {
        'notes/n.mdx': `${NOTE_HEAD}<ServiceLink id="elastisearch" />\n\n<Procedure id="p" title="T" activity="emergency" services={["redis", "reids"]}>\n\n1. x\n\n</Procedure>`,
      },
      'notes/n.mdx:8:18 known-service: Did you mean `elasticsearch`?',
      'notes/n.mdx:10:71 known-service: Did you mean `redis`?',
    ],
    [
      'what took its place',
      {
        'vocabulary/services.yaml': `${SMALL_FILES['vocabulary/services.yaml']}- {id: a, title: b, meaning: c, replacedBy: d}\n`,
      },
      'vocabulary/services.yaml:10:45 known-service',
    ],
  ],
  'known-activity': [
    [
      'of a check',
      {
        'lessons/a.mdx': lesson(
          'checks:',
          '  - {activity: planed-reboot, pausePoint: before, text: a, expect: b}',
        ),
      },
      'lessons/a.mdx:5:16 known-activity: Did you mean `planned-reboot`?',
    ],
  ],
  'known-pause-point': [
    [
      'of an activity that is there',
      {
        'lessons/a.mdx': lesson(
          'checks:',
          '  - {activity: planned-reboot, pausePoint: afer, text: a, expect: b}',
        ),
      },
      'lessons/a.mdx:5:44 known-pause-point: Did you mean `after`?',
    ],
  ],
  'no-code': [
    ['an import', { 'lessons/a.mdx': `${LESSON_HEAD}import fs from 'node:fs'` }, 'lessons/a.mdx:5:1 no-code'],
    ['an expression', { 'lessons/a.mdx': `${LESSON_HEAD}Load {1 + 1}.` }, 'lessons/a.mdx:5:6 no-code'],
    [
      'a spread',
      { 'lessons/a.mdx': `${LESSON_HEAD}<Command run="x" {...y} />` },
      'lessons/a.mdx:5:18 no-code',
    ],
    [
      'a sentence that begins with `import`',
      { 'lessons/a.mdx': `${LESSON_HEAD}import the dump first.` },
      'lessons/a.mdx:5:1 no-code',
    ],
  ],
  'known-component': [
    ['HTML', { 'lessons/a.mdx': `${LESSON_HEAD}<details>x</details>` }, 'lessons/a.mdx:5:1 known-component'],
    [
      'a slip of the hand',
      { 'lessons/a.mdx': `${LESSON_HEAD}<Comand run="x" />` },
      'lessons/a.mdx:5:1 known-component: Did you mean `<Command>`?',
    ],
  ],
  'valid-component-use': [
    [
      'attributes',
      { 'lessons/a.mdx': `${LESSON_HEAD}<Callout kidn="note" title="" title="b">\n\na\n\n</Callout>` },
      'lessons/a.mdx:5:1 valid-component-use',
      'lessons/a.mdx:5:10 valid-component-use: Did you mean `kind`?',
      'lessons/a.mdx:5:22 valid-component-use',
      'lessons/a.mdx:5:31 valid-component-use',
    ],
    [
      'values',
      {
        'notes/n.mdx': `${NOTE_HEAD}<Callout kind="warnin">\n\na\n\n</Callout>\n\n${procedure('Not An Id')}`,
      },
      'notes/n.mdx:8:16 valid-component-use: Did you mean `warning`?',
      'notes/n.mdx:14:16 valid-component-use',
    ],
    [
      'a list that is text, and text that is a list',
      {
        'notes/n.mdx': `${NOTE_HEAD}<Procedure id="p" title="T" activity="emergency" services="redis" signals={["a", " "]}>\n\n1. x\n\n</Procedure>`,
      },
      'notes/n.mdx:8:50 valid-component-use',
      'notes/n.mdx:8:67 valid-component-use',
    ],
    [
      'an id that is empty, told once',
      { 'lessons/a.mdx': `${LESSON_HEAD}<LessonLink id="" />` },
      'lessons/a.mdx:5:13 valid-component-use',
    ],
    [
      'a block in a sentence, and content where there is none',
      { 'lessons/a.mdx': `${LESSON_HEAD}Run <Command run="x">y</Command>.` },
      'lessons/a.mdx:5:5 valid-component-use',
      'lessons/a.mdx:5:22 valid-component-use',
    ],
    [
      'blocks and links inside a link',
      {
        'lessons/a.mdx': `${LESSON_HEAD}<LessonLink id="a">[b](/search/)</LessonLink>\n\n<LessonLink id="a">\nb\n</LessonLink>\n\n[b <LessonLink id="a" />](/search/)`,
      },
      'lessons/a.mdx:5:20 valid-component-use',
      'lessons/a.mdx:8:1 valid-component-use',
      'lessons/a.mdx:11:4 valid-component-use',
    ],
    [
      'a procedure without steps, and one with two lists of them',
      {
        'notes/n.mdx': `${NOTE_HEAD}${procedure('a', '- Do it.')}\n${procedure('b', '1. Do it.\n\nOr:\n\n1. Do that.')}`,
      },
      'notes/n.mdx:8:1 valid-component-use',
      'notes/n.mdx:20:1 valid-component-use',
    ],
  ],
  'no-duplicate-procedure': [
    [
      'an id that stands twice, as a heading, or on every page',
      {
        'notes/n.mdx': `${NOTE_HEAD}## Restart\n\n${procedure('a')}\n${procedure('a')}\n${procedure('restart')}\n${procedure('procedures')}`,
      },
      'notes/n.mdx:16:1 no-duplicate-procedure',
      'notes/n.mdx:22:1 no-duplicate-procedure',
      'notes/n.mdx:28:1 no-duplicate-procedure',
    ],
    [
      'a place other than a note',
      { 'lessons/a.mdx': `${LESSON_HEAD}${procedure('a')}` },
      'lessons/a.mdx:5:1 no-duplicate-procedure',
    ],
  ],
  'no-unsafe-link': [
    [
      'an address that runs',
      { 'lessons/a.mdx': `${LESSON_HEAD}See [logs](javascript:alert(1)).` },
      'lessons/a.mdx:5:5 no-unsafe-link',
    ],
    [
      'a page named from beside it',
      { 'lessons/a.mdx': `${LESSON_HEAD}[b](b.mdx)` },
      'lessons/a.mdx:5:1 no-unsafe-link',
    ],
  ],
  'valid-picture': [
    [
      'a picture from elsewhere, and one that is not there',
      {
        'notes/n.mdx': `${NOTE_HEAD}![a](https://example.org/a.png)\n\n![b](./b.png)\n\n![c](./c.png)`,
        'notes/c.png': undefined,
        'lessons/b.png': undefined,
      },
      'notes/n.mdx:8:1 valid-picture',
      'notes/n.mdx:10:1 valid-picture',
    ],
  ],
};

describe.each(Object.entries(BROKEN))('%s', (rule, cases) => {
  test.each(cases)('%s', (_, files, ...problems) => {
    expect(listErrors(files)).toEqual(problems);
    expect(problems.filter((problem) => !problem.includes(` ${rule}`))).toEqual([]);
  });
});

test('no-unreadable-file: what could not be read says why', () => {
  const refused = 'Something is wrong with its bytes';
  const content = new Content([{ path: 'lessons/a.mdx', readError: refused }, ...sources()], 'content');
  expect(runRules(content).filter(blocksRendering)).toEqual([
    {
      path: 'content/lessons/a.mdx',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      rule: 'no-unreadable-file',
      address: 'https://example.org/kb/rules/#no-unreadable-file',
      severity: 'error',
      message: refused,
    },
  ]);
});

test('allowed-markup: what is not on the list is refused, whatever it is', () => {
  const content = createContent({ 'lessons/a.mdx': `${LESSON_HEAD}Text.` });
  const document = content.findDocument('lesson', 'a');
  // No notation makes such a node: a parser that learns one must not open a way.
  document?.mdx.tree.children.push({
    type: 'html',
    value: '<script>',
    position: {
      start: { line: 5, column: 1, offset: LESSON_HEAD.length },
      end: { line: 5, column: 2, offset: LESSON_HEAD.length + 1 },
    },
  });
  expect(runRules(content).filter(blocksRendering)).toMatchObject([
    { rule: 'allowed-markup', line: 5, message: 'Unexpected markup `html`, expected Markdown' },
  ]);
});

function sources() {
  return Object.entries(SMALL_FILES).map(([path, text]) => ({ path, text }));
}

test('every rule has a reason in sentences and an example of both', () => {
  for (const { name, why, example } of RULES) {
    expect([name, why]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/s)]);
    expect(example.wrong).not.toBe(example.right);
  }
});

test('content that is right has no problem', () => {
  expect(
    listErrors({
      'lessons/a.mdx': LESSON_HEAD,
      'notes/n.mdx': `${NOTE_HEAD}${procedure('restart')}`,
      'postmortems/b.mdx': POSTMORTEM_HEAD,
    }),
  ).toEqual([]);
});

test('a file that is broken exists for those that link to it', () => {
  expect(
    listErrors({
      'lessons/a.mdx': '---\nstatement: a: b\n---\n<b>',
      'notes/n.mdx': `${NOTE_HEAD}<LessonLink id="a" />`,
      'vocabulary/tags.yaml': '- id: not-reboot-safe\n',
      'lessons/b.mdx': lesson('tags: [not-reboot-safe]'),
    }),
  ).toEqual([
    'lessons/a.mdx:2:12 valid-yaml',
    'lessons/a.mdx:4:1 valid-mdx',
    'vocabulary/tags.yaml:1:3 required-field',
    'vocabulary/tags.yaml:1:3 required-field',
  ]);
});

test('content without settings is told so', () => {
  expect(runRules(new Content([], 'somewhere/content'))).toMatchObject([
    {
      path: 'somewhere/content/site.yaml',
      line: 1,
      column: 1,
      rule: 'allowed-path',
      message: 'Missing file, expected the settings of the site',
    },
  ]);
});

test('only the files that are asked for are judged, against the whole', () => {
  const content = createContent({
    'lessons/a.mdx': lesson('related: [b]'),
    'lessons/b.mdx': 'x',
    'lessons/c.mdx': 'x',
  });
  const files = content.files.filter(({ path }) => path.endsWith('a.mdx') || path.endsWith('c.mdx'));
  expect(
    runRules(content, { files })
      .filter(blocksRendering)
      .map(({ path }) => path),
  ).toEqual(['content/lessons/c.mdx']);
});

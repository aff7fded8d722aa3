import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import {
  createContent,
  LESSON_HEAD,
  listProblems,
  NOTE_HEAD,
  POSTMORTEM_HEAD,
  SMALL_FILES,
  SMALL_RULES,
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
      'postmortem/a.md:1:1 allowed-path: Unexpected file `postmortem/a.md`, expected one of postmortems/*.mdx, notes/*.mdx, lessons/*.mdx, vocabulary/services.yaml, vocabulary/tags.yaml, vocabulary/activities.yaml, site.yaml, redirects.yaml, allowed-secrets.yaml, dictionary.txt, or a picture (Did you mean `postmortems/a.mdx`?)',
    ],
    [
      'another ending',
      { 'vocabulary/tags.yml': 'x' },
      'vocabulary/tags.yml:1:1 allowed-path: Unexpected file `vocabulary/tags.yml`, expected one of postmortems/*.mdx, notes/*.mdx, lessons/*.mdx, vocabulary/services.yaml, vocabulary/tags.yaml, vocabulary/activities.yaml, site.yaml, redirects.yaml, allowed-secrets.yaml, dictionary.txt, or a picture (Did you mean `vocabulary/tags.yaml`?)',
    ],
    [
      'a folder in a folder',
      { 'lessons/old/a.mdx': LESSON_HEAD },
      'lessons/old/a.mdx:1:1 allowed-path: Unexpected file `lessons/old/a.mdx`, expected one of postmortems/*.mdx, notes/*.mdx, lessons/*.mdx, vocabulary/services.yaml, vocabulary/tags.yaml, vocabulary/activities.yaml, site.yaml, redirects.yaml, allowed-secrets.yaml, dictionary.txt, or a picture',
    ],
  ],
  'valid-file-name': [
    [
      'capitals and spaces',
      { 'lessons/Test Failover_now.mdx': LESSON_HEAD },
      'lessons/Test Failover_now.mdx:1:1 valid-file-name: Unexpected file name `Test Failover_now`, expected lower-case words joined by hyphens (Did you mean `test-failover-now.mdx`?)',
    ],
  ],
  'required-frontmatter': [
    [
      'a file without it',
      { 'lessons/a.mdx': 'Text.\n' },
      'lessons/a.mdx:1:1 required-frontmatter: Missing frontmatter, expected `---` on the first line, the fields, and `---`',
    ],
    [
      'a blank line before it',
      { 'lessons/a.mdx': `\n${LESSON_HEAD}` },
      'lessons/a.mdx:2:1 required-frontmatter: Missing frontmatter, expected `---` on the first line, the fields, and `---`',
    ],
    [
      'TOML',
      { 'lessons/a.mdx': '+++\na = 1\n+++\n' },
      'lessons/a.mdx:1:1 required-frontmatter: Unexpected `+++`, expected YAML between two lines of `---`',
    ],
    [
      'an empty file',
      { 'lessons/a.mdx': '' },
      'lessons/a.mdx:1:1 required-frontmatter: Missing frontmatter, expected `---` on the first line, the fields, and `---`',
    ],
  ],
  'valid-yaml': [
    [
      'in the frontmatter, once, and without what follows from it',
      { 'lessons/a.mdx': '---\nstatement: a: b\n---\n' },
      'lessons/a.mdx:2:12 valid-yaml: Unexpected `: ` inside a value, expected one field on a line; put the value in quotes',
    ],
    [
      'in a vocabulary',
      { 'vocabulary/tags.yaml': '- id: a\n  title: "b\n' },
      'vocabulary/tags.yaml:2:11 valid-yaml: Missing closing quote, expected it at the end of the value',
    ],
    [
      'in the settings',
      { 'site.yaml': 'title: &a b\n' },
      'site.yaml:1:8 valid-yaml: Unexpected anchor `&a`, expected the value itself; put text that begins with `&` in quotes',
    ],
  ],
  'valid-mdx': [
    [
      'a tag that is not closed',
      { 'lessons/a.mdx': `${LESSON_HEAD}Load <b> high.` },
      'lessons/a.mdx:5:6 valid-mdx: Missing closing tag of `<b>`, expected `</b>` (Put `<` and `{` that are meant to be read in `code`, or a backslash before them.)',
    ],
  ],
  'known-field': [
    [
      'a slip of the hand',
      { 'lessons/a.mdx': lesson('owned: Operations') },
      'lessons/a.mdx:4:1 known-field: Unknown field `owned`, expected one of statement, reason, services, tags, checks, related, owner, reviewBy, replacedBy (Did you mean `owner`?)',
    ],
    [
      'in the settings',
      { 'site.yaml': `${SMALL_FILES['site.yaml']}colour: red\n` },
      'site.yaml:6:1 known-field: Unknown field `colour`, expected one of title, description, address, repository, paper, owner, sections, completeness, knowledgeBases',
    ],
  ],
  'required-field': [
    [
      'in a document',
      { 'lessons/a.mdx': '---\nstatement: S.\n---\n' },
      'lessons/a.mdx:2:1 required-field: Missing field `reason`, expected text (Why it is true: what happens where it is not followed.)',
    ],
    [
      'in a frontmatter that is empty',
      { 'lessons/a.mdx': '---\n---\n' },
      'lessons/a.mdx:2:1 required-field: Missing field `statement`, expected text (The lesson, in one sentence that will still be true in five years.)',
      'lessons/a.mdx:2:1 required-field: Missing field `reason`, expected text (Why it is true: what happens where it is not followed.)',
    ],
    [
      'in a vocabulary, where the entry stands',
      { 'vocabulary/tags.yaml': '- id: a\n  title: b\n  meaning: c\n- id: d\n  title: e\n' },
      'vocabulary/tags.yaml:4:3 required-field: Missing field `meaning`, expected text (What all its cases have in common.)',
    ],
  ],
  'valid-value': [
    [
      'a value that is nearly right',
      { 'postmortems/a.mdx': POSTMORTEM_HEAD.replace('severity: unknown', 'severity: sve2') },
      'postmortems/a.mdx:6:11 valid-value: Unexpected `sve2`, expected one of sev1, sev2, sev3, sev4, unknown (Did you mean `sev2`?)',
    ],
    [
      'a date in another notation',
      { 'postmortems/a.mdx': POSTMORTEM_HEAD.replace('2018-03-10', '10/3/2018') },
      'postmortems/a.mdx:8:10 valid-value: Unexpected `10/3/2018`, expected a time in EDTF: 2018-03-10, 2015-03, 2018-03-10~ (approximate), XXXX-03-21 (year not known) or 2018-03-10T09:30:00-05:00',
    ],
  ],
  'valid-vocabulary': [
    [
      'an id that stands twice',
      { 'vocabulary/tags.yaml': '- {id: a, title: b, meaning: c}\n- {id: a, title: d, meaning: e}\n' },
      'vocabulary/tags.yaml:2:8 valid-vocabulary: Unexpected second entry `a`, expected each id once',
    ],
    [
      'a pause point that stands twice',
      {
        'vocabulary/activities.yaml':
          '- id: a\n  title: b\n  objective: c\n  mode: read-do\n  pausePoints:\n    - {id: now, title: d}\n    - {id: now, title: e}\n',
      },
      'vocabulary/activities.yaml:7:12 valid-vocabulary: Unexpected second pause point `now`, expected each id once',
    ],
    [
      'fields in place of a list',
      { 'vocabulary/tags.yaml': 'id: a\n' },
      'vocabulary/tags.yaml:1:1 valid-vocabulary: Unexpected content, expected a list of entries: `- id: …`',
    ],
    [
      'nothing',
      { 'vocabulary/tags.yaml': '# none yet\n' },
      'vocabulary/tags.yaml:1:1 valid-vocabulary: Unexpected content, expected a list of entries: `- id: …`',
    ],
  ],
  'known-postmortem': [
    [
      'one that is not there',
      {
        'lessons/a.mdx': `${LESSON_HEAD}<PostmortemLink id="2018-03-10-outage" />`,
        'postmortems/2018-03-10-outages.mdx': POSTMORTEM_HEAD,
      },
      'lessons/a.mdx:5:21 known-postmortem: Unknown postmortem `2018-03-10-outage`, expected the id of a postmortem (Did you mean `2018-03-10-outages`?)',
    ],
  ],
  'known-note': [
    [
      'one that is not there',
      { 'lessons/a.mdx': `${LESSON_HEAD}<NoteLink id="n" />` },
      'lessons/a.mdx:5:15 known-note: Unknown note `n`, expected the id of a note',
    ],
  ],
  'known-procedure': [
    [
      'a procedure of a note that is there, and one of none',
      {
        'notes/n.mdx': `${NOTE_HEAD}${procedure('restart')}`,
        'lessons/a.mdx': `${LESSON_HEAD}<ProcedureLink id="n#restrat" />\n\n<ProcedureLink id="restart" />\n\n<ProcedureLink id="n#restart#x" />\n\n<ProcedureLink id="n#restart" />`,
      },
      'lessons/a.mdx:5:20 known-procedure: Unknown procedure `n#restrat`, expected the id of a procedure (Did you mean `n#restart`?)',
      'lessons/a.mdx:7:20 known-procedure: Unknown procedure `restart`, expected the id of a procedure (Did you mean `n#restart`?)',
      'lessons/a.mdx:9:20 known-procedure: Unknown procedure `n#restart#x`, expected the id of a procedure (Did you mean `n#restart`?)',
    ],
  ],
  'known-lesson': [
    [
      'in the fields, at the id',
      { 'lessons/test-failover.mdx': lesson('related: [test-failovr, test-failover]') },
      'lessons/test-failover.mdx:4:11 known-lesson: Unknown lesson `test-failovr`, expected the id of a lesson (Did you mean `test-failover`?)',
    ],
  ],
  'known-tag': [
    [
      'in the fields',
      { 'lessons/a.mdx': lesson('tags:', '  - not-rebootsafe') },
      'lessons/a.mdx:5:5 known-tag: Unknown tag `not-rebootsafe`, expected the id of a tag (Did you mean `not-reboot-safe`?)',
    ],
  ],
  'known-service': [
    [
      'in a field, in a component and in its list',
      {
        'notes/n.mdx': `${NOTE_HEAD}<ServiceLink id="elastisearch" />\n\n<Procedure id="p" title="T" activity="emergency" services={["redis", "reids"]}>\n\n1. x\n\n</Procedure>`,
      },
      'notes/n.mdx:8:18 known-service: Unknown service `elastisearch`, expected the id of a service (Did you mean `elasticsearch`?)',
      'notes/n.mdx:10:71 known-service: Unknown service `reids`, expected the id of a service (Did you mean `redis`?)',
    ],
    [
      'what took its place',
      {
        'vocabulary/services.yaml': `${SMALL_FILES['vocabulary/services.yaml']}- {id: a, title: b, meaning: c, replacedBy: d}\n`,
      },
      'vocabulary/services.yaml:10:45 known-service: Unknown service `d`, expected the id of a service',
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
      'lessons/a.mdx:5:16 known-activity: Unknown activity `planed-reboot`, expected the id of an activity (Did you mean `planned-reboot`?)',
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
      'lessons/a.mdx:5:44 known-pause-point: Unknown pause point `afer`, expected one of before, after (Did you mean `after`?)',
    ],
  ],
  'no-code': [
    [
      'an import',
      { 'lessons/a.mdx': `${LESSON_HEAD}import fs from 'node:fs'` },
      "lessons/a.mdx:5:1 no-code: Unexpected import `import fs from 'node:fs'`, expected text",
    ],
    [
      'an expression',
      { 'lessons/a.mdx': `${LESSON_HEAD}Load {1 + 1}.` },
      'lessons/a.mdx:5:6 no-code: Unexpected expression `{1 + 1}`, expected text (Put braces that are meant to be read in `code`, or a backslash before them.)',
    ],
    [
      'a spread',
      { 'lessons/a.mdx': `${LESSON_HEAD}<Command run="x" {...y} />` },
      'lessons/a.mdx:5:18 no-code: Unexpected expression `{...y}`, expected `name="…"`',
    ],
    [
      'a sentence that begins with `import`',
      { 'lessons/a.mdx': `${LESSON_HEAD}import the dump first.` },
      'lessons/a.mdx:5:1 no-code: Unexpected `import` at the beginning of a paragraph, expected text; begin it with another word',
    ],
  ],
  'known-component': [
    [
      'HTML',
      { 'lessons/a.mdx': `${LESSON_HEAD}<details>x</details>` },
      'lessons/a.mdx:5:1 known-component: Unknown component `<details>`, expected one of Callout, Command, Procedure, LessonLink, TagLink, ServiceLink, PostmortemLink, NoteLink, ProcedureLink',
    ],
    [
      'a slip of the hand',
      { 'lessons/a.mdx': `${LESSON_HEAD}<Comand run="x" />` },
      'lessons/a.mdx:5:1 known-component: Unknown component `<Comand>`, expected one of Callout, Command, Procedure, LessonLink, TagLink, ServiceLink, PostmortemLink, NoteLink, ProcedureLink (Did you mean `<Command>`?)',
    ],
  ],
  'valid-component-use': [
    [
      'attributes',
      { 'lessons/a.mdx': `${LESSON_HEAD}<Callout kidn="note" title="" title="b">\n\na\n\n</Callout>` },
      'lessons/a.mdx:5:1 valid-component-use: Missing attribute `kind` of `<Callout>`, expected `kind="…"` (How grave it is.)',
      'lessons/a.mdx:5:10 valid-component-use: Unknown attribute `kidn` of `<Callout>`, expected one of kind, title (Did you mean `kind`?)',
      'lessons/a.mdx:5:22 valid-component-use: Unexpected value of `title`, expected `title="…"`',
      'lessons/a.mdx:5:31 valid-component-use: Unexpected second attribute `title`, expected it once',
    ],
    [
      'values',
      {
        'notes/n.mdx': `${NOTE_HEAD}<Callout kind="warnin">\n\na\n\n</Callout>\n\n${procedure('Not An Id')}`,
      },
      'notes/n.mdx:8:16 valid-component-use: Unexpected `warnin` as `kind`, expected one of note, tip, warning, danger (Did you mean `warning`?)',
      'notes/n.mdx:14:16 valid-component-use: Unexpected `Not An Id` as `id`, expected an id: lower-case words joined by hyphens',
    ],
    [
      'a list that is text, and text that is a list',
      {
        'notes/n.mdx': `${NOTE_HEAD}<Procedure id="p" title="T" activity="emergency" services="redis" signals={["a", " "]}>\n\n1. x\n\n</Procedure>`,
      },
      'notes/n.mdx:8:50 valid-component-use: Unexpected value of `services`, expected `services={["…", "…"]}`',
      'notes/n.mdx:8:67 valid-component-use: Unexpected value of `signals`, expected `signals={["…", "…"]}`',
    ],
    [
      'an id that is empty, told once',
      { 'lessons/a.mdx': `${LESSON_HEAD}<LessonLink id="" />` },
      'lessons/a.mdx:5:13 valid-component-use: Unexpected value of `id`, expected `id="…"`',
    ],
    [
      'a block in a sentence, and content where there is none',
      { 'lessons/a.mdx': `${LESSON_HEAD}Run <Command run="x">y</Command>.` },
      'lessons/a.mdx:5:5 valid-component-use: Unexpected `<Command>` inside a sentence, expected it on lines of its own',
      'lessons/a.mdx:5:22 valid-component-use: Unexpected content of `<Command>`, expected `<Command … />`',
    ],
    [
      'blocks and links inside a link',
      {
        'lessons/a.mdx': `${LESSON_HEAD}<LessonLink id="a">[b](/c)</LessonLink>\n\n<LessonLink id="a">\nb\n</LessonLink>\n\n[<LessonLink id="a" />](/b)`,
      },
      'lessons/a.mdx:5:20 valid-component-use: Unexpected `link` inside `<LessonLink>`, expected words on the same line',
      'lessons/a.mdx:8:1 valid-component-use: Unexpected `paragraph` inside `<LessonLink>`, expected words on the same line',
      'lessons/a.mdx:11:2 valid-component-use: Unexpected `<LessonLink>` inside a link, expected only words',
    ],
    [
      'a procedure without steps, and one with two lists of them',
      {
        'notes/n.mdx': `${NOTE_HEAD}${procedure('a', '- Do it.')}\n${procedure('b', '1. Do it.\n\nOr:\n\n1. Do that.')}`,
      },
      'notes/n.mdx:8:1 valid-component-use: Missing steps of `<Procedure>`, expected one numbered list',
      'notes/n.mdx:20:1 valid-component-use: Unexpected second numbered list in `<Procedure>`, expected one: its steps',
    ],
  ],
  'no-duplicate-procedure': [
    [
      'an id that stands twice, as a heading, or on every page',
      {
        'notes/n.mdx': `${NOTE_HEAD}## Restart\n\n${procedure('a')}\n${procedure('a')}\n${procedure('restart')}\n${procedure('procedures')}`,
      },
      'notes/n.mdx:16:1 no-duplicate-procedure: Unexpected second anchor `a`, expected each once on a page',
      'notes/n.mdx:22:1 no-duplicate-procedure: Unexpected second anchor `restart`, expected each once on a page',
      'notes/n.mdx:28:1 no-duplicate-procedure: Unexpected second anchor `procedures`, expected each once on a page',
    ],
    [
      'a place other than a note',
      { 'lessons/a.mdx': `${LESSON_HEAD}${procedure('a')}` },
      'lessons/a.mdx:5:1 no-duplicate-procedure: Unexpected procedure in a lesson, expected it in a note',
    ],
  ],
  'no-unsafe-link': [
    [
      'an address that runs',
      { 'lessons/a.mdx': `${LESSON_HEAD}See [logs](javascript:alert(1)).` },
      'lessons/a.mdx:5:5 no-unsafe-link: Unexpected address `javascript:alert(1)`, expected one that begins with https://, http://, mailto:, / or #',
    ],
    [
      'a page named from beside it',
      { 'lessons/a.mdx': `${LESSON_HEAD}[b](b.mdx)` },
      'lessons/a.mdx:5:1 no-unsafe-link: Unexpected address `b.mdx`, expected one that begins with https://, http://, mailto:, / or #',
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
      'notes/n.mdx:8:1 valid-picture: Unexpected picture `https://example.org/a.png`, expected `./name.png`, or .jpg, .jpeg, .webp, .avif or .gif, beside the file',
      'notes/n.mdx:10:1 valid-picture: Unknown picture `./b.png`, expected a file beside this one',
    ],
  ],
};

describe.each(Object.entries(BROKEN))('%s', (rule, cases) => {
  test.each(cases)('%s', (_, files, ...problems) => {
    expect(listProblems(files)).toEqual(problems);
    expect(problems.every((problem) => problem.includes(` ${rule}: `))).toBe(true);
  });
});

test('no-unreadable-file: what could not be read says why', () => {
  const refused = 'Unexpected bytes that are not UTF-8, expected text';
  const content = new Content([{ path: 'lessons/a.mdx', readError: refused }, ...sources()], 'content');
  expect(runRules(content, { rules: SMALL_RULES })).toEqual([
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
  expect(runRules(content, { rules: SMALL_RULES })).toMatchObject([
    { rule: 'allowed-markup', line: 5, message: 'Unexpected markup `html`, expected Markdown' },
  ]);
});

function sources() {
  return Object.entries(SMALL_FILES).map(([path, text]) => ({ path, text }));
}

test('every rule is broken here', () => {
  const tested = [...Object.keys(BROKEN), 'no-unreadable-file', 'allowed-markup'].sort();
  expect(SMALL_RULES.map(({ name }) => name).sort()).toEqual(tested);
});

test('every rule has a reason in sentences and an example of both', () => {
  for (const { name, why, example } of RULES) {
    expect([name, why]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/s)]);
    expect(example.wrong).not.toBe(example.right);
  }
});

test('content that is right has no problem', () => {
  expect(
    listProblems({
      'lessons/a.mdx': LESSON_HEAD,
      'notes/n.mdx': `${NOTE_HEAD}${procedure('restart')}`,
      'postmortems/b.mdx': POSTMORTEM_HEAD,
    }),
  ).toEqual([]);
});

test('a file that is broken exists for those that link to it', () => {
  expect(
    listProblems({
      'lessons/a.mdx': '---\nstatement: a: b\n---\n<b>',
      'notes/n.mdx': `${NOTE_HEAD}<LessonLink id="a" />`,
      'vocabulary/tags.yaml': '- id: not-reboot-safe\n',
      'lessons/b.mdx': lesson('tags: [not-reboot-safe]'),
    }).map((problem) => problem.split(' ').slice(0, 2).join(' ')),
  ).toEqual([
    'lessons/a.mdx:2:12 valid-yaml:',
    'lessons/a.mdx:4:1 valid-mdx:',
    'vocabulary/tags.yaml:1:3 required-field:',
    'vocabulary/tags.yaml:1:3 required-field:',
  ]);
});

test('content without settings is told so', () => {
  expect(runRules(new Content([], 'somewhere/content'), { rules: SMALL_RULES })).toMatchObject([
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
  expect(runRules(content, { files, rules: SMALL_RULES }).map(({ path }) => path)).toEqual([
    'content/lessons/c.mdx',
  ]);
});

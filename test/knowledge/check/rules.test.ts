import { describe, expect, test } from 'vitest';
import { check } from '../../../src/knowledge/check/check.ts';
import { RULES } from '../../../src/knowledge/check/rules/index.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { contentOf, LESSON, NOTE, POSTMORTEM, problemsIn, SMALL, SMALL_RULES } from '../small-content.ts';

const lesson = (...lines: string[]) =>
  `---\nstatement: S.\nreason: R.\n${lines.map((line) => `${line}\n`).join('')}---\n`;
const procedure = (id: string, body = '1. Do it.') =>
  `<Procedure id="${id}" title="T" activity="emergency">\n\n${body}\n\n</Procedure>\n`;

/** For each rule: what breaks it, and every problem that is found then. */
const BROKEN: Record<
  string,
  [what: string, files: Record<string, string | undefined>, ...problems: string[]][]
> = {
  'known-place': [
    [
      'a folder that is nearly right',
      { 'postmortem/a.md': 'x' },
      'postmortem/a.md:1:1 known-place: Unexpected file `postmortem/a.md`, expected one of postmortems/*.mdx, notes/*.mdx, lessons/*.mdx, vocabulary/services.yaml, vocabulary/tags.yaml, vocabulary/activities.yaml, site.yaml, redirects.yaml, allowed-secrets.yaml, dictionary.txt, or a picture (Did you mean `postmortems/a.mdx`?)',
    ],
    [
      'another ending',
      { 'vocabulary/tags.yml': 'x' },
      'vocabulary/tags.yml:1:1 known-place: Unexpected file `vocabulary/tags.yml`, expected one of postmortems/*.mdx, notes/*.mdx, lessons/*.mdx, vocabulary/services.yaml, vocabulary/tags.yaml, vocabulary/activities.yaml, site.yaml, redirects.yaml, allowed-secrets.yaml, dictionary.txt, or a picture (Did you mean `vocabulary/tags.yaml`?)',
    ],
    [
      'a folder in a folder',
      { 'lessons/old/a.mdx': LESSON },
      'lessons/old/a.mdx:1:1 known-place: Unexpected file `lessons/old/a.mdx`, expected one of postmortems/*.mdx, notes/*.mdx, lessons/*.mdx, vocabulary/services.yaml, vocabulary/tags.yaml, vocabulary/activities.yaml, site.yaml, redirects.yaml, allowed-secrets.yaml, dictionary.txt, or a picture',
    ],
  ],
  'file-name': [
    [
      'capitals and spaces',
      { 'lessons/Test Failover_now.mdx': LESSON },
      'lessons/Test Failover_now.mdx:1:1 file-name: Unexpected file name `Test Failover_now`, expected lower-case words joined by hyphens (Did you mean `test-failover-now.mdx`?)',
    ],
  ],
  frontmatter: [
    [
      'a file without it',
      { 'lessons/a.mdx': 'Text.\n' },
      'lessons/a.mdx:1:1 frontmatter: Missing frontmatter, expected `---` on the first line, the fields, and `---`',
    ],
    [
      'a blank line before it',
      { 'lessons/a.mdx': `\n${LESSON}` },
      'lessons/a.mdx:2:1 frontmatter: Missing frontmatter, expected `---` on the first line, the fields, and `---`',
    ],
    [
      'TOML',
      { 'lessons/a.mdx': '+++\na = 1\n+++\n' },
      'lessons/a.mdx:1:1 frontmatter: Unexpected `+++`, expected YAML between two lines of `---`',
    ],
    [
      'an empty file',
      { 'lessons/a.mdx': '' },
      'lessons/a.mdx:1:1 frontmatter: Missing frontmatter, expected `---` on the first line, the fields, and `---`',
    ],
  ],
  'yaml-notation': [
    [
      'in the frontmatter, once, and without what follows from it',
      { 'lessons/a.mdx': '---\nstatement: a: b\n---\n' },
      'lessons/a.mdx:2:12 yaml-notation: Unexpected `: ` inside a value, expected one field on a line; put the value in quotes',
    ],
    [
      'in a vocabulary',
      { 'vocabulary/tags.yaml': '- id: a\n  title: "b\n' },
      'vocabulary/tags.yaml:2:11 yaml-notation: Missing closing quote, expected it at the end of the value',
    ],
    [
      'in the settings',
      { 'site.yaml': 'title: &a b\n' },
      'site.yaml:1:8 yaml-notation: Unexpected anchor `&a`, expected the value itself; put text that begins with `&` in quotes',
    ],
  ],
  'mdx-notation': [
    [
      'a tag that is not closed',
      { 'lessons/a.mdx': `${LESSON}Load <b> high.` },
      'lessons/a.mdx:5:6 mdx-notation: Missing closing tag of `<b>`, expected `</b>` (Put `<` and `{` that are meant to be read in `code`, or a backslash before them.)',
    ],
  ],
  'unknown-field': [
    [
      'a slip of the hand',
      { 'lessons/a.mdx': lesson('owned: Operations') },
      'lessons/a.mdx:4:1 unknown-field: Unknown field `owned`, expected one of statement, reason, services, tags, checks, related, owner, reviewBy, replacedBy (Did you mean `owner`?)',
    ],
    [
      'in the settings',
      { 'site.yaml': `${SMALL['site.yaml']}colour: red\n` },
      'site.yaml:6:1 unknown-field: Unknown field `colour`, expected one of title, description, address, repository, paper, owner, sections, completeness, knowledgeBases',
    ],
  ],
  'missing-field': [
    [
      'in a document',
      { 'lessons/a.mdx': '---\nstatement: S.\n---\n' },
      'lessons/a.mdx:2:1 missing-field: Missing field `reason`, expected text (Why it is true: what happens where it is not followed.)',
    ],
    [
      'in a frontmatter that is empty',
      { 'lessons/a.mdx': '---\n---\n' },
      'lessons/a.mdx:2:1 missing-field: Missing field `statement`, expected text (The lesson, in one sentence that will still be true in five years.)',
      'lessons/a.mdx:2:1 missing-field: Missing field `reason`, expected text (Why it is true: what happens where it is not followed.)',
    ],
    [
      'in a vocabulary, where the entry stands',
      { 'vocabulary/tags.yaml': '- id: a\n  title: b\n  meaning: c\n- id: d\n  title: e\n' },
      'vocabulary/tags.yaml:4:3 missing-field: Missing field `meaning`, expected text (What all its cases have in common.)',
    ],
  ],
  'wrong-value': [
    [
      'a value that is nearly right',
      { 'postmortems/a.mdx': POSTMORTEM.replace('severity: unknown', 'severity: sve2') },
      'postmortems/a.mdx:6:11 wrong-value: Unexpected `sve2`, expected one of sev1, sev2, sev3, sev4, unknown (Did you mean `sev2`?)',
    ],
    [
      'a date in another notation',
      { 'postmortems/a.mdx': POSTMORTEM.replace('2018-03-10', '10/3/2018') },
      'postmortems/a.mdx:8:10 wrong-value: Unexpected `10/3/2018`, expected a time in EDTF: 2018-03-10, 2015-03, 2018-03-10~ (approximate), XXXX-03-21 (year not known) or 2018-03-10T09:30:00-05:00',
    ],
  ],
  'vocabulary-list': [
    [
      'an id that stands twice',
      { 'vocabulary/tags.yaml': '- {id: a, title: b, meaning: c}\n- {id: a, title: d, meaning: e}\n' },
      'vocabulary/tags.yaml:2:8 vocabulary-list: Unexpected second entry `a`, expected each id once',
    ],
    [
      'a pause point that stands twice',
      {
        'vocabulary/activities.yaml':
          '- id: a\n  title: b\n  objective: c\n  mode: read-do\n  pausePoints:\n    - {id: now, title: d}\n    - {id: now, title: e}\n',
      },
      'vocabulary/activities.yaml:7:12 vocabulary-list: Unexpected second pause point `now`, expected each id once',
    ],
    [
      'fields in place of a list',
      { 'vocabulary/tags.yaml': 'id: a\n' },
      'vocabulary/tags.yaml:1:1 vocabulary-list: Unexpected content, expected a list of entries: `- id: …`',
    ],
    [
      'nothing',
      { 'vocabulary/tags.yaml': '# none yet\n' },
      'vocabulary/tags.yaml:1:1 vocabulary-list: Unexpected content, expected a list of entries: `- id: …`',
    ],
  ],
  'known-postmortem': [
    [
      'one that is not there',
      {
        'lessons/a.mdx': `${LESSON}<PostmortemLink id="2018-03-10-outage" />`,
        'postmortems/2018-03-10-outages.mdx': POSTMORTEM,
      },
      'lessons/a.mdx:5:21 known-postmortem: Unknown postmortem `2018-03-10-outage`, expected the id of a postmortem (Did you mean `2018-03-10-outages`?)',
    ],
  ],
  'known-note': [
    [
      'one that is not there',
      { 'lessons/a.mdx': `${LESSON}<NoteLink id="n" />` },
      'lessons/a.mdx:5:15 known-note: Unknown note `n`, expected the id of a note',
    ],
  ],
  'known-procedure': [
    [
      'a procedure of a note that is there, and one of none',
      {
        'notes/n.mdx': `${NOTE}${procedure('restart')}`,
        'lessons/a.mdx': `${LESSON}<ProcedureLink id="n#restrat" />\n\n<ProcedureLink id="restart" />\n\n<ProcedureLink id="n#restart#x" />\n\n<ProcedureLink id="n#restart" />`,
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
        'notes/n.mdx': `${NOTE}<ServiceLink id="elastisearch" />\n\n<Procedure id="p" title="T" activity="emergency" services={["redis", "reids"]}>\n\n1. x\n\n</Procedure>`,
      },
      'notes/n.mdx:8:18 known-service: Unknown service `elastisearch`, expected the id of a service (Did you mean `elasticsearch`?)',
      'notes/n.mdx:10:71 known-service: Unknown service `reids`, expected the id of a service (Did you mean `redis`?)',
    ],
    [
      'what took its place',
      {
        'vocabulary/services.yaml': `${SMALL['vocabulary/services.yaml']}- {id: a, title: b, meaning: c, replacedBy: d}\n`,
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
      { 'lessons/a.mdx': `${LESSON}import fs from 'node:fs'` },
      "lessons/a.mdx:5:1 no-code: Unexpected import `import fs from 'node:fs'`, expected text",
    ],
    [
      'an expression',
      { 'lessons/a.mdx': `${LESSON}Load {1 + 1}.` },
      'lessons/a.mdx:5:6 no-code: Unexpected expression `{1 + 1}`, expected text (Put braces that are meant to be read in `code`, or a backslash before them.)',
    ],
    [
      'a spread',
      { 'lessons/a.mdx': `${LESSON}<Command run="x" {...y} />` },
      'lessons/a.mdx:5:18 no-code: Unexpected expression `{...y}`, expected `name="…"`',
    ],
    [
      'a sentence that begins with `import`',
      { 'lessons/a.mdx': `${LESSON}import the dump first.` },
      'lessons/a.mdx:5:1 no-code: Unexpected `import` at the beginning of a paragraph, expected text; begin it with another word',
    ],
  ],
  'known-component': [
    [
      'HTML',
      { 'lessons/a.mdx': `${LESSON}<details>x</details>` },
      'lessons/a.mdx:5:1 known-component: Unknown component `<details>`, expected one of Callout, Command, Procedure, LessonLink, TagLink, ServiceLink, PostmortemLink, NoteLink, ProcedureLink',
    ],
    [
      'a slip of the hand',
      { 'lessons/a.mdx': `${LESSON}<Comand run="x" />` },
      'lessons/a.mdx:5:1 known-component: Unknown component `<Comand>`, expected one of Callout, Command, Procedure, LessonLink, TagLink, ServiceLink, PostmortemLink, NoteLink, ProcedureLink (Did you mean `<Command>`?)',
    ],
  ],
  'component-use': [
    [
      'attributes',
      { 'lessons/a.mdx': `${LESSON}<Callout kidn="note" title="" title="b">\n\na\n\n</Callout>` },
      'lessons/a.mdx:5:1 component-use: Missing attribute `kind` of `<Callout>`, expected `kind="…"` (How grave it is.)',
      'lessons/a.mdx:5:10 component-use: Unknown attribute `kidn` of `<Callout>`, expected one of kind, title (Did you mean `kind`?)',
      'lessons/a.mdx:5:22 component-use: Unexpected value of `title`, expected `title="…"`',
      'lessons/a.mdx:5:31 component-use: Unexpected second attribute `title`, expected it once',
    ],
    [
      'values',
      { 'notes/n.mdx': `${NOTE}<Callout kind="warnin">\n\na\n\n</Callout>\n\n${procedure('Not An Id')}` },
      'notes/n.mdx:8:16 component-use: Unexpected `warnin` as `kind`, expected one of note, tip, warning, danger (Did you mean `warning`?)',
      'notes/n.mdx:14:16 component-use: Unexpected `Not An Id` as `id`, expected an id: lower-case words joined by hyphens',
    ],
    [
      'a list that is text, and text that is a list',
      {
        'notes/n.mdx': `${NOTE}<Procedure id="p" title="T" activity="emergency" services="redis" signals={["a", " "]}>\n\n1. x\n\n</Procedure>`,
      },
      'notes/n.mdx:8:50 component-use: Unexpected value of `services`, expected `services={["…", "…"]}`',
      'notes/n.mdx:8:67 component-use: Unexpected value of `signals`, expected `signals={["…", "…"]}`',
    ],
    [
      'an id that is empty, told once',
      { 'lessons/a.mdx': `${LESSON}<LessonLink id="" />` },
      'lessons/a.mdx:5:13 component-use: Unexpected value of `id`, expected `id="…"`',
    ],
    [
      'a block in a sentence, and content where there is none',
      { 'lessons/a.mdx': `${LESSON}Run <Command run="x">y</Command>.` },
      'lessons/a.mdx:5:5 component-use: Unexpected `<Command>` inside a sentence, expected it on lines of its own',
      'lessons/a.mdx:5:22 component-use: Unexpected content of `<Command>`, expected `<Command … />`',
    ],
    [
      'blocks and links inside a link',
      {
        'lessons/a.mdx': `${LESSON}<LessonLink id="a">[b](/c)</LessonLink>\n\n<LessonLink id="a">\nb\n</LessonLink>\n\n[<LessonLink id="a" />](/b)`,
      },
      'lessons/a.mdx:5:20 component-use: Unexpected `link` inside `<LessonLink>`, expected words on the same line',
      'lessons/a.mdx:8:1 component-use: Unexpected `paragraph` inside `<LessonLink>`, expected words on the same line',
      'lessons/a.mdx:11:2 component-use: Unexpected `<LessonLink>` inside a link, expected only words',
    ],
    [
      'a procedure without steps, and one with two lists of them',
      {
        'notes/n.mdx': `${NOTE}${procedure('a', '- Do it.')}\n${procedure('b', '1. Do it.\n\nOr:\n\n1. Do that.')}`,
      },
      'notes/n.mdx:8:1 component-use: Missing steps of `<Procedure>`, expected one numbered list',
      'notes/n.mdx:20:1 component-use: Unexpected second numbered list in `<Procedure>`, expected one: its steps',
    ],
  ],
  'unique-procedure': [
    [
      'an id that stands twice, as a heading, or on every page',
      {
        'notes/n.mdx': `${NOTE}## Restart\n\n${procedure('a')}\n${procedure('a')}\n${procedure('restart')}\n${procedure('procedures')}`,
      },
      'notes/n.mdx:16:1 unique-procedure: Unexpected second anchor `a`, expected each once on a page',
      'notes/n.mdx:22:1 unique-procedure: Unexpected second anchor `restart`, expected each once on a page',
      'notes/n.mdx:28:1 unique-procedure: Unexpected second anchor `procedures`, expected each once on a page',
    ],
    [
      'a place other than a note',
      { 'lessons/a.mdx': `${LESSON}${procedure('a')}` },
      'lessons/a.mdx:5:1 unique-procedure: Unexpected procedure in a lesson, expected it in a note',
    ],
  ],
  'safe-link': [
    [
      'an address that runs',
      { 'lessons/a.mdx': `${LESSON}See [logs](javascript:alert(1)).` },
      'lessons/a.mdx:5:5 safe-link: Unexpected address `javascript:alert(1)`, expected one that begins with https://, http://, mailto:, / or #',
    ],
    [
      'a page named from beside it',
      { 'lessons/a.mdx': `${LESSON}[b](b.mdx)` },
      'lessons/a.mdx:5:1 safe-link: Unexpected address `b.mdx`, expected one that begins with https://, http://, mailto:, / or #',
    ],
  ],
  'safe-picture': [
    [
      'a picture from elsewhere, and one that is not there',
      {
        'notes/n.mdx': `${NOTE}![a](https://example.org/a.png)\n\n![b](./b.png)\n\n![c](./c.png)`,
        'notes/c.png': undefined,
        'lessons/b.png': undefined,
      },
      'notes/n.mdx:8:1 safe-picture: Unexpected picture `https://example.org/a.png`, expected `./name.png`, or .jpg, .jpeg, .webp, .avif or .gif, beside the file',
      'notes/n.mdx:10:1 safe-picture: Unknown picture `./b.png`, expected a file beside this one',
    ],
  ],
};

describe.each(Object.entries(BROKEN))('%s', (rule, cases) => {
  test.each(cases)('%s', (_, files, ...problems) => {
    expect(problemsIn(files)).toEqual(problems);
    expect(problems.every((problem) => problem.includes(` ${rule}: `))).toBe(true);
  });
});

test('readable-file: what could not be read says why', () => {
  const refused = 'Unexpected bytes that are not UTF-8, expected text';
  const content = new Content([{ path: 'lessons/a.mdx', refused }, ...sources()], 'content');
  expect(check(content, { rules: SMALL_RULES })).toEqual([
    {
      path: 'content/lessons/a.mdx',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      rule: 'readable-file',
      address: 'https://example.org/kb/rules/#readable-file',
      severity: 'error',
      message: refused,
    },
  ]);
});

test('allowed-markup: what is not on the list is refused, whatever it is', () => {
  const content = contentOf({ 'lessons/a.mdx': `${LESSON}Text.` });
  const document = content.document('lesson', 'a');
  // No notation makes such a node: a parser that learns one must not open a way.
  document?.mdx.tree.children.push({
    type: 'html',
    value: '<script>',
    position: {
      start: { line: 5, column: 1, offset: LESSON.length },
      end: { line: 5, column: 2, offset: LESSON.length + 1 },
    },
  });
  expect(check(content, { rules: SMALL_RULES })).toMatchObject([
    { rule: 'allowed-markup', line: 5, message: 'Unexpected markup `html`, expected Markdown' },
  ]);
});

function sources() {
  return Object.entries(SMALL).map(([path, text]) => ({ path, text }));
}

test('every rule is broken here', () => {
  const tested = [...Object.keys(BROKEN), 'readable-file', 'allowed-markup'].sort();
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
    problemsIn({
      'lessons/a.mdx': LESSON,
      'notes/n.mdx': `${NOTE}${procedure('restart')}`,
      'postmortems/b.mdx': POSTMORTEM,
    }),
  ).toEqual([]);
});

test('a file that is broken exists for those that link to it', () => {
  expect(
    problemsIn({
      'lessons/a.mdx': '---\nstatement: a: b\n---\n<b>',
      'notes/n.mdx': `${NOTE}<LessonLink id="a" />`,
      'vocabulary/tags.yaml': '- id: not-reboot-safe\n',
      'lessons/b.mdx': lesson('tags: [not-reboot-safe]'),
    }).map((problem) => problem.split(' ').slice(0, 2).join(' ')),
  ).toEqual([
    'lessons/a.mdx:2:12 yaml-notation:',
    'lessons/a.mdx:4:1 mdx-notation:',
    'vocabulary/tags.yaml:1:3 missing-field:',
    'vocabulary/tags.yaml:1:3 missing-field:',
  ]);
});

test('content without settings is told so', () => {
  expect(check(new Content([], 'somewhere/content'), { rules: SMALL_RULES })).toMatchObject([
    {
      path: 'somewhere/content/site.yaml',
      line: 1,
      column: 1,
      rule: 'known-place',
      message: 'Missing file, expected the settings of the site',
    },
  ]);
});

test('only the files that are asked for are judged, against the whole', () => {
  const content = contentOf({
    'lessons/a.mdx': lesson('related: [b]'),
    'lessons/b.mdx': 'x',
    'lessons/c.mdx': 'x',
  });
  const files = content.files.filter(({ path }) => path.endsWith('a.mdx') || path.endsWith('c.mdx'));
  expect(check(content, { files, rules: SMALL_RULES }).map(({ path }) => path)).toEqual([
    'content/lessons/c.mdx',
  ]);
});

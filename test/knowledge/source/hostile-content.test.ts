import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { createLinkResolver } from '../../../src/knowledge/graph/link-resolver.ts';
import { renderBody } from '../../../src/knowledge/graph/render-body.ts';
import { blocksRendering } from '../../../src/knowledge/graph/valid/blocks-rendering.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import type { Problem } from '../../../src/knowledge/source/problem.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD } from '../small-content.ts';
import { findDangers } from './find-dangers.ts';

/** A body, and where which rule refuses it, lines counted from the first of the body; none if it may pass. */
type Row = [body: string, ...refusals: string[]];

const HEAD = LESSON_HEAD.split('\n').length - 1;

/** These rules keep text readable, links alive and pictures in use; content that only they refuse has to be harmless all the same. */
const OTHER_RULES = new Set([
  'known-link-target',
  'no-vague-link-text',
  'no-invisible-character',
  'no-unused-picture',
]);

function isAboutSafety(problem: Problem): boolean {
  return blocksRendering(problem) && !OTHER_RULES.has(problem.rule);
}

function read(body: string) {
  const content = createContent({ 'lessons/a.mdx': LESSON_HEAD + body, 'lessons/graph.png': undefined });
  return { content, problems: runRules(content).filter(isAboutSafety) };
}

/** The page of a body that has passed the check; titles from elsewhere are as hostile as can be. */
function render(content: ReturnType<typeof read>['content']): string {
  const document = content.findDocument('lesson', 'a');
  if (!document) throw new Error('The lesson is not there');
  const links = createLinkResolver(document, createAddresses('/kb/'), () => '"><script>alert(1)</script>');
  return renderBody(document, links);
}

function judge(body: string, ...refusals: string[]): void {
  const { content, problems } = read(body);
  const found = problems.map(({ rule, line, column, path }) => {
    expect(path).toBe('content/lessons/a.mdx');
    return `${line - HEAD}:${column} ${rule}`;
  });
  expect(found).toEqual(refusals);
  if (refusals.length === 0) expect(findDangers(render(content))).toEqual([]);
}

describe('what could run is refused where it stands, and what passes cannot run', () => {
  describe('imports and exports', () => {
    test.each<Row>([
      ["import fs from 'node:fs'", '1:1 no-code'],
      ['export const a = 1', '1:1 no-code'],
      ["import('x')"],
      ['export default () => null', '1:1 no-code'],
      ["export * from '../evil.js'", '1:1 no-code'],
      ["\n\nimport evil from '../evil.js'\n\nText", '3:1 no-code'],
      ["> import x from 'y'"],
      ['- export const a = 1'],
    ])('%j', judge);
  });

  describe('expressions', () => {
    test.each<Row>([
      ['{1 + 1}', '1:1 no-code'],
      ['a {process.exit()} b', '1:3 no-code'],
      ['{(() => { throw 1 })()}', '1:1 no-code'],
      ['{`x`}', '1:1 no-code'],
      ['{}', '1:1 no-code'],
      ['{ }', '1:1 no-code'],
      ['{/* fine */}'],
      ['{/* a */ /* b */}'],
      ['{/* a */ evil()}', '1:1 no-code'],
      ['{/* a */}{evil()}', '1:10 no-code'],
      ['{"</script>"}', '1:1 no-code'],
      ['| a |\n| - |\n| {evil()} |', '3:3 no-code'],
      ['# {evil()}', '1:3 no-code'],
      ['[a {evil()}](/b)', '1:4 no-code'],
      ['[^1]\n\n[^1]: {evil()}', '3:7 no-code'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is content, not a template
      ['${evil()}', '1:2 no-code'],
      ['<% evil() %>', '1:2 valid-mdx'],
      ['{{ evil() }}', '1:1 no-code', '1:11 no-code'],
      ['{% evil %}', '1:2 no-code'],
      ['<Callout kind="note">\n{evil()}\n</Callout>', '2:1 no-code'],
    ])('%j', judge);
  });

  describe('code in attributes', () => {
    test.each<Row>([
      ['<Callout {...props}>\n\na\n\n</Callout>', '1:1 valid-component-use', '1:10 no-code'],
      ['<Callout kind={evil()}>\n\na\n\n</Callout>', '1:10 no-code'],
      ['<Callout kind="note" {...{onClick: 1}}>\n\na\n\n</Callout>', '1:22 no-code'],
      ['<Command run={`x`} />', '1:10 no-code'],
      ['<Command run="x" where={["a"]} />', '1:18 no-code'],
    ])('%j', judge);
  });

  describe('raw HTML and names that are no component', () => {
    test.each<Row>([
      ['<script>alert(1)</script>', '1:1 known-component'],
      ['<script src="https://evil.example/x.js" />', '1:1 known-component'],
      ['<SCRIPT>a</SCRIPT>', '1:1 known-component'],
      ['a <script>alert(1)</script> b', '1:3 known-component'],
      ['<img src="x" onerror="alert(1)" />', '1:1 known-component'],
      ['<img src=x onerror=alert(1)>', '1:10 valid-mdx'],
      ['<svg onload="alert(1)" />', '1:1 known-component'],
      ['<svg><script>a</script></svg>', '1:1 known-component', '1:6 known-component'],
      ['<iframe src="javascript:alert(1)" />', '1:1 known-component'],
      ['<style>a</style>', '1:1 known-component'],
      ['<object data="x" />', '1:1 known-component'],
      ['<a href="javascript:alert(1)">a</a>', '1:1 known-component'],
      ['<form action="javascript:alert(1)" />', '1:1 known-component'],
      ['<math><mtext /></math>', '1:1 known-component', '1:7 known-component'],
      ['<base href="https://evil.example/" />', '1:1 known-component'],
      ['<meta http-equiv="refresh" content="0" />', '1:1 known-component'],
      ['<template>a</template>', '1:1 known-component'],
      ['<details open ontoggle="alert(1)">a</details>', '1:1 known-component'],
      ['<Fragment set:html="x" />', '1:1 known-component'],
      ['<>a</>', '1:1 known-component'],
      ['<Astro.self />', '1:1 known-component'],
      ['<constructor />', '1:1 known-component'],
      ['<__proto__ />', '1:1 known-component'],
      ['<a:b />', '1:1 known-component'],
      ['<callout kind="note">\n\na\n\n</callout>', '1:1 known-component'],
      ['<x-evil />', '1:1 known-component'],
      ['<!-- comment -->', '1:2 valid-mdx'],
      ['<![CDATA[x]]>', '1:2 valid-mdx'],
      ['<?php evil() ?>', '1:2 valid-mdx'],
      ['<!doctype html>', '1:2 valid-mdx'],
      ['    <script>alert(1)</script>', '1:5 known-component'],
      ['\\<script>alert(1)</script>', '1:19 valid-mdx'],
      ['[<b>](/b)', '1:2 valid-mdx'],
      ['# "><script>', '1:5 valid-mdx'],
      ['# <script>alert(1)</script>', '1:3 known-component'],
      ['- [x] <input />', '1:7 known-component'],
      ['<Callout kind="note">\n\n<script>a</script>\n\n</Callout>', '3:1 known-component'],
    ])('%j', judge);
  });

  describe('attributes that a component does not know', () => {
    test.each<Row>([
      ['<Command run="x" onclick="alert(1)" />', '1:18 valid-component-use'],
      ['<Command run="x" onClick={evil} />', '1:18 no-code', '1:18 valid-component-use'],
      ['<Command run="x" set:html="y" />', '1:18 valid-component-use'],
      ['<Command run="x" client:load />', '1:18 valid-component-use'],
      ['<Command run="x" is:raw />', '1:18 valid-component-use'],
      ['<Command run="x" define:vars="y" />', '1:18 valid-component-use'],
      ['<Command run="x" __proto__="y" />', '1:18 valid-component-use'],
      ['<Command run="x" constructor="y" />', '1:18 valid-component-use'],
      ['<Command run="x" class="y" />', '1:18 valid-component-use'],
      ['<Command run="x" style="y" />', '1:18 valid-component-use'],
      [
        '<Command run="x" dangerouslySetInnerHTML={{__html: "y"}} />',
        '1:18 no-code',
        '1:18 valid-component-use',
      ],
      ['<Command run="x" run="y" />', '1:18 valid-component-use'],
      ['<Command run="x" onclick="y" />', '1:18 valid-component-use'],
      ['<Callout kind="note onclick">\n\na\n\n</Callout>', '1:16 valid-component-use'],
      ['<Command run="x">alert(1)</Command>', '1:1 valid-component-use', '1:18 valid-component-use'],
    ])('%j', judge);
  });

  describe('addresses in disguise', () => {
    test.each<Row>([
      ['[a](javascript:alert(1))', '1:1 no-unsafe-link'],
      ['[a](JaVaScRiPt:alert(1))', '1:1 no-unsafe-link'],
      ['[a](<java\tscript:alert(1)>)', '1:1 no-unsafe-link'],
      ['[a](<java&#x0A;script:alert(1)>)', '1:1 no-unsafe-link'],
      ['[a](java&Tab;script:alert(1))', '1:1 no-unsafe-link'],
      ['[a](&#106;avascript:alert(1))', '1:1 no-unsafe-link'],
      ['[a](javascript&colon;alert(1))', '1:1 no-unsafe-link'],
      ['[a](&#x1;javascript:alert(1))', '1:1 no-unsafe-link'],
      ['[a](<  javascript:alert(1)>)', '1:1 no-unsafe-link'],
      ['[a](\\javascript:alert(1))', '1:1 no-unsafe-link'],
      ['[a](javascript%3Aalert(1))', '1:1 no-unsafe-link'],
      ['[a](%6Aavascript:alert(1))', '1:1 no-unsafe-link'],
      ['[a](javascript://example.org/%0Aalert(1))', '1:1 no-unsafe-link'],
      ['[a](vbscript:msgbox(1))', '1:1 no-unsafe-link'],
      ['[a](data:text/html,<script>alert(1)</script>)', '1:1 no-unsafe-link'],
      ['[a](DATA:text/html;base64,PHNjcmlwdD4=)', '1:1 no-unsafe-link'],
      ['[a](blob:https://example.org/x)', '1:1 no-unsafe-link'],
      ['[a](file:///etc/passwd)', '1:1 no-unsafe-link'],
      ['[a](ftp://example.org/)', '1:1 no-unsafe-link'],
      ['[a](tel:123)', '1:1 no-unsafe-link'],
      ['[a](view-source:x)', '1:1 no-unsafe-link'],
      ['[a](//evil.example)', '1:1 no-unsafe-link'],
      ['[a](/\\\\evil.example)', '1:1 no-unsafe-link'],
      ['[a](\\\\\\\\evil.example)', '1:1 no-unsafe-link'],
      ['[a](/&#x9;/evil.example)', '1:1 no-unsafe-link'],
      ['[a](https:evil.example)', '1:1 no-unsafe-link'],
      ['[a](https:/evil.example)', '1:1 no-unsafe-link'],
      ['[a](https:\\\\\\\\evil.example)', '1:1 no-unsafe-link'],
      ['[a](https://user:password@example.org)', '1:1 no-unsafe-link'],
      ['[a](https://example.org@evil.example)', '1:1 no-unsafe-link'],
      ['[a](page)', '1:1 no-unsafe-link'],
      ['[a](./page)', '1:1 no-unsafe-link'],
      ['[a](../../etc)', '1:1 no-unsafe-link'],
      ['[a](?q=1)', '1:1 no-unsafe-link'],
      ['[a]()', '1:1 no-unsafe-link'],
      ['[a](./graph.png)', '1:1 no-unsafe-link'],
      ['[a](https://exa mple.org)'],
      ['[a](<https://exa mple.org>)', '1:1 no-unsafe-link'],
      ['[a](https://[::1)', '1:1 no-unsafe-link'],
      ['~~[a](javascript:alert(1))~~', '1:3 no-unsafe-link'],
      ['| [a](javascript:alert(1)) |\n| - |\n| b |', '1:3 no-unsafe-link'],
    ])('%j', judge);
  });

  describe('addresses by definition, in angle brackets and as they stand', () => {
    test.each<Row>([
      ['[a][b]\n\n[b]: javascript:alert(1)', '3:1 no-unsafe-link'],
      ['[a]\n\n[a]: data:text/html,x', '3:1 no-unsafe-link'],
      ['[b]: javascript:alert(1)', '1:1 no-unsafe-link'],
      ['[a][b]\n\n[b]: /fine\n\n[b]: javascript:alert(1)', '5:1 no-unsafe-link'],
      ['[a][b]\n\n[b]: ./graph.png', '1:1 no-unsafe-link'],
      ['> [b]: javascript:alert(1)', '1:3 no-unsafe-link'],
      ['<javascript:alert(1)>', '1:18 valid-mdx'],
      ['<https://example.org>', '1:8 valid-mdx'],
      ['javascript:alert(1)'],
      ['https://example.org/javascript:alert(1)'],
      ['www.example.org'],
      ['a@example.org'],
      ['mailto:a@example.org'],
      ['xmpp:a@example.org/x'],
      ['https://user:password@example.org/x', '1:1 no-unsafe-link'],
      ['text[^1]\n\n[^1]: [a](javascript:alert(1))', '3:7 no-unsafe-link'],
      ['text[^1]\n\n[^1]: <script>alert(1)</script>', '3:7 known-component'],
      ['[^"><script>]\n\n[^"><script>]: a'],
      ['text[^onclick]\n\n[^onclick]: a'],
    ])('%j', judge);
  });

  describe('pictures', () => {
    test.each<Row>([
      ['![a](./evil.js)', '1:1 valid-picture'],
      ['![a](./evil.svg)', '1:1 valid-picture'],
      ['![a](javascript:alert(1))', '1:1 valid-picture'],
      ['![a](data:image/png;base64,x)', '1:1 valid-picture'],
      ['![a](https://evil.example/pixel.png)', '1:1 valid-picture'],
      ['![a](../graph.png)', '1:1 valid-picture'],
      ['![a](/graph.png)', '1:1 valid-picture'],
      ['![a](graph.png)', '1:1 valid-picture'],
      ['![a](./graph.png?import)', '1:1 valid-picture'],
      ['![a](./graph.png#x)', '1:1 valid-picture'],
      ['![a](./%67raph.png)', '1:1 valid-picture'],
      ['![a](./x/../graph.png)', '1:1 valid-picture'],
      ['![a](./missing.png)', '1:1 valid-picture'],
      ['![a](./graph.png "title")'],
      ['!["><script>alert(1)</script>](./graph.png)'],
      ['![a][b]\n\n[b]: ./evil.js', '1:1 valid-picture', '3:1 no-unsafe-link'],
      ['![a][b]\n\n[b]: ./graph.png'],
      ['![a][b]\n\n[b]: https://evil.example/x.svg\n\n[b]: ./graph.png', '1:1 valid-picture'],
      ['![a][b]\n\n[b]: ./graph.png\n\n[b]: https://evil.example/x.svg'],
      ['[![a](javascript:alert(1))](/b)', '1:2 valid-picture'],
      ['[![a](./graph.png)](javascript:alert(1))', '1:1 no-unsafe-link'],
    ])('%j', judge);
  });

  describe('links in links', () => {
    test.each<Row>([
      [
        '<LessonLink id="a"><script>x</script></LessonLink>',
        '1:20 known-component',
        '1:20 valid-component-use',
      ],
      ['<LessonLink id="a">[b](/c)</LessonLink>', '1:20 valid-component-use'],
      ['<LessonLink id="a">\n\n# b\n\n</LessonLink>', '3:1 valid-component-use'],
      ['[<LessonLink id="a" />](/b)', '1:2 valid-component-use'],
      ['<LessonLink id="a">https://example.org</LessonLink>', '1:20 valid-component-use'],
      ['<LessonLink id="../../x" />', '1:17 known-lesson'],
      ['<LessonLink id="__proto__" />', '1:17 known-lesson'],
      ['<LessonLink id="a" />'],
    ])('%j', judge);
  });

  describe('text that only looks like code', () => {
    test.each<Row>([
      ['`<script>alert(1)</script>`'],
      ['```\n<script>alert(1)</script>\n```'],
      ['```"><script>alert(1)</script>\nx\n```'],
      ['&lt;script&gt;alert(1)&lt;/script&gt;'],
      ['[a](/b "\\" onclick=\\"alert(1)")'],
      ['[a](/b"onclick=alert)'],
      ['+++\nlayout = "evil"\n+++'],
      ['---\nlayout: evil\n---'],
      ['layout: data:text/javascript,evil()'],
      ['a\u0000b'],
      ['&#0;&#x1b;[31m'],
      ['<Command run="&lt;script&gt;alert(1)&lt;/script&gt;" />'],
      ['<Command run=\'" onclick="alert(1)\' />'],
      ['<Command run="</code><script>alert(1)</script>" />'],
      ['<Callout kind="note" title="<img src=x onerror=alert(1)>">\n\na\n\n</Callout>'],
      ['<Command run="x" />'],
      ['<Command run="javascript:alert(1)" />'],
    ])('%j', judge);
  });

  describe('code in the lists of a procedure', () => {
    const procedure = (attribute: string) =>
      `${NOTE_HEAD}<Procedure id="a" title="b" activity="emergency"\n${attribute}>\n\n1. c\n\n</Procedure>`;
    test.each([
      ['services={[evil()]}', '9:1 valid-component-use'],
      ['services={["redis"].concat(evil())}', '9:1 valid-component-use'],
      ['services={`redis`}', '9:1 valid-component-use'],
      ['services={{"__proto__": {"a": 1}}}', '9:1 valid-component-use'],
      ['signals={["a", {"__proto__": 1}]}', '9:1 valid-component-use'],
      ['signals={["a", ...b]}', '9:1 valid-component-use'],
      ['signals={[""]}', '9:1 valid-component-use'],
      ['services={["redis"]}'],
    ])('%s', (attribute, ...refusals) => {
      const problems = runRules(createContent({ 'notes/n.mdx': procedure(attribute) })).filter(
        blocksRendering,
      );
      expect(problems.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual(refusals);
    });
  });
});

describe('allows only fields of the schema in the frontmatter', () => {
  const lesson = (...lines: string[]) =>
    `---\ntitle: T\nstatement: S.\nreason: R.\n${lines.join('\n')}\n---\n`;
  test.each([
    ['a layout', lesson('layout: "data:text/javascript,evil()"'), '5:1 known-field'],
    ['components', lesson('components: { a: ./evil.js }'), '5:1 known-field'],
    ['a url', lesson('url: /x/'), '5:1 known-field'],
    ['a file', lesson('file: /etc/passwd'), '5:1 known-field'],
    ['a slug', lesson('slug: ../../x'), '5:1 known-field'],
    ['__proto__', lesson('__proto__: { polluted: yes }'), '5:1 known-field'],
    ['constructor', lesson('constructor: { prototype: x }'), '5:1 known-field'],
    ['a merge key', lesson('<<: { owner: x }'), '5:1 known-field'],
    ['a function as tag', lesson('owner: !!js/function "() => 1"'), '5:8 valid-yaml'],
    ['a tag in brackets', lesson('owner: !<tag:yaml.org,2002:js/eval> x'), '5:8 valid-yaml'],
    ['an anchor and an alias', lesson('owner: &a b', 'reviewBy: *a'), '5:8 valid-yaml', '6:11 valid-yaml'],
    ['a second document behind dots', lesson('...', 'layout: evil'), '6:1 valid-yaml'],
    ['a line that begins with the fence', lesson('---layout: evil'), '5:1 known-field'],
    ['the fence with text behind it', lesson('--- layout: evil'), '5:1 valid-yaml'],
    ['a field twice', lesson('reason: again'), '5:1 valid-yaml'],
    ['a blank line before the fence', `\n${LESSON_HEAD}`, '2:1 required-frontmatter'],
    ['a space before the fence', ` ${LESSON_HEAD}`, '1:2 required-frontmatter'],
    ['a comment before the fence', `{/* a */}\n${LESSON_HEAD}`, '1:1 required-frontmatter'],
    ['TOML', '+++\nlayout = "evil"\n+++\n', '1:1 required-frontmatter'],
    ['JSON', ';;;\n{"layout": "evil"}\n;;;\n', '1:1 required-frontmatter', '2:10 no-code'],
    ['JavaScript', '---js\n{ layout: evil() }\n---\n', '1:1 required-frontmatter', '2:9 no-code'],
    ['no closing fence', '---\ntitle: T\nstatement: S.\nreason: R.\n', '1:1 required-frontmatter'],
    ['a second one', `${LESSON_HEAD}---\nlayout: evil\n---\n`],
    ['Windows line ends', LESSON_HEAD.replaceAll('\n', '\r\n')],
  ])('%s', (_, text, ...refusals) => {
    const problems = runRules(createContent({ 'lessons/a.mdx': text })).filter(isAboutSafety);
    expect(problems.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual(refusals);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('the list of what cannot run lets none of these through', () => {
  test.each([
    ['<script>alert(1)</script>', 'element script', 'element script'],
    ['<p onclick="alert(1)">a</p>', 'attribute onclick'],
    ['<p style="x">a</p>', 'attribute style'],
    ['<a href="javascript:alert(1)">a</a>', 'href javascript:alert(1)'],
    ['<a href="java&#x9;script:alert(1)">a</a>', 'href java\tscript:alert(1)'],
    ['<a href="//evil.example">a</a>', 'href //evil.example'],
    ['<a href="page">a</a>', 'href page'],
    ['<img src="/kb/pictures/lessons/../../x.png">', 'src /kb/pictures/lessons/../../x.png'],
    ['<img src="https://evil.example/x.png">', 'src https://evil.example/x.png'],
    ['<input type="image">', 'type image'],
    ['<svg/onload=alert(1)>', 'not plain HTML: <svg/onload=alert(1)>'],
    ['a < b', 'not plain HTML: < b'],
    ["<a href='javascript:alert(1)'>", "not plain HTML: <a href='javascript:alert(1)'>"],
    ['<!-- a -->', 'not plain HTML: <!-- a -->'],
    ['<p>a &#x3C;b> <a href="https://example.org/?a&#x26;b">c</a></p>'],
  ])('%s', (html, ...dangers) => {
    expect(findDangers(html)).toEqual(dangers);
  });
});

const FRAGMENTS = [
  ...[
    'a',
    'b ',
    ' ',
    '\n',
    '\n\n',
    '# ',
    '> ',
    '- ',
    '1. ',
    '| a |\n| - |\n',
    '\\',
    '&',
    '&#x3C;',
    '&lt;',
    '\u2028',
  ],
  ...[
    '*',
    '_',
    '~~',
    '`',
    '```\n',
    '{',
    '}',
    '{/* a */}',
    '{evil()}',
    '<',
    '>',
    '/>',
    '</',
    '<>',
    '</>',
    '"',
    "'",
  ],
  ...[
    '<Callout kind="note">',
    '</Callout>',
    '<Command run="',
    '" />',
    '<LessonLink id="a" />',
    '<LessonLink id="a">',
  ],
  ...[
    '</LessonLink>',
    '<script>',
    '</script>',
    '<img src="x" ',
    'onerror="alert(1)" ',
    'set:html="x" ',
    '{...x} ',
  ],
  ...[
    '[',
    '](',
    ')',
    '![',
    '[a](',
    '![a](',
    '[b]: ',
    '[a][b]',
    '![a][b]',
    '[^1]',
    '[^1]: ',
    '<https://',
    'https://',
  ],
  ...[
    'javascript:alert(1)',
    'java\tscript:',
    'data:text/html,',
    '//evil.example',
    './graph.png',
    './evil.js',
    '/a',
    '#a',
  ],
  ...['import a from "b"\n', 'export const a = 1\n', '---\n', '+++\n', 'www.example.org', 'a@example.org'],
];

test('whatever is put together: the check refuses it, or nothing in it can run', () => {
  const body = fc
    .array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(''));
  let passed = 0;
  fc.assert(
    fc.property(body, (text) => {
      const { content, problems } = read(text);
      if (problems.length > 0) return;
      passed++;
      expect(findDangers(render(content))).toEqual([]);
    }),
    { numRuns: 200 },
  );
  // If all were rejected, this test would prove nothing about accepted content.
  expect(passed).toBeGreaterThan(10);
});

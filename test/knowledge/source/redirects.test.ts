import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import type { Ref } from '../../../src/knowledge/schema/kinds.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { Redirects } from '../../../src/knowledge/source/redirects.ts';

const tag = (id: string): Ref => ({ kind: 'tag', id });
const procedure = (id: string): Ref => ({ kind: 'procedure', id });

describe('where a renamed entry is now', () => {
  const redirects = new Redirects([
    { from: tag('a'), to: tag('b') },
    { from: tag('b'), to: tag('c') },
    { from: tag('x'), to: tag('y') },
    { from: tag('y'), to: tag('x') },
    { from: { kind: 'note', id: 'old' }, to: { kind: 'note', id: 'new' } },
    { from: procedure('old#stop'), to: procedure('new#halt') },
    { from: procedure('other#stop'), to: procedure('new#stop') },
  ]);

  test('is at the end of the chain', () => {
    expect(redirects.resolve(tag('a'))).toEqual(tag('c'));
    expect(redirects.listSteps(tag('a'))).toEqual([tag('b'), tag('c')]);
  });

  test('is where it was when it was not renamed, and another kind is another thing', () => {
    expect(redirects.resolve(tag('c'))).toEqual(tag('c'));
    expect(redirects.resolve({ kind: 'lesson', id: 'a' })).toEqual({ kind: 'lesson', id: 'a' });
  });

  test('a circle ends', () => {
    expect(redirects.listSteps(tag('x'))).toEqual([tag('y'), tag('x')]);
  });

  test('the old anchors of a note are on the page that it has now', () => {
    expect(redirects.listMovedProcedures('new')).toEqual([{ anchor: 'stop', to: procedure('new#halt') }]);
    expect(redirects.listMovedProcedures('other')).toEqual([{ anchor: 'stop', to: procedure('new#stop') }]);
    expect(redirects.listMovedProcedures('old')).toEqual([]);
  });
});

/** Returns the problems of redirects in a content with the tags `one` and `two` and the note `guide#stop`. */
function problemsOf(redirects: string): string[] {
  const entry = (id: string) => `- id: ${id}\n  title: Title\n  meaning: Meaning.\n`;
  const content = new Content(
    [
      { path: 'vocabulary/tags.yaml', text: `${entry('one')}${entry('two')}` },
      {
        path: 'notes/guide.mdx',
        text: '---\ntitle: Guide\n---\n\n<Procedure id="stop" title="Stop" activity="emergency">\n\n1. Stop it.\n\n</Procedure>\n',
      },
      { path: 'redirects.yaml', text: redirects },
    ],
    'content',
  );
  const files = content.files.filter(({ type }) => type === 'redirects');
  return runRules(content, { files, rules: RULES })
    .filter(({ path }) => path === 'content/redirects.yaml')
    .map(({ line, column, rule, hint }) => [`${line}:${column} ${rule}`, hint].filter(Boolean).join('  '));
}

describe('the check of redirects', () => {
  const table: [name: string, redirects: string, problems: string[]][] = [
    ['a redirect from what is gone to what is there is right', '- kind: tag\n  from: old\n  to: one\n', []],
    ['an empty list is right', '', []],
    ['so is a comment alone', '# none yet\n', []],
    [
      'an old procedure on a note that is there, and on one that was renamed',
      '- {kind: procedure, from: guide#halt, to: guide#stop}\n- {kind: note, from: old, to: guide}\n- {kind: procedure, from: old#halt, to: guide#stop}\n',
      [],
    ],
    [
      'a target that does not exist',
      '- kind: tag\n  from: old\n  to: on\n',
      ['3:7 known-tag  Did you mean `one`?'],
    ],
    [
      'a redirect from what is still there',
      '- kind: tag\n  from: one\n  to: two\n',
      ['2:9 valid-redirect-from'],
    ],
    [
      'two from the same id',
      '- {kind: tag, from: old, to: one}\n- {kind: tag, from: old, to: two}\n',
      ['2:21 valid-redirect-from'],
    ],
    [
      'a chain, at its first link',
      '- {kind: tag, from: a, to: b}\n- {kind: tag, from: b, to: one}\n',
      ['1:28 no-redirect-chain'],
    ],
    [
      'a circle, at each of its links',
      '- {kind: tag, from: a, to: b}\n- {kind: tag, from: b, to: a}\n',
      ['1:28 no-redirect-chain', '2:28 no-redirect-chain'],
    ],
    ['one that leads to itself', '- {kind: tag, from: a, to: a}\n', ['1:28 no-redirect-chain']],
    [
      'an old procedure without a page',
      '- {kind: procedure, from: gone#halt, to: guide#stop}\n- {kind: procedure, from: halt, to: guide#stop}\n',
      ['1:27 valid-redirect-from', '2:27 valid-redirect-from'],
    ],
    [
      'fields that are wrong or missing',
      '- kind: tags\n  from: old\n  too: one\n',
      [
        '1:3 required-field  Its new id, written in the same way.',
        '1:9 valid-value  Did you mean `tag`?',
        '3:3 known-field  Did you mean `to`?',
      ],
    ],
    ['a file that is no list', 'kind: tag\n', ['1:1 valid-redirects']],
  ];
  test.each(table)('%s', (_, redirects, problems) => {
    expect(problemsOf(redirects)).toEqual(problems);
  });

  test('offers the new id for a link to a renamed entry', () => {
    const lesson = { path: 'lessons/x.mdx', text: '---\ntags: [old]\n---\n' };
    const tags = { path: 'vocabulary/tags.yaml', text: '- id: one\n  title: One\n  meaning: One.\n' };
    const redirects = { path: 'redirects.yaml', text: '- {kind: tag, from: old, to: one}\n' };
    const found = runRules(new Content([lesson, tags, redirects], 'content'));
    expect(found.find(({ rule }) => rule === 'known-tag')?.hint).toBe('It was renamed to `one`.');
  });
});

test('a file of redirects in one long chain is checked in seconds', () => {
  const chain = Array.from({ length: 5_000 }, (_, at) => `- {kind: note, from: n${at}, to: n${at + 1}}\n`);
  const content = new Content([{ path: 'redirects.yaml', text: chain.join('') }], 'content');
  const before = process.cpuUsage();
  const problems = runRules(content);
  expect(problems.filter(({ rule }) => rule === 'no-redirect-chain')).toHaveLength(1_000);
  expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
});

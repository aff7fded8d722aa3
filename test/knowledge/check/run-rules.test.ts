import { expect, test } from 'vitest';
import { RULES } from '../../../src/knowledge/check/rules/index.ts';
import { findMissingFiles, runRules } from '../../../src/knowledge/check/run-rules.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { createMaskedContent } from '../../../src/knowledge/source/masked-content.ts';
import { createContent, LESSON_HEAD, runRule, SMALL_FILES } from '../small-content.ts';

const findInvisible = (count: number) =>
  runRule('no-invisible-character', { 'lessons/a.mdx': LESSON_HEAD + '\u200b'.repeat(count) });

test('reports a thousand problems of a rule in a file', () => {
  const problems = findInvisible(1_000);
  expect(problems).toHaveLength(1_000);
  expect(problems.filter(({ hint }) => hint)).toEqual([]);
});

test('counts the problems beyond a thousand in a hint to the last one', () => {
  const problems = findInvisible(1_003);
  expect(problems).toHaveLength(1_000);
  expect(problems.filter(({ hint }) => hint)).toEqual(problems.slice(-1));
  expect(problems.at(-1)).toMatchObject({
    column: 1_000,
    hint: 'There are 3 more problems of this rule in the file.',
  });
  expect(findInvisible(1_001).at(-1)?.hint).toBe('There is 1 more problem of this rule in the file.');
});

test('keeps an error of a rule that has more than a thousand warnings', () => {
  const blame = 'It was human error. '.repeat(1_100);
  const problems = runRule('no-blame', {
    'lessons/a.mdx': `${LESSON_HEAD}${blame}John Smith forgot to renew the certificate.\n`,
  });
  expect(problems.filter(({ severity }) => severity === 'warning')).toHaveLength(1_000);
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
});

const BLAME = 'It was human error. ';
const ALLOWED_LINE = `${BLAME.repeat(20)}{/* allow no-blame: a quotation */}\n\n`;
const ALLOWED = ALLOWED_LINE.repeat(60);

const findBlame = (body: string) => runRule('no-blame', { 'lessons/a.mdx': `${LESSON_HEAD}${body}` });

test('reports an error after more than a thousand allowed hits', () => {
  const [problem, ...others] = findBlame(`${ALLOWED}John Smith forgot to renew the certificate.\n`);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ severity: 'error', line: 126 });
  expect(problem?.hint ?? '').not.toMatch(/There (?:is|are)/);
});

test('counts only hits that are not allowed as more problems', () => {
  const problems = findBlame(`${ALLOWED}${BLAME.repeat(1_002)}\n\n${ALLOWED}`);
  expect(problems).toHaveLength(1_000);
  expect(problems.map(({ hint }) => hint).filter((hint) => hint?.startsWith('There'))).toEqual([
    'There are 2 more problems of this rule in the file.',
  ]);
});

test('accepts an allowance of a hit after the first thousand', () => {
  const body = `${BLAME.repeat(1_100)}\n\n${ALLOWED_LINE}`;
  const rules = RULES.filter(({ name }) => name === 'no-blame' || name === 'valid-allowance');
  const problems = runRules(createContent({ 'lessons/a.mdx': `${LESSON_HEAD}${body}` }), { rules });
  expect(problems.filter(({ rule }) => rule === 'valid-allowance')).toEqual([]);
});

test('looks for suggestions for the first hundred findings of a rule in a file', () => {
  const tags = Array.from({ length: 1_500 }, (_, index) => `  - missing-${index}`).join('\n');
  const problems = runRule('known-tag', {
    'lessons/a.mdx': LESSON_HEAD.replace(/\n---\n$/, `\ntags:\n${tags}\n---\n`),
    'vocabulary/tags.yaml': '- id: missing-x\n  title: X\n  definition: X.\n',
  });
  expect(problems).toHaveLength(1_000);
  expect(problems.filter(({ hint }) => hint === 'Did you mean `missing-x`?')).toHaveLength(100);
});

test('offers no fix in a file with a masked secret, whose mask it could write', async () => {
  const rules = RULES.filter(({ name }) => name === 'no-trailing-space');
  const fix = async (text: string) => {
    const files = { ...SMALL_FILES, 'lessons/a.mdx': `${LESSON_HEAD}${text} \n` };
    const sources = Object.entries(files).map(([path, content]) => ({ path, text: content }));
    return runRules(await createMaskedContent(sources, 'content'), { rules }).map(({ edits }) => edits);
  };
  expect(await fix('Nothing secret.')).toEqual([[expect.objectContaining({ text: '' })]]);
  expect(await fix('password = "hunter2-hunter2"')).toEqual([undefined]);
});

test('reports problems without addresses if the site has none', () => {
  const content = createContent({ 'site.yaml': 'title: T\n', 'lessons/a.mdx': 'x' });
  expect(runRules(content).filter((problem) => 'address' in problem)).toEqual([]);
});

test('reports missing settings as an error', () => {
  expect(findMissingFiles(createContent({}))).toEqual([]);
  expect(findMissingFiles(new Content([], 'content'))).toMatchObject([
    { path: 'content/site.yaml', severity: 'error' },
  ]);
});

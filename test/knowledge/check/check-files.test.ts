import { expect, test } from 'vitest';
import { checkFiles } from '../../../src/knowledge/check/check-files.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD, SMALL_CONTEXT } from '../small-content.ts';

const CONTENT = createContent({
  'lessons/a.mdx': LESSON_HEAD,
  'postmortems/2018-03-10-b.mdx': `${POSTMORTEM_HEAD}It was human error.\n`,
});

test('returns the problems of the files, and the completeness of the postmortems among them', () => {
  const files = CONTENT.files.filter(({ type }) => type === 'document');
  const { problems, postmortems } = checkFiles(CONTENT, files, SMALL_CONTEXT);
  expect(problems.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    'content/lessons/a.mdx required-lesson-evidence',
    'content/postmortems/2018-03-10-b.mdx no-blame',
  ]);
  expect(postmortems.map(({ id }) => id)).toEqual(['2018-03-10-b']);
});

test('releases the syntax trees of each document after its check', () => {
  const lesson = CONTENT.findDocument('lesson', 'a');
  const before = lesson?.mdx;
  expect(lesson?.mdx).toBe(before);
  checkFiles(CONTENT, CONTENT.files, SMALL_CONTEXT);
  expect(lesson?.mdx).not.toBe(before);
});

test('returns nothing for no files', () => {
  expect(checkFiles(CONTENT, [], SMALL_CONTEXT)).toEqual({ problems: [], postmortems: [] });
});

test('throws if the content was not searched for secrets', () => {
  const content = new Content([], 'content');
  expect(() => checkFiles(content, [], SMALL_CONTEXT)).toThrow('was not searched for secrets');
});

import { expect, test } from 'vitest';
import { LESSON_HEAD, NOTE_HEAD, runRule, SMALL_FILES } from '../../small-content.ts';

const ORGANIZATIONS =
  '- id: example\n  title: Example Works\n  aliases: [Exemplar]\n  teams: [{ id: night, title: Night Owls, aliases: [Late-Birds] }]\n' +
  '- id: elsewhere\n  title: Elsewhere Incorporated\n';

const check = (owner: string, head = NOTE_HEAD) =>
  runRule('no-person-name', {
    'vocabulary/organizations.yaml': ORGANIZATIONS,
    'notes/n.mdx': head.replace(/---\n$/, `owner: ${owner}\n---\n`),
  });

test.each([
  'Jo Public-Smith',
  'Jo Q. Public',
  'Maria de la Cruz',
  'JANE DOE',
  'Dr. Smith',
  'Élodie  Dupont',
  '" Jo Public "',
  '"@jo-public"',
  // Another organization, whose name is unknown here.
  'Elsewhere Incorporated',
])('warns about %s', (owner) => {
  expect(check(owner)).toMatchObject([{ line: 7, column: 8 }]);
});

test.each([
  ['a role', 'Database Team'],
  ['a role after a hyphen', 'Data-Center Operations'],
  ['a word in lower case', 'Jo public'],
  ['one word', 'Jo'],
  ['many words', 'One Two Three Four Five'],
  ['the name of the organization', 'Example Crowd'],
  ['another name of the organization', 'Exemplar Crowd'],
  ['a team of the organization', 'Night Birds'],
  ['a word of another name of a team', 'Early Birds'],
  ['a service', 'Redis Crowd'],
  ['another name of a service', 'Es Crowd'],
  ['a sign within the text', '"Jo @public"'],
  ['an empty value', '" "'],
])('accepts %s: %s', (_what, owner) => {
  expect(check(owner)).toEqual([]);
});

test('warns about the name of an organization on a page that has none', () => {
  const files = { 'lessons/a.mdx': LESSON_HEAD.replace(/---\n$/, 'owner: Example Works\n---\n') };
  expect(runRule('no-person-name', files)).toHaveLength(1);
});

test('warns about a person in the settings', () => {
  const files = { 'site.yaml': `${SMALL_FILES['site.yaml']}owner: Jo Public\n` };
  expect(runRule('no-person-name', files)).toMatchObject([{ path: 'content/site.yaml', line: 6, column: 8 }]);
});

test('ignores names in other fields', () => {
  expect(check('Redis', NOTE_HEAD.replace('title: Redis', 'title: Jo Public'))).toEqual([]);
});

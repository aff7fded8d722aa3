import { expect, test } from 'vitest';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createContent, SMALL_FILES } from '../../small-content.ts';

const rules = RULES.filter(({ name }) => name === 'known-check');

const check = (id: string, pausePoint = 'before') =>
  `  - { id: ${id}, activity: planned-reboot, pausePoint: ${pausePoint}, text: Read it, expect: one }\n`;
const lesson = (...checks: string[]) =>
  `---\ntitle: T\nstatement: S.\nreason: R.\nchecks:\n${checks.join('')}---\n`;
const FILES = {
  'lessons/locks.mdx': lesson(check('remove-the-locks'), check('list-the-locks', 'after')),
  'lessons/backups.mdx': lesson(check('validate-each')),
};

/** Returns each message and hint about these places of the pause point `before`. */
function findProblems(places: string[], files: Record<string, string> = {}): string[] {
  const activities = SMALL_FILES['vocabulary/activities.yaml'].replace(
    'title: Before the reboot\n',
    `title: Before the reboot\n      checks: [${places.join(', ')}]\n`,
  );
  const content = createContent({ ...FILES, 'vocabulary/activities.yaml': activities, ...files });
  return runRules(content, { rules }).map(({ message, hint }) => [message, hint].filter(Boolean).join(' | '));
}

test('accepts each check of the pause point once, in any order', () => {
  expect(findProblems(['locks/remove-the-locks', 'backups/validate-each'])).toEqual([]);
  expect(findProblems(['backups/validate-each', 'locks/remove-the-locks'])).toEqual([]);
  expect(findProblems([])).toEqual([]);
});

const UNKNOWN = 'expected a check of this pause point as `lesson-id/check-id`';

test.each([
  ['the nearest spelling', 'lokcs/remove-the-locks', 'locks/remove-the-locks'],
  ['the same id in another lesson', 'failover/validate-each', 'backups/validate-each'],
  ['a check of the same lesson', 'backups/count', 'backups/validate-each'],
])('suggests %s', (_, place, suggestion) => {
  expect(findProblems([place])).toEqual([
    `Unknown check \`${place}\`, ${UNKNOWN} | Did you mean \`${suggestion}\`?`,
  ]);
});

test('suggests no check that the pause point lists already', () => {
  expect(findProblems(['backups/validate-each', 'backups/count'])).toEqual([
    `Unknown check \`backups/count\`, ${UNKNOWN}`,
  ]);
});

test('suggests the new id of a renamed lesson', () => {
  const redirects = { 'redirects.yaml': '- { kind: lesson, from: old, to: locks }\n' };
  expect(findProblems(['old/remove-the-locks'], redirects)).toEqual([
    `Unknown check \`old/remove-the-locks\`, ${UNKNOWN} | The lesson was renamed: \`locks/remove-the-locks\`.`,
  ]);
});

test('reports a check of another pause point with the place where it belongs', () => {
  expect(findProblems(['locks/remove-the-locks', 'backups/validate-each', 'locks/list-the-locks'])).toEqual([
    'Unexpected `locks/list-the-locks`, a check of `after` of `planned-reboot`, expected a check of `before` of `planned-reboot` | Move the line to the `checks` of `after` of `planned-reboot`.',
  ]);
});

test('reports a second line for a check, and suggests a check without one', () => {
  expect(findProblems(['locks/remove-the-locks', 'locks/remove-the-locks'])).toEqual([
    'Unexpected second `locks/remove-the-locks`, expected each check once',
  ]);
});

test('reports nothing about a lesson that cannot be read', () => {
  expect(
    findProblems(['locks/remove-the-locks'], { 'lessons/locks.mdx': '---\nstatement: a: b\n---\n' }),
  ).toEqual([]);
});

test('reads 20,000 places of one pause point, of which a copy for each would not fit into memory', () => {
  const places = Array.from({ length: 20_000 }, () => 'locks/remove-the-locks');
  expect(findProblems(places)[0]).toMatch(/^Unexpected second `locks\/remove-the-locks`/);
});

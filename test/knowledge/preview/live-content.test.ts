import { expect, test } from 'vitest';
import { LiveContent } from '../../../src/knowledge/preview/live-content.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { createMaskedContent } from '../../../src/knowledge/source/masked-content.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD, SMALL_CONTEXT, SMALL_FILES } from '../small-content.ts';

const FILES = {
  'lessons/one.mdx': `${LESSON_HEAD}Why.\n`,
  'notes/n.mdx': `${NOTE_HEAD}## How\n\n<LessonLink id="one" />\n`,
};
const BESIDE = Object.keys(SMALL_FILES).length;

function live() {
  const content = new LiveContent(createAddresses());
  return (files: Record<string, string>) =>
    content.update(createContent({ ...FILES, ...files }), SMALL_CONTEXT);
}

function bodyOf({ entries }: ReturnType<ReturnType<typeof live>>, id: string) {
  return entries.find(({ entry }) => entry.id === id)?.html;
}

test('a change inside one file judges that file alone', () => {
  const show = live();
  expect(show({}).checkedCount).toBe(2 + BESIDE);
  const changed = show({ 'lessons/one.mdx': `${LESSON_HEAD}Because.\n` });
  expect(changed.checkedCount).toBe(1 + BESIDE);
  expect(bodyOf(changed, 'one')).toContain('Because.');
  expect(bodyOf(changed, 'n')).toContain('Start services at boot');
});

test.each([
  ['a title', { 'lessons/one.mdx': LESSON_HEAD.replace('Start services', 'Start machines') }],
  ['a heading', { 'notes/n.mdx': `${NOTE_HEAD}## Why\n` }],
  ['a vocabulary', { 'vocabulary/tags.yaml': '' }],
  ['a file', { 'lessons/two.mdx': LESSON_HEAD }],
])('where others see it change, all are judged again: %s', (_, files: Record<string, string>) => {
  const show = live();
  show({});
  const documents = Object.keys({ ...FILES, ...files }).filter((path) => path.endsWith('.mdx')).length;
  expect(show(files).checkedCount).toBe(documents + BESIDE);
});

test('links show the new title of what they lead to', () => {
  const show = live();
  show({});
  const changed = show({ 'lessons/one.mdx': LESSON_HEAD.replace('Start services', 'Start machines') });
  expect(bodyOf(changed, 'n')).toContain('Start machines at boot');
});

test('keeps the entry of a file that breaks, and shows it again when it is fixed', () => {
  const show = live();
  const broken = show({ 'lessons/one.mdx': 'no fields at all <' });
  expect(bodyOf(broken, 'one')).toContain('no fields at all');
  expect(broken.problems.map(({ rule }) => rule)).toContain('required-frontmatter');
  expect(bodyOf(broken, 'n')).toContain('href="/lessons/one/"');
  expect(bodyOf(show({}), 'one')).toBe('<p data-line="6" data-end-line="6">Why.</p>');
});

test('keeps an invalid vocabulary entry with fallback values', () => {
  const { entries } = live()({ 'vocabulary/tags.yaml': '- id: not-reboot-safe\n  titel: x\n' });
  expect(entries.find(({ entry }) => entry.kind === 'tag')?.entry.data).toEqual({
    id: 'not-reboot-safe',
    title: 'not-reboot-safe',
    meaning: 'Cannot be shown yet: its file has errors.',
    aliases: [],
    internalFields: [],
  });
});

test('shows secrets masked', async () => {
  const files = Object.entries({
    ...SMALL_FILES,
    'lessons/x.mdx': `${LESSON_HEAD}Run \`mysql -u root -phunter22secret\`.\n\nAsk jo@acme.io.\n`,
  }).map(([path, text]) => ({ path, text }));
  const content = await createMaskedContent(files, 'content');
  const shown = new LiveContent(createAddresses()).update(content, SMALL_CONTEXT);
  expect(bodyOf(shown, 'x')).toContain('>Run `mysql -u root -p••••••••••••••`.</code>');
  expect(JSON.stringify(shown)).not.toMatch(/hunter|acme/);
  expect(shown.problems.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['no-secret', 'no-personal-data']),
  );
});

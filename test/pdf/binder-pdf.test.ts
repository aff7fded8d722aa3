import { expect, test } from 'vitest';
import type { ChecklistGroup } from '../../src/knowledge/checklists/all-checklists.ts';
import type { Binder } from '../../src/knowledge/checklists/binder.ts';
import { generateChecklist } from '../../src/knowledge/checklists/generate-checklist.ts';
import { createBinderPdf } from '../../src/pdf/binder-pdf.ts';
import { loadPdfFonts } from '../../src/pdf/pdf-fonts.ts';
import { createSource } from '../knowledge/checklists/small-source.ts';
import { readBookmarks, readPages, readQrCode } from './read-pdf.ts';

const fonts = await loadPdfFonts();

function createNamedList(title: string, size = 1) {
  const checks = ['before', 'after'].flatMap((point) =>
    Array.from({ length: size }, (_, index) => `deploy ${point}: Read ${title} ${index} → yes`),
  );
  const choice = { activity: 'deploy', services: [], tags: [] };
  return {
    ...generateChecklist(createSource({ a: { evidence: ['gnome'], checks } }), choice, '2026-11-21'),
    title,
  };
}

const GROUPS: ChecklistGroup[] = [
  {
    kind: 'procedure',
    title: 'Emergencies',
    lists: [createNamedList('Redis is dead'), createNamedList('Queue full', 9)],
  },
  { kind: 'activity', title: 'Activities', lists: [createNamedList('Deploy')] },
];

const BINDER: Binder = {
  title: 'Hindsight',
  audience: 'Emergencies of **all**',
  namesOrganizations: false,
  groups: GROUPS,
  leftOut: ['Only an outline: the `app`.'],
};

test('starts with a table of contents that names the page of every list', async () => {
  const pages = await readPages(await createBinderPdf(BINDER, 'a4', fonts));
  expect(pages).toHaveLength(5);
  expect(pages[0]).toBe(
    'Hindsight: binder Emergencies of all Emergencies Redis is dead 2 Queue full 3 Activities Deploy 5 Not in this binder Only an outline: the app. Binder page 1',
  );
  for (const [page, title] of [
    [2, 'Redis is dead'],
    [3, 'Queue full'],
    [5, 'Deploy'],
  ] as const) {
    expect(pages[page - 1]).toContain(`Read ${title} 0`);
    expect(pages[page - 1]).toMatch(new RegExp(`Binder page ${page}$`));
  }
});

test('has a bookmark for every list, by group', async () => {
  expect(await readBookmarks(await createBinderPdf(BINDER, 'letter', fonts))).toEqual([
    { title: 'Contents', items: [] },
    { title: 'Emergencies', items: ['Redis is dead', 'Queue full'] },
    { title: 'Activities', items: ['Deploy'] },
  ]);
});

test('numbers pages correctly after several pages of contents', async () => {
  const lists = Array.from({ length: 50 }, (_, index) => createNamedList(`List number ${index}`));
  const groups: ChecklistGroup[] = [{ kind: 'activity', title: 'Activities', lists }];
  const bytes = await createBinderPdf({ ...BINDER, groups }, 'letter', fonts);
  const pages = await readPages(bytes);
  expect(pages).toHaveLength(52);
  expect(pages[1]).toContain('Contents (continued)');
  expect(`${pages[0]} ${pages[1]}`).toContain('List number 49 52');
  expect(pages[51]).toContain('Read List number 49 0');
  expect(await readQrCode(bytes, 52)).toBe('https://example.org/kb/checklists/deploy/');
});

test('marks lists with a destructive step in the table of contents, and names organizations', async () => {
  const list = createNamedList('Queue full');
  const blocks = list.blocks.map((block) => ({
    ...block,
    items: block.items.map((item) => ({ ...item, onlyIf: 'it hangs' })),
  }));
  const lists = [{ ...list, organization: 'Oma', blocks }];
  const groups: ChecklistGroup[] = [{ kind: 'procedure', title: 'Emergencies', lists }];
  const binder = { ...BINDER, leftOut: [], groups };
  const readContents = async (namesOrganizations: boolean) =>
    (await readPages(await createBinderPdf({ ...binder, namesOrganizations }, 'a4', fonts)))[0];
  expect(await readContents(true)).toBe(
    'Hindsight: binder Emergencies of all Emergencies Queue full (Oma, Destructive) 2 Binder page 1',
  );
  expect(await readContents(false)).toContain('Queue full (Destructive) 2');
});

test('returns the same bytes for the same input', async () => {
  const [first, second] = [
    await createBinderPdf(BINDER, 'a4', fonts),
    await createBinderPdf(BINDER, 'a4', fonts),
  ];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

/** The binder of the sample content: what is in it, and how many pages it has. */
import { describe, expect, test } from 'vitest';
import { createAllChecklists } from '../../src/knowledge/checklists/all-checklists.ts';
import { createBinder } from '../../src/knowledge/checklists/binder.ts';
import { getOrganization } from '../../src/knowledge/graph/organization.ts';
import { getProcedureListId, isEmergency, isOutline } from '../../src/knowledge/graph/procedures.ts';
import { readKnowledge } from '../../src/node/knowledge-folder.ts';
import { createBinderPdf } from '../../src/pdf/binder-pdf.ts';
import { loadPdfFonts } from '../../src/pdf/pdf-fonts.ts';
import { readPages } from '../pdf/read-pdf.ts';

const knowledge = await readKnowledge();
const groups = createAllChecklists(knowledge, '2026-11-21');
const binder = createBinder(knowledge, groups);
const listIds = (lists: typeof binder) => lists.groups.flatMap((group) => group.lists.map(({ id }) => id));

test.each(['a4', 'letter'] as const)('on %s has at most 40 pages, with the page of each list', async (paper) => {
  const pages = await readPages(await createBinderPdf(binder, paper, await loadPdfFonts()));
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.length).toBeLessThanOrEqual(40);
  const [contents = ''] = pages;
  for (const list of binder.groups.flatMap((group) => group.lists)) {
    const entry = [...contents.matchAll(/ (\d+)(?= )/g)]
      .map((match) => Number(match[1]))
      .find((page) => pages[page - 1]?.includes(list.title) && contents.includes(`${list.title} `));
    expect(entry, list.title).toBeDefined();
  }
});

test('begins with what every emergency begins with, then has the emergency procedures and the activities', () => {
  expect(binder.groups.map(({ title }) => title)).toEqual([
    'In every emergency',
    'Emergency procedures',
    'Activities',
  ]);
  expect(listIds(binder)[0]).toBe('emergency');
  const procedures = knowledge.all('procedure').filter(isEmergency);
  expect(listIds(binder)).toEqual(
    expect.arrayContaining(procedures.filter((procedure) => !isOutline(procedure)).map(getProcedureListId)),
  );
});

test('has no outlines, and says so', () => {
  const outlines = knowledge.all('procedure').filter((procedure) => isEmergency(procedure) && isOutline(procedure));
  expect(outlines.length).toBeGreaterThan(0);
  const ids = listIds(binder);
  for (const outline of outlines) {
    expect(ids).not.toContain(getProcedureListId(outline));
    expect(binder.leftOut.join(' ')).toContain(outline.data.title);
  }
  expect(binder.leftOut.join(' ')).toMatch(/\d+ lists for a service or a recurring issue/);
});

describe('with a home organization', () => {
  const home = knowledge.all('organization').find(({ id }) => id === 'oma');
  if (!home) throw new Error('The sample has no organization `oma`');
  const atHome = knowledge.withEntry({ ...home, data: { ...home.data, home: true } });
  const own = createBinder(atHome, createAllChecklists(atHome, '2026-11-21'));

  test('has only its emergency procedures, and counts the others', () => {
    const chosen = own.groups.find(({ kind }) => kind === 'procedure')?.lists.map(({ id }) => id) ?? [];
    const expected = atHome
      .all('procedure')
      .filter((procedure) => isEmergency(procedure) && !isOutline(procedure))
      .filter((procedure) => getOrganization(atHome, procedure)?.id === 'oma')
      .map(getProcedureListId);
    expect(expected.length).toBeGreaterThan(0);
    expect([...chosen].sort()).toEqual([...expected].sort());
    expect(own.audience).toBe('Emergency procedures and activities of Oma');
    expect(own.leftOut.join(' ')).toMatch(/\d+ emergency procedures? of other organizations\./);
    expect(own.namesOrganizations).toBe(false);
  });
});

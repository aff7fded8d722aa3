/** The checklists of the five documents: what they ask for, and that every one fits its paper. */
import { expect, test } from 'vitest';
import { createAllChecklists } from '../../src/knowledge/checklists/all-checklists.ts';
import { type Checklist, listItems } from '../../src/knowledge/checklists/checklist.ts';
import { describeEvidence } from '../../src/knowledge/checklists/checklist-wording.ts';
import { layoutChecklist } from '../../src/knowledge/checklists/print/checklist-layout.ts';
import { estimateWidth } from '../../src/knowledge/checklists/print/estimate-width.ts';
import { EITHER_PAPER } from '../../src/knowledge/checklists/print/paper.ts';
import { readKnowledge } from '../../src/node/knowledge-folder.ts';
import { createChecklistPdf } from '../../src/pdf/checklist-pdf.ts';
import { loadPdfFonts } from '../../src/pdf/pdf-fonts.ts';
import { normalizeText, readPages, readQrCode } from '../pdf/read-pdf.ts';

const knowledge = await readKnowledge();
const groups = createAllChecklists(knowledge, '2026-11-21');
const lists = groups.flatMap((group) => group.lists);

function list(id: string): Checklist {
  const found = lists.find((one) => one.id === id);
  if (!found) throw new Error(`There is no list \`${id}\``);
  return found;
}

/** The organisations whose texts stand behind the first item that matches. */
function organisations(id: string, pattern: RegExp): string[] {
  const item = listItems(list(id)).find(({ text, expect: value }) => pattern.test(`${text}: ${value}`));
  const names = item?.evidence.map((ref) => {
    const entry = knowledge.get(ref.kind, ref.id);
    return entry.data.organization;
  });
  return [...new Set(names)].sort();
}

test.each([
  [/file limit/i, ['GNOME', 'Rafflecopter', 'The Manager']],
  [/\/var\/run/, ['GNOME', 'Rafflecopter', 'The Manager']],
  [/lock/i, ['GNOME', 'Rafflecopter', 'The Manager']],
  [/\/etc\/hosts/, ['Flatiron', 'GNOME', 'Oma']],
  [/address that you reach/, ['Flatiron', 'GNOME', 'Oma']],
  [/every failover is on/i, ['Rafflecopter']],
  [/start every failover/i, ['Rafflecopter']],
])('a planned reboot asks for %s, with the evidence of %j', (pattern, names) => {
  expect(organisations('planned-reboot', pattern)).toEqual(names);
});

test.each([
  ['server-move', /TTL/],
  ['server-move', /backup/i],
  ['server-move', /port 80/],
  ['server-move', /slave/],
  ['deploy', /git/],
  ['deploy', /users who are active/],
  ['deploy', /timeout/],
  ['deploy', /health check/],
])('the list %s asks for %s', (id, pattern) => {
  expect(organisations(id, pattern).length).toBeGreaterThan(0);
});

test('every emergency procedure of the notes is a list with every step', () => {
  const steps = Object.fromEntries(
    groups.find(({ kind }) => kind === 'procedure')?.lists.map((one) => [one.id, listItems(one).length]) ?? [],
  );
  const note = 'procedures/app-maintenance-crash-course';
  expect(steps).toMatchObject({
    [`${note}/postgresql-crash-or-timeouts`]: 4,
    [`${note}/redis-alive-and-responding`]: 5,
    [`${note}/redis-process-dead`]: 4,
    [`${note}/redis-data-lost`]: 5,
    [`${note}/elasticsearch-cluster-problems`]: 5,
    [`${note}/elasticsearch-queries-time-out`]: 7,
    [`${note}/queue-too-big`]: 4,
    [`${note}/front-end-deploy-failed`]: 3,
    [`${note}/back-end-deploy-failed`]: 2,
  });
});

test('nothing had to be cut or left out of the lists of activities', () => {
  for (const one of groups.find(({ kind }) => kind === 'activity')?.lists ?? []) {
    expect(one.explanation.map(({ kind }) => kind).filter((kind) => kind !== 'order' && kind !== 'merged')).toEqual([]);
  }
});

test.each(['a4', 'letter'] as const)(
  'on %s every list has the sheets that it announces, with every item, value and evidence, and its QR code',
  async (paper) => {
    const fonts = await loadPdfFonts();
    for (const one of lists) {
      const bytes = await createChecklistPdf(one, paper, fonts);
      const pages = await readPages(bytes);
      for (const [index, page] of pages.entries()) {
        expect(page.includes(`Sheet ${index + 1} of ${pages.length}`)).toBe(pages.length > 1);
      }
      const text = pages.join(' ');
      for (const item of listItems(one)) {
        expect(text).toContain(normalizeText(item.text));
        if (item.expect !== undefined) expect(text).toContain(normalizeText(`Expect: ${item.expect}`));
        expect(text).toContain(normalizeText(describeEvidence(item.evidence)));
        for (const { text: command } of item.code) expect(withoutSpaces(text)).toContain(withoutSpaces(command));
      }
      for (const source of one.sources) expect(text).toContain(source.title);
      expect(await readQrCode(bytes, pages.length)).toBe(one.address);
    }
  },
  120_000,
);

test('the estimate of the printed page never needs fewer sheets than the real fonts', async () => {
  const { TaggedPdf } = await import('../../src/pdf/tagged-pdf.ts');
  const { measureWidth: widthOf } = new TaggedPdf('', { name: 'a4', ...EITHER_PAPER }, await loadPdfFonts());
  const different = lists.filter((one) => {
    const estimated = layoutChecklist(one, EITHER_PAPER, estimateWidth).sheets.length;
    const real = layoutChecklist(one, EITHER_PAPER, widthOf).sheets.length;
    expect(estimated).toBeGreaterThanOrEqual(real);
    return estimated !== real;
  });
  // The estimate is a little too high on purpose: here and there that costs a sheet.
  expect(different.length).toBeLessThanOrEqual(lists.length / 20);
});

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

/** The checklists of the sample content: what they ask for, and that each one fits its paper. */
import { expect, test } from 'vitest';
import { createAllChecklists } from '../../src/knowledge/checklists/all-checklists.ts';
import { type Checklist, listItems } from '../../src/knowledge/checklists/checklist.ts';
import { describeEvidence } from '../../src/knowledge/checklists/checklist-wording.ts';
import { getOrganizationTitle } from '../../src/knowledge/graph/organization.ts';
import { toPrintedText } from '../../src/knowledge/source/inline/printed-runs.ts';
import { readKnowledge } from '../../src/node/knowledge-folder.ts';
import { createChecklistPdf } from '../../src/pdf/checklist-pdf.ts';
import { loadPdfFonts } from '../../src/pdf/pdf-fonts.ts';
import { normalizeText, readPages, readQrCode } from '../pdf/read-pdf.ts';

const knowledge = await readKnowledge();
const groups = createAllChecklists(knowledge, '2026-11-21');
const lists = groups.flatMap((group) => group.lists);

function list(id: string): Checklist {
  const found = lists.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no list \`${id}\``);
  return found;
}

/** Returns the organisations in the evidence of the first item that matches. */
function findOrganizations(id: string, pattern: RegExp): string[] {
  const item = listItems(list(id)).find(({ text, expect: value }) => pattern.test(`${text}: ${value}`));
  const names = item?.evidence.map((ref) => {
    const entry = knowledge.get(ref.kind, ref.id);
    return getOrganizationTitle(knowledge, entry);
  });
  return [...new Set(names)].sort();
}

test.each([
  [/file limit/i, ['GNOME', 'Rafflecopter', 'The Manager']],
  [/\/var\/run/, ['GNOME', 'Rafflecopter', 'The Manager']],
  [/lock/i, ['GNOME', 'Rafflecopter', 'The Manager']],
  [/\/etc\/hosts/, ['Flatiron', 'GNOME', 'Oma']],
  [/address you use/, ['Flatiron', 'GNOME', 'Oma']],
  [/every failover is on/i, ['Rafflecopter']],
  [/disabled failover/i, ['Rafflecopter']],
])('a planned reboot asks for %s, with the evidence of %j', (pattern, names) => {
  expect(findOrganizations('planned-reboot', pattern)).toEqual(names);
});

test.each([
  ['server-move', /TTL/],
  ['server-move', /backup/i],
  ['server-move', /port 80/],
  ['server-move', /secondary DNS/],
  ['deploy', /git/],
  ['deploy', /users who are active/],
  ['deploy', /timeout/],
  ['deploy', /health check/],
])('the list %s asks for %s', (id, pattern) => {
  expect(findOrganizations(id, pattern).length).toBeGreaterThan(0);
});

test('every emergency procedure of the notes has a list with every step', () => {
  const steps = Object.fromEntries(
    groups.find(({ kind }) => kind === 'procedure')?.lists.map((each) => [each.id, listItems(each).length]) ?? [],
  );
  const note = 'procedures/app-maintenance-crash-course';
  expect(steps).toMatchObject({
    [`${note}/postgresql-crash-or-timeouts`]: 4,
    [`${note}/redis-alive-and-responding`]: 5,
    [`${note}/redis-process-dead`]: 4,
    [`${note}/redis-data-lost`]: 5,
    [`${note}/elasticsearch-cluster-problems`]: 5,
    [`${note}/elasticsearch-queries-time-out`]: 5,
    [`${note}/queue-too-big`]: 4,
    [`${note}/front-end-deploy-failed`]: 3,
    [`${note}/back-end-deploy-failed`]: 2,
  });
});

test('the lists of activities contain every check', () => {
  const activities = groups.find(({ kind }) => kind === 'activity')?.lists ?? [];
  expect(activities.length).toBeGreaterThan(0);
  const kinds = new Set(activities.flatMap(({ explanation }) => explanation.map(({ kind }) => kind)));
  expect([...kinds].filter((kind) => kind !== 'order' && kind !== 'merged')).toEqual([]);
});

test.each(['a4', 'letter'] as const)(
  'on %s every list numbers its pages, and prints every item, value and evidence, and its QR code',
  async (paper) => {
    const fonts = await loadPdfFonts();
    expect(lists.length).toBeGreaterThan(80);
    for (const each of lists) {
      const bytes = await createChecklistPdf(each, paper, fonts);
      const pages = await readPages(bytes);
      for (const [index, page] of pages.entries()) {
        expect(page.includes(`Page ${index + 1} of ${pages.length}`)).toBe(pages.length > 1);
      }
      const text = pages.join(' ');
      for (const item of listItems(each)) {
        // An address can be divided.
        expect(withoutSpaces(text)).toContain(withoutSpaces(toPrintedText(item.text)));
        if (item.expect !== undefined) expect(text).toContain(normalizeText(toPrintedText(`Expect: ${item.expect}`)));
        expect(text).toContain(normalizeText(describeEvidence(item.evidence)));
        for (const { text: command } of item.code) expect(withoutSpaces(text)).toContain(withoutSpaces(command));
      }
      for (const source of each.sources) expect(text).toContain(source.title);
      expect(await readQrCode(bytes, pages.length)).toBe(each.address);
    }
  },
  120_000,
);

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

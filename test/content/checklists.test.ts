/** The checklists of the sample content: what they ask for, and that each one fits its paper. */
import { expect, test } from 'vitest';
import { createAllChecklists } from '../../src/knowledge/checklists/all-checklists.ts';
import { type Checklist, listItems } from '../../src/knowledge/checklists/checklist.ts';
import { createChecklistSource } from '../../src/knowledge/checklists/checklist-source.ts';
import { describeItemEvidence, formatItemText } from '../../src/knowledge/checklists/checklist-wording.ts';
import { generateChecklist } from '../../src/knowledge/checklists/generate-checklist.ts';
import { findServiceChecks } from '../../src/knowledge/graph/service-checks.ts';
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

/** Returns the texts of items by block. */
function listTexts(id: string): Record<string, string[]> {
  return Object.fromEntries(
    list(id).blocks.map((block) => [block.id, block.items.map((item) => formatItemText(item))]),
  );
}

test('the emergency list begins with what every emergency begins with, then looks before it acts', () => {
  expect(listTexts('emergency')).toEqual({
    _opening: [
      'Say that it is an incident',
      'Say who leads',
      'Tell users that you know about it and are looking into it',
      'Stop all other changes',
    ],
    'first-minutes': [
      'List the requests that are running',
      'Read what the failing requests have in common',
      "Compare the load balancer's view of each server with the server itself",
      'Stop the work that flows into the broken part',
    ],
    during: [
      'Confirm the hypothesis with one test before the repair',
      'Open the written procedure for the data store that you are about to repair',
      'Compare what clearing a stuck queue loses with what the halt costs',
      'Count the open database connections before another restart',
      'List the upgrades that a reboot would include',
    ],
    after: [
      'Turn every disabled failover back on',
      'Oma: Compare every set_setting in the code with its default',
      'Push every fix made on a host back to git',
      'Write down why each query that you killed took so long',
      'Write down why a queue that you cleared had grown',
      'Write down what happened',
    ],
  });
});

test('the registrar, whose change takes longest, is first on the list of a server move', () => {
  const [first] = listTexts('server-move').ahead ?? [];
  expect(first).toBe('Send the registrar the new name server address');
});

test.each(['deploy', 'planned-reboot', 'server-move', 'failover', 'on-call-round', 'emergency'])(
  'the list %s has every check of its activity in the order of `activities.yaml`',
  (id) => {
    const checks = knowledge.all('lesson').flatMap((lesson) =>
      lesson.data.checks
        .filter((check) => check.activity === id)
        .map((check) => ({ ...check, place: `${lesson.id}/${check.id}` })),
    );
    for (const point of knowledge.get('activity', id).data.pausePoints) {
      const block = list(id).blocks.find((candidate) => candidate.id === point.id);
      const texts = point.checks.map((place) => checks.find((check) => check.place === place)?.text);
      expect(block?.items.map(({ text }) => text)).toEqual(texts);
    }
    const count = listItems(list(id)).filter(({ generalPractice }) => !generalPractice).length;
    expect(count + list(id).omitted.length).toBe(checks.length);
  },
);

test('without a home, the items of one organization are marked, and no list has ten items at a pause point', () => {
  const marked = lists
    .filter(({ mode }) => mode !== 'read-do')
    .flatMap(listItems)
    .flatMap((item) => (item.organization ? [`${item.organization.label}: ${item.text}`] : []));
  expect([...new Set(marked)].sort()).toEqual([
    'Flatiron: Confirm that base image and write-ahead logs arrive in S3',
    'Flatiron: Confirm that no backup is kept longer than needed',
    'Oma: Compare every set_setting in the code with its default',
    'Oma: Count the workers on each instance',
    'Oma: Open the logs and charts of new code by its class name',
    'Oma: Read the generated run list before it is applied',
  ]);
  for (const { blocks, omitted } of lists) {
    for (const { items } of blocks) expect(items.length).toBeLessThanOrEqual(9);
    expect(omitted).toEqual([]);
  }
});

test.each(['gnome', 'oma', 'flatiron', 'rafflecopter', 'the-manager'])(
  'a list for %s has its items and the general ones, and names those of others',
  (organization) => {
    const source = createChecklistSource(knowledge);
    for (const { id } of source.activities) {
      const own = generateChecklist(
        source,
        { activity: id, services: [], tags: [], organization },
        '2026-11-21',
      );
      const checks = source.checks.filter(({ activity }) => activity === id);
      const others = checks.filter((check) => check.organization && check.organization !== organization);
      expect(own.omitted.map(({ text }) => text).sort()).toEqual(others.map(({ text }) => text).sort());
      expect(listItems(own).filter((item) => item.organization)).toEqual([]);
    }
  },
);

test('a service or an issue with fewer than four items has no list, and its page has the items', () => {
  const ids = lists.map(({ id }) => id);
  expect(ids).toContain('services/dns');
  expect(ids).not.toContain('services/puppet');
  expect(findServiceChecks(knowledge, 'puppet').map(({ text }) => text)).toEqual([
    'Confirm that each managed machine needs only one changed line',
    "Compare every address in the machines' configuration with the new plan",
  ]);
  for (const each of lists.filter(({ id }) => /^(?:services|tags)\//.test(id))) {
    expect(listItems(each).length).toBeGreaterThanOrEqual(4);
  }
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

test.each(['a4', 'letter'] as const)(
  'on %s every list numbers its pages, and prints every item, value and evidence, and its QR code',
  async (paper) => {
    const fonts = await loadPdfFonts();
    expect(lists.length).toBeGreaterThan(40);
    for (const each of lists) {
      const bytes = await createChecklistPdf(each, paper, fonts);
      const pages = await readPages(bytes);
      for (const [index, page] of pages.entries()) {
        expect(page.includes(`Page ${index + 1} of ${pages.length}`)).toBe(pages.length > 1);
      }
      const text = pages.join(' ');
      for (const item of listItems(each)) {
        // An address can be divided.
        expect(withoutSpaces(text)).toContain(withoutSpaces(toPrintedText(formatItemText(item))));
        if (item.expect !== undefined) expect(text).toContain(normalizeText(toPrintedText(`Expect: ${item.expect}`)));
        expect(text).toContain(normalizeText(describeItemEvidence(item)));
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

test('lists outlines apart from the emergency procedures', () => {
  const listsOf = (kind: string) => groups.find((group) => group.kind === kind)?.lists ?? [];
  expect(listsOf('procedure').every(({ outline }) => outline === undefined)).toBe(true);
  expect(listsOf('outline').map(({ outline }) => typeof outline)).toContain('string');
});

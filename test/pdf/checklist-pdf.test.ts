import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/knowledge/checklists/checklist.ts';
import { generateChecklist } from '../../src/knowledge/checklists/generate-checklist.ts';
import { createChecklistPdf } from '../../src/pdf/checklist-pdf.ts';
import { loadPdfFonts } from '../../src/pdf/pdf-fonts.ts';
import { createSource } from '../knowledge/checklists/small-source.ts';
import {
  isTagged,
  normalizeText,
  readFonts,
  readPages,
  readPlaces,
  readQrCode,
  readRoles,
} from './read-pdf.ts';

const fonts = await loadPdfFonts();

function list(checks: readonly string[], today = '2026-11-21'): Checklist {
  const lessons = {
    a: {
      evidence: ['gnome', 'raffle relearned', 'oma taught'],
      owner: 'web team',
      reviewBy: { words: 'May 2026', lastDay: '2026-05-31' },
      checks,
    },
  };
  const source = createSource(lessons, { home: 'gnome' });
  return generateChecklist(source, { activity: 'deploy', services: [], tags: [] }, today);
}

const SMALL = list([
  'deploy before: Read the open-file limit → 65,536 [gnome, raffle]',
  'deploy after: Count the users → no fewer [gnome]',
  'deploy after: Count the workers → ten @oma',
]);

test('prints a small list on one page, with all its text', async () => {
  const pages = await readPages(await createChecklistPdf(SMALL, 'a4', fonts));
  expect(pages).toEqual([
    normalizeText(`DO-CONFIRM Do the work, then stop and confirm each line together. Deploy Bring a release out. Organization: GNOME For Name Date Start
      Before it goes out
      Read the open-file limit Expect: 65,536 Missing at: GNOME 2009-12 · Missing again at: Rafflecopter 2015-03 Seen
      After it went out
      Count the users Expect: no fewer Missing at: GNOME 2009-12 Seen
      Say: “Checklist complete: Deploy.”
      Past its review date, May 2026: check that it is still right before you rely on it.
      1 check is not on this list: see its page. Version ${SMALL.version} · Newest evidence: March 2015 Owner: web team · Review by May 2026
      https://example.org/kb/checklists/deploy/`),
  ]);
});

test('has no warning before the review date', async () => {
  const [page] = await readPages(
    await createChecklistPdf(list(['deploy before: Read it → yes'], '2026-01-01'), 'a4', fonts),
  );
  expect(page).not.toContain('Past its review date');
});

test('has a QR code of the address of the list', async () => {
  for (const paper of ['a4', 'letter'] as const) {
    expect(await readQrCode(await createChecklistPdf(SMALL, paper, fonts), 1)).toBe(SMALL.address);
  }
});

test('is tagged in reading order', async () => {
  const bytes = await createChecklistPdf(SMALL, 'a4', fonts);
  expect(await isTagged(bytes)).toBe(true);
  const roles = (await readRoles(bytes, 1)).filter((role) => role !== 'Root');
  const item = ['LI', 'LBody', 'P', 'P', 'P', 'P'];
  expect(roles).toEqual([
    'Document',
    'Sect',
    'P',
    'H1',
    'P',
    'P',
    'P',
    ...['H2', 'L', ...item],
    ...['H2', 'L', ...item],
    'P',
    'P',
    'P',
    'Figure',
  ]);
});

test('returns the same bytes for the same input', async () => {
  const [first, second] = [
    await createChecklistPdf(SMALL, 'a4', fonts),
    await createChecklistPdf(SMALL, 'a4', fonts),
  ];
  expect(Buffer.from(first).equals(second)).toBe(true);
  const other = await createChecklistPdf(list(['deploy before: Read it → yes']), 'a4', fonts);
  expect(Buffer.from(first).equals(other)).toBe(false);
});

const words = (count: number) => Array.from({ length: count }, (_, index) => `part${index}`).join(' ');

test('divides a list that does not fit one page between pause points, and numbers the pages', async () => {
  const checks = ['before', 'after'].flatMap((point) =>
    Array.from({ length: 9 }, (_, index) => `deploy ${point}: Read ${point} number ${index} → yes`),
  );
  const pages = await readPages(await createChecklistPdf(list(checks), 'letter', fonts));
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain('Page 1 of 2');
  expect(pages[0]).toContain('Continues on page 2 of 2: After it went out');
  expect(pages[0]).not.toContain('Read after number');
  expect(pages[1]).toContain('Page 2 of 2');
  expect(pages[1]).not.toContain('Read before number');
  expect(pages[1]).toContain('Say: “Checklist complete: Deploy.”');
});

test('prints a pause point that is too long for a page smaller, and splits it between items only then', async () => {
  const long = (size: number) =>
    list(Array.from({ length: 9 }, (_, index) => `deploy before: Read ${index} ${words(size)} → yes`));
  expect(await readPages(await createChecklistPdf(long(20), 'letter', fonts))).toHaveLength(1);
  const split = await readPages(await createChecklistPdf(long(80), 'letter', fonts));
  expect(split.length).toBeGreaterThan(1);
  expect(split[1]).toContain('Before it goes out (continued)');
  for (let index = 0; index < 9; index++) {
    expect(split.filter((page) => page.includes(`Read ${index} part0 `))).toHaveLength(1);
  }
});

test('keeps an apostrophe in the text if another PDF had it only as a part of a quotation mark', async () => {
  await createChecklistPdf(list(['deploy before: Read the "role" → none']), 'a4', fonts);
  const bytes = await createChecklistPdf(list(["deploy before: Read Redis's role → none"]), 'a4', fonts);
  expect((await readPages(bytes)).join(' ')).toContain("Read Redis's role");
});

test('spells out characters that no font has', async () => {
  const [page] = await readPages(
    await createChecklistPdf(list(['deploy before: Read ก and ключ → Žluťoučký 🦊']), 'a4', fonts),
  );
  expect(page).toContain('Read [U+0E01] and ключ');
  expect(page).toContain('Expect: Žluťoučký [U+1F98A]');
});

describe('a text in another script', () => {
  test.each([
    ['Japanese', 'データベースを再起動する', 'NotoSansJP-Bold'],
    ['simplified Chinese', '重启数据库', 'NotoSansHans-Bold'],
    ['traditional Chinese', '重新啟動資料庫', 'NotoSansHans-Bold'],
    ['Korean', '데이터베이스 재시작', 'NotoSansKR-Bold'],
    ['Greek', 'Επανεκκίνηση', 'Inter'],
    ['Russian', 'Перезапуск', 'Inter'],
  ])('is printed in %s', async (_, text, font) => {
    const bytes = await createChecklistPdf(list([`deploy before: Read ${text} → none`]), 'a4', fonts);
    expect((await readPages(bytes)).join(' ')).toContain(`Read ${text}`);
    const names = (await readFonts(bytes, 1)).filter((part) => part.includes(text.slice(0, 3)));
    expect(names.join()).toContain(font);
    // Only the glyphs that it uses are in it.
    expect(bytes.length).toBeLessThan(200_000);
  });

  test('has the same bytes each time', async () => {
    const create = () => createChecklistPdf(list(['deploy before: Read 緊急手順 → שלום']), 'a4', fonts);
    expect(Buffer.compare(await create(), await create())).toBe(0);
  });

  test.each([
    ['Hebrew', 'הפעל מחדש את מסד', 'NotoSansHebrew-Bold'],
    ['Arabic', 'أعد تشغيل قاعدة', 'NotoNaskhArabic-Bold'],
  ])('is printed from right to left in %s', async (_, text, font) => {
    const bytes = await createChecklistPdf(list([`deploy before: Read ${text} → none`]), 'a4', fonts);
    const words = (await readPlaces(bytes, 1)).filter((part) => part.font === font);
    const fromRight = words.toSorted((a, b) => b.x - a.x).map((part) => part.text.normalize('NFKC'));
    expect(fromRight).toEqual(text.split(' '));
  });
});

test('prints commands exactly, without ligatures', async () => {
  const [block] = SMALL.blocks;
  const items = [
    {
      id: '1',
      number: '1',
      text: 'Run it:',
      code: [{ text: 'a->b --x | grep "0O1lI" >= 2', where: 'here' }],
      evidence: [],
      lessons: [],
    },
  ];
  const steps: Checklist = { ...SMALL, blocks: block ? [{ ...block, items }] : [] };
  const [page] = await readPages(await createChecklistPdf(steps, 'a4', fonts));
  expect(page).toContain('1 Run it: a->b --x | grep "0O1lI" >= 2 (here)');
});

test('prints that a list is an outline, its destructive steps, and what must be true before one', async () => {
  const [block] = SMALL.blocks;
  const step = {
    id: '1',
    number: '1',
    text: 'Kill it.',
    code: [],
    onlyIf: 'it hangs',
    evidence: [],
    lessons: [],
  };
  const marked: Checklist = {
    ...SMALL,
    outline: 'See the wiki',
    blocks: block ? [{ ...block, items: [step] }] : [],
  };
  const [page] = await readPages(await createChecklistPdf(marked, 'a4', fonts));
  expect(page).toContain(
    'Bring a release out. Organization: GNOME Outline only. See the wiki. Destructive: step 1 For Name Date Start',
  );
  expect(page).toContain('1 Destructive. Only if it hangs. Kill it.');
});

test('prints code in a monospaced font, and emphasis and strong text in faces of their own', async () => {
  const [block] = SMALL.blocks;
  const item = {
    id: '1',
    text: 'Run `df -h` on _each_ **server**, see [the page](https://example.org/df)',
    expect: '`/var` below 80 %',
    code: [{ text: 'df -h', where: 'on `web`' }],
    evidence: [],
    lessons: [],
  };
  const marked = { ...SMALL, title: 'A `df` list', blocks: block ? [{ ...block, items: [item] }] : [] };
  const bytes = await createChecklistPdf(marked, 'a4', fonts);
  const drawn = await readFonts(bytes, 1);
  expect(drawn).toEqual(
    expect.arrayContaining([
      'JetBrainsMono-Bold: df',
      'Inter-SemiBold: Run',
      'JetBrainsMono-SemiBold: df',
      'Inter-SemiBoldItalic: each',
      'Inter-Bold: server',
      'JetBrainsMono-Regular: /var',
      'JetBrainsMono-Regular: df -h',
      'JetBrainsMono-Regular: web',
    ]),
  );
  const [page = ''] = await readPages(bytes);
  expect(page).not.toMatch(/[`*_[\]]/);
  expect(page).toContain('(https://example.org/df)');
});

test('prints characters of code that the monospaced font does not have in the font of text', async () => {
  const [page = ''] = await readPages(
    await createChecklistPdf(list(['deploy before: Read `aǁb` and `c` → yes']), 'a4', fonts),
  );
  expect(page.replace(/\s/g, '')).toContain('Readaǁbandc');
});

test('prints a numbered box for each time at the items that are done for several machines', async () => {
  const [first, ...rest] = SMALL.blocks;
  if (!first) throw new Error('The list has no block');
  const repeated = { ...SMALL, blocks: [{ ...first, repeats: 'machine' }, ...rest] };
  const [page] = await readPages(await createChecklistPdf(repeated, 'a4', fonts));
  expect(page).toContain('Before it goes out Machine 1 2 3 4 5 6 1 2 3 4 5 6 Read the open-file limit');
  // The other block has the field for what you saw.
  expect(page?.match(/Seen/g)).toHaveLength(1);
});

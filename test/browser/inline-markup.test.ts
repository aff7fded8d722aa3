/** Every sentence of every kind has its markup on its pages, and none of it is left in any other output. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { expect, inject, test } from 'vitest';
import { search } from '../../src/knowledge/search/search.ts';
import { openSearch } from '../../src/node/search/open-search.ts';
import { readFonts, readPages } from '../pdf/read-pdf.ts';

const site = inject('markedSite');
const fields = inject('markedFields');

/** Matches what is left of the markup of a sentence. */
const MARKUP_PATTERN = /`code\d|code\d+`|[*_]em\d|em\d+[*_]|\[link\d/;
const SIGNAL = 'a `signal` *as* it was seen';

async function listPaths(ending: string): Promise<string[]> {
  const paths = await readdir(site, { recursive: true });
  return paths.filter((path) => path.endsWith(ending)).sort();
}

const read = (path: string) => readFile(join(site, path), 'utf8');

/** On paper, each link to another site has the number of its address at the end of the page. */
function removeNoteNumbers(html: string): string {
  return html.replaceAll(/ data-note="\d+"/g, '');
}

/** Returns the texts of a page: of its elements, and in the attributes that people hear or see. */
function listTexts(html: string): string[] {
  const texts: string[] = [];
  visit(fromHtml(html), (node) => {
    if (node.type === 'text') texts.push(node.value);
    if (node.type !== 'element') return;
    if (node.tagName === 'script' || node.tagName === 'style') return SKIP;
    texts.push(...Object.values(node.properties).map(String));
    return;
  });
  return texts;
}

test('the content has a sentence for every field that is prose', () => {
  const names = fields.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(40);
  expect(names).toEqual(expect.arrayContaining(['postmortem.actions.[].doneWhen', 'Callout.title', 'step']));
});

test('shows the markup of every sentence on its pages', async () => {
  const missing: string[] = [];
  for (const { name, pages, number, hasLink } of fields) {
    const texts = (await Promise.all(pages.map(read))).map(removeNoteNumbers);
    for (const part of [`<code>code${number}</code>`, `<em>em${number}</em>`]) {
      for (const [index, text] of texts.entries()) {
        if (!text.includes(part)) missing.push(`${name}: no ${part} on ${pages[index]}`);
      }
    }
    const link = `<a href="https://example.org/${number}">link${number}</a>`;
    if (hasLink && pages.length > 0 && !texts.some((text) => text.includes(link)))
      missing.push(`${name}: no ${link}`);
  }
  expect(missing).toEqual([]);
});

test('leaves no markup in the texts, titles, descriptions and labels of pages', async () => {
  const left: string[] = [];
  // The guide quotes fields as they are in their files.
  const paths = (await listPaths('.html')).filter((path) => !path.startsWith('guide/'));
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) {
    const found = listTexts(await read(path)).filter((text) => MARKUP_PATTERN.test(text));
    left.push(...found.map((text) => `${path}: ${text}`));
  }
  expect(left).toEqual([]);
});

test('has no link within a link', async () => {
  for (const path of await listPaths('.html')) {
    // A parser closes the outer link before an inner one, so there are more of them than in the source.
    const html = await read(path);
    let links = 0;
    visit(fromHtml(html), 'element', ({ tagName }) => {
      if (tagName === 'a') links++;
    });
    expect(links, path).toBe(html.match(/<a[\s>]/g)?.length ?? 0);
  }
});

test('keeps signals and commands as they are', async () => {
  const note = await read('notes/marked/index.html');
  expect(note).toContain('a `command` *as* it is');
  for (const path of [
    'notes/marked',
    'postmortems/2018-03-10-marked',
    'checklists/procedures/marked/stuck',
  ]) {
    expect(await read(`${path}/index.html`)).toContain(SIGNAL);
  }
});

test('writes text and JSON files without markup', async () => {
  const paths = [...(await listPaths('.txt')), ...(await listPaths('.json'))].filter(
    // The builder in the browser renders the markup of its source.
    (path) => !path.startsWith('checklists/source'),
  );
  expect(paths).toContain('checklists/procedures/marked/stuck.txt');
  for (const path of paths) expect(await read(path), path).not.toMatch(MARKUP_PATTERN);
});

test('writes Markdown files with the markup', async () => {
  const numbers = fields.filter(({ pages }) => pages.some((page) => page.includes('marked/stuck/')));
  const markdown = await read('checklists/procedures/marked/stuck.md');
  expect(numbers.length).toBeGreaterThan(5);
  for (const { name, number } of numbers) {
    expect(markdown, name).toContain(`\`code${number}\``);
    expect(markdown, name).toContain(`_em${number}_`);
    expect(markdown, name).toContain(`[link${number}](https://example.org/${number})`);
  }
  expect(markdown).toContain('](https://example.org/kb/lessons/marked-lesson/)');
});

test('prints code in a monospaced font, emphasis in italics, and the addresses of links', async () => {
  const paths = await listPaths('.pdf');
  // A list made from lessons, one from a procedure, and the binder.
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) {
    const bytes = new Uint8Array(await readFile(join(site, path)));
    const pages = await readPages(bytes);
    for (const page of pages) expect(page, path).not.toMatch(MARKUP_PATTERN);
    const parts = await Promise.all(pages.map((_, index) => readFonts(bytes, index + 1)));
    // The contents of a binder have titles as plain text.
    const drawn = (path.includes('binder') ? parts.slice(1) : parts).flat();
    const code = drawn.filter((part) => /: .*code\d/.test(part));
    expect(code.length, path).toBeGreaterThan(0);
    expect(
      code.filter((part) => !part.startsWith('JetBrainsMono')),
      path,
    ).toEqual([]);
    expect(
      drawn.filter((part) => /: .*em\d/.test(part) && !part.includes('Italic:')),
      path,
    ).toEqual([]);
    expect(pages.join(' ').replace(/\s/g, ''), path).toMatch(/link\d+\(https:\/\/example\.org\/\d+\)/);
  }
});

test('finds the words in markup, and shows results without it', async () => {
  const opened = await openSearch(inject('markedContent'), { indexFolder: join(site, 'pagefind') });
  expect(opened.description).toBe('the built index');
  const isSearched = ({ name }: { name: string }) =>
    !/^(?:site|allowed)|opening|pausePoints|teams/.test(name);
  for (const { name, number } of fields.filter(isSearched)) {
    const answer = await search(opened, `code${number}`);
    expect(answer.total, name).toBeGreaterThan(0);
    const { keys: _, ...shown } = answer;
    expect(JSON.stringify(shown), name).not.toMatch(MARKUP_PATTERN);
  }
}, 60_000);

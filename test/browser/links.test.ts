import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, inject, test } from 'vitest';
import { home } from './open-page.ts';

const site = inject('site');
const base = new URL(home).pathname;
const ATTRIBUTES = ['href', 'src', 'action', 'dataIndex', 'dataBase'];

interface BuiltPage {
  readonly path: string;
  readonly targets: string[];
  readonly anchors: Set<string>;
}

test('the links, anchors and assets of all pages exist', async () => {
  const pages = await readPages();
  expect(pages.length).toBeGreaterThan(140);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const broken = pages.flatMap((page) =>
    page.targets
      .filter((target) => !isThere(target, page, byPath))
      .map((target) => `${page.path} → ${target}`),
  );
  expect(broken).toEqual([]);
});

async function readPages(): Promise<BuiltPage[]> {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html'));
  return Promise.all(files.map(async (file) => readPage(file, await readFile(join(site, file), 'utf8'))));
}

function readPage(file: string, html: string): BuiltPage {
  const targets: string[] = [];
  const anchors = new Set<string>();
  visit(fromHtml(html), 'element', (element) => {
    const { id } = element.properties;
    if (typeof id === 'string') anchors.add(id);
    for (const name of ATTRIBUTES) {
      const value = element.properties[name];
      if (typeof value === 'string') targets.push(value);
    }
  });
  return { path: `${base}${file.replace(/index\.html$/, '')}`, targets, anchors };
}

function isThere(target: string, page: BuiltPage, byPath: ReadonlyMap<string, BuiltPage>): boolean {
  const url = new URL(target, new URL(page.path, home));
  if (url.origin !== new URL(home).origin) return /^(?:https?|mailto):$/.test(url.protocol);
  if (!url.pathname.startsWith(base)) return false;
  const there = byPath.get(url.pathname);
  if (!there) return existsSync(join(site, url.pathname.slice(base.length)));
  return !url.hash || there.anchors.has(decodeURIComponent(url.hash.slice(1)));
}

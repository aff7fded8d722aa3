/** Tests that each page defines its cascade layers in their order, whichever of its style sheets comes first. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, walk } from 'css-tree';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, inject, test } from 'vitest';
import { home } from './open-page.ts';

const LAYERS = ['reset', 'tokens', 'base', 'prose', 'components'];
const site = inject('site');
const base = new URL(home).pathname;

test('the layers of every page have the right precedence', async () => {
  const paths = (await readdir(site, { recursive: true })).filter((path) => path.endsWith('.html'));
  expect(paths.length).toBeGreaterThan(140);
  const layersBySheet = new Map<string, string[]>();
  for (const path of paths) {
    const layers = new Set<string>();
    for (const sheet of await listSheets(path)) {
      const known = layersBySheet.get(sheet) ?? (await listLayers(sheet));
      layersBySheet.set(sheet, known);
      for (const layer of known) layers.add(layer);
    }
    if (layers.size > 0) expect([...layers], path).toEqual(LAYERS);
  }
});

async function listSheets(path: string): Promise<string[]> {
  const sheets: string[] = [];
  visit(fromHtml(await readFile(join(site, path), 'utf8')), 'element', ({ tagName, properties }) => {
    const { rel, href, media } = properties;
    if (tagName === 'link' && String(rel) === 'stylesheet' && media !== 'print')
      sheets.push(String(href).slice(base.length));
  });
  return sheets;
}

/** Returns the names of the layers in the order in which a style sheet first names them. */
async function listLayers(sheet: string): Promise<string[]> {
  const layers: string[] = [];
  walk(parse(await readFile(join(site, sheet), 'utf8')), (node) => {
    if (node.type === 'Layer') layers.push(node.name);
  });
  return layers;
}

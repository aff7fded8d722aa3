import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const IMPORT = /^import (?!type )[^;]*?from '([^']+)';/gms;

/** Returns the packages that a module and its imports load. */
async function findPackages(file: string, seen = new Set<string>()): Promise<Set<string>> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  for (const [statement, target = ''] of (await readFile(file, 'utf8')).matchAll(IMPORT)) {
    const onlyTypes = /^import \{(?:\s*type [^,}]+,?)+\s*\}/.test(statement);
    if (onlyTypes) continue;
    if (!target.startsWith('.')) packages.add(target);
    else for (const found of await findPackages(join(dirname(file), target), seen)) packages.add(found);
  }
  return packages;
}

test('the checklist builder loads only packages for hashes, inline Markdown and QR codes', async () => {
  const packages = await findPackages('src/elements/checklist-builder.ts');
  const names = new Set([...packages].map((name) => name.replace(/^(@[^/]+\/[^/]+).*/, '$1')));
  expect([...names].sort()).toEqual([
    '@noble/hashes',
    'mdast-util-from-markdown',
    'mdast-util-gfm-autolink-literal',
    'micromark-extension-gfm-autolink-literal',
    'qr',
  ]);
});

test('findPackages sees the EDTF parser that the source of the builder needs', async () => {
  expect([...(await findPackages('src/knowledge/checklists/checklist-source.ts'))]).toContain('edtf');
});

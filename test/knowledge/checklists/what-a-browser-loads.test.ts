import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const IMPORT = /^import (?!type )[^;]*?from '([^']+)';/gms;

/** The packages that a module loads, with all that it imports. */
async function packagesOf(file: string, seen = new Set<string>()): Promise<Set<string>> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  for (const [statement, target = ''] of (await readFile(file, 'utf8')).matchAll(IMPORT)) {
    const onlyTypes = /^import \{(?:\s*type [^,}]+,?)+\s*\}/.test(statement);
    if (onlyTypes) continue;
    if (!target.startsWith('.')) packages.add(target);
    else for (const found of await packagesOf(join(dirname(file), target), seen)) packages.add(found);
  }
  return packages;
}

test('making a list, laying it out and exporting it in the browser loads a hash and nothing else', async () => {
  const modules = [
    'generate-checklist',
    'checklist-choice',
    'print/checklist-layout',
    'print/estimate-width',
    'exports/checklist-markdown',
    'exports/checklist-text',
    'exports/checklist-json',
  ];
  for (const module of modules) {
    const packages = [...(await packagesOf(`src/knowledge/checklists/${module}.ts`))];
    expect(packages.filter((name) => !name.startsWith('@noble/hashes/'))).toEqual([]);
  }
  expect([...(await packagesOf('src/knowledge/checklists/checklist-source.ts'))]).toContain('edtf');
});

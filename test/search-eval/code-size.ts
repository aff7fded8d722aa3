/** What the search's own code weighs in a browser: without types, not minified, so at most this. */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ENTRY = join(import.meta.dirname, '..', '..', 'src', 'search', 'site-search.ts');
const DATA = /\/(?:glossary|signatures|stop-words)\.ts$/;

/** @returns compressed bytes of all modules, and of those that are data */
export async function codeOfSearch(): Promise<{ all: number; data: number; files: string[] }> {
  const modules = new Map<string, string>();
  await collect(ENTRY, modules);
  const size = (filter: (file: string) => boolean) =>
    gzipSync(
      [...modules]
        .filter(([file]) => filter(file))
        .map(([, code]) => withoutComments(code))
        .join('\n'),
    ).length;
  return { all: size(() => true), data: size((file) => DATA.test(file)), files: [...modules.keys()] };
}

async function collect(file: string, modules: Map<string, string>): Promise<void> {
  if (modules.has(file)) return;
  const code = stripTypeScriptTypes(await readFile(file, 'utf8'));
  modules.set(file, code);
  for (const { 1: path = '' } of code.matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+)';/gm)) {
    await collect(join(dirname(file), path), modules);
  }
}

function withoutComments(code: string): string {
  return code.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s+(?:\/\/.*)?$/gm, '');
}

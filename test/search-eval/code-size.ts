/** What the search's own code weighs in a browser: bundled and minified as the site's build does it. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const SOURCE = join(import.meta.dirname, '..', '..', 'src');
const DATA = ['glossary.ts', 'signatures.ts', 'stop-words.ts'].map((file) =>
  join(SOURCE, 'knowledge/search', file),
);

/** @returns compressed bytes of all of it, and of the part that is data */
export async function codeOfSearch(): Promise<{ all: number; data: number }> {
  const all = await sizeOf([join(SOURCE, 'search', 'site-search.ts')]);
  return { all, data: await sizeOf(DATA) };
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = files.map(async (file) => {
    const output = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: true,
        modulePreload: false,
        rollupOptions: { input: file, preserveEntrySignatures: 'strict' },
      },
    });
    const bundles = (Array.isArray(output) ? output : [output]).flatMap((one) =>
      'output' in one ? one.output : [],
    );
    return bundles.reduce((sum, part) => sum + (part.type === 'chunk' ? gzipSync(part.code).length : 0), 0);
  });
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}

/** Measures the data in the code of the search as a browser loads it, and the table of errors. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { createErrorTableFile } from '../../src/node/search/error-signature-files.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'src/knowledge/search');
const DATA_FILES = ['glossary.ts', 'common-words.ts', 'errors/well-known-ports.ts'];

/** @returns bytes, minified and compressed as the site's build and its host do it */
export async function measureGlossary(): Promise<number> {
  const sizes = DATA_FILES.map(async (name) => {
    const output = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: true,
        modulePreload: false,
        rollupOptions: { input: join(FOLDER, name), preserveEntrySignatures: 'strict' },
      },
    });
    const bundles = (Array.isArray(output) ? output : [output]).flatMap((one) =>
      'output' in one ? one.output : [],
    );
    return bundles.reduce((sum, part) => sum + (part.type === 'chunk' ? gzipSync(part.code).length : 0), 0);
  });
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}

/** @returns the bytes of the table of errors as sent, which a browser loads only for a text that may contain one */
export async function measureErrorTable(): Promise<number> {
  return gzipSync(await createErrorTableFile()).length;
}

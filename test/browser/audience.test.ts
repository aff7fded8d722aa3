/** Searches every byte of a site for everyone and of a site for your own team, built from the same content. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Plant, PUBLIC_WORD, writePlantedContent } from './planted-content.ts';

const folder = await mkdtemp(join(tmpdir(), 'hindsight-'));
let plants: readonly Plant[] = [];
let log = '';
/** The path and the texts of each file of a site. */
const sites = new Map<string, ReadonlyMap<string, string>>();

beforeAll(async () => {
  const content = join(folder, 'content');
  plants = await writePlantedContent(content);
  // In order, to the same folder: nothing of the first site is left in the second.
  for (const audience of ['internal', 'public']) {
    const outDir = join(folder, 'site');
    const build = ['src/commands/kb.mjs', 'build', '--audience', audience, '--outDir', outDir];
    const { stdout } = await promisify(execFile)(process.execPath, build, {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', HINDSIGHT_CONTENT: content },
    });
    log = stdout;
    sites.set(audience, await readSite(outDir));
  }
  const zip = join(folder, 'site.zip');
  const bundle = ['src/commands/kb.mjs', 'bundle', '--audience', 'public', '--outFile', zip];
  await promisify(execFile)(process.execPath, bundle, {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', HINDSIGHT_CONTENT: content },
  });
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  sites.set('bundle', await readSite(join(folder, 'knowledge-base')));
}, 900_000);

afterAll(() => rm(folder, { recursive: true }));

async function readSite(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(root.length), await readTexts(path)] as const),
  );
  return new Map(texts);
}

/** Returns the path and the content of a file, also as it is without compression and encoding. */
async function readTexts(path: string): Promise<string> {
  const bytes = await readFile(path);
  const versions = [bytes, ...decompress(bytes, path)];
  const texts = versions.flatMap((version) => [version.toString('latin1'), version.toString('utf16le')]);
  return [path, ...texts, ...(path.endsWith('.pdf') ? await readPdf(bytes) : [])].join('\n');
}

function decompress(bytes: Buffer, path: string): Buffer[] {
  if (bytes.subarray(0, 2).toString('hex') === '1f8b') return [gunzipSync(bytes)];
  if (path.endsWith('.br')) return [brotliDecompressSync(bytes)];
  if (!path.endsWith('.pdf')) return [];
  const text = bytes.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1'))];
    } catch {
      return [];
    }
  });
}

/** The text of a PDF names the glyphs of its fonts, so that only a reader of PDFs finds words in it. */
async function readPdf(bytes: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const [{ text }, meta] = [await extractText(document, { mergePages: true }), await getMeta(document)];
  return [text, JSON.stringify(meta)];
}

function findWords(audience: string): string[] {
  const text = [...(sites.get(audience)?.values() ?? [])].join('\n').toLowerCase();
  return plants.filter(({ word }) => text.includes(word)).map(({ name }) => name);
}

test('no file of a site for everyone contains a word that is internal', () => {
  expect(plants.length).toBeGreaterThan(300);
  expect(findWords('public')).toEqual([]);
});

test('no file of a bundle for everyone contains a word that is internal', () => {
  expect(findWords('bundle')).toEqual([]);
});

test('a site for your own team contains each of them', () => {
  const found = new Set(findWords('internal'));
  expect(plants.filter(({ name, isShown }) => isShown && !found.has(name))).toEqual([]);
});

test('the search for words reads files of each kind', () => {
  for (const [audience, files] of sites) {
    const found = [...files].filter(([, text]) => text.toLowerCase().includes(PUBLIC_WORD));
    const extensions = new Set(found.map(([path]) => /\.\w+$/.exec(path)?.[0]));
    const index = audience === 'bundle' ? ['.js'] : ['.pf_fragment', '.pf_index'];
    expect([...extensions], audience).toEqual(
      expect.arrayContaining(['.html', '.pdf', '.json', '.txt', '.md', ...index]),
    );
  }
});

test('the log of a public build shows what each page loses', () => {
  expect(log).toMatch(/\d+ internal pages or drafts left out, and \d+ pictures that no public page shows/);
  expect(log).toMatch(/internal parts?, .* were left out of \S*postmortems\/mixed-postmortem\.mdx/);
});

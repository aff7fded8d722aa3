/** The Chromium that the tests drive: `CHROME_PATH`, or the one that came with `npm ci`. */
import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

/** Debian's packages for what a bare machine lacks. */
const LIBRARY_PACKAGES: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libuuid.so.1': 'libuuid1',
};

/**
 * Returns the path of the browser, after making sure that it starts.
 *
 * @throws with the missing system library and how to get it; tests are never skipped because there is no browser
 */
export async function findChromium(): Promise<string> {
  const path = process.env.CHROME_PATH ?? (await unpackChromium());
  try {
    const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
    await browser.close();
    return path;
  } catch (error) {
    throw new Error(`Chromium does not start: ${await explainFailure(path)}`, { cause: error });
  }
}

/** The package unpacks into the temporary folder and takes whatever lies there: it gets one for its version. */
async function unpackChromium(): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .split('/build/')[0];
  const { version } = JSON.parse(await readFile(join(manifest ?? '', 'package.json'), 'utf8'));
  const folder = join(tmpdir(), `hindsight-chromium-${version}`);
  await mkdir(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

async function explainFailure(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)('ldd', [path]).catch(() => ({ stdout: '' }));
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library ?? '');
  if (missing.length === 0) return `${path} could not be run. Set CHROME_PATH to a Chromium that works here.`;
  const packages = [...new Set(missing.flatMap((library) => LIBRARY_PACKAGES[library] ?? []))];
  const advice = packages.length > 0 ? `\`apt-get install ${packages.join(' ')}\`` : "your system's packages";
  return `this machine lacks ${missing.join(', ')}. Install them with ${advice}, or set CHROME_PATH to a Chromium that works here.`;
}

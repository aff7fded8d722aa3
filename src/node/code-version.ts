import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');
/** The code that reads, checks and searches content, and its tables. */
const FOLDERS = ['src/knowledge', 'src/node', 'src/search'];
/** The exact versions of all packages. */
const PACKAGES_FILE = 'package-lock.json';
const SITE_SETTINGS_FILE = 'astro.config.mjs';

let version: string | undefined;

/** Returns a hash of everything but the content that a kept result depends on: our code, packages, Node. */
export function readCodeVersion(): string {
  version ??= hashFiles([
    ...FOLDERS.flatMap((folder) => listFiles(folder)).filter((name) => /\.(?:ts|mjs|yaml)$/.test(name)),
    PACKAGES_FILE,
  ]);
  return version;
}

/** Returns a hash of everything but the content that a page of the site depends on. */
export function readSiteCodeVersion(): string {
  return hashFiles([...listFiles('src'), ...listFiles('public'), SITE_SETTINGS_FILE, PACKAGES_FILE]);
}

function listFiles(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => join(folder, name));
}

function hashFiles(names: readonly string[]): string {
  const texts = names.toSorted().flatMap((name) => [name, readFileSync(join(PROJECT, name), 'latin1')]);
  return hash('sha256', [JSON.stringify(process.versions), ...texts].join('\0'));
}

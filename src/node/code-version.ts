import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');
/** The code that reads, checks and searches content, and its tables. */
const FOLDERS = ['src/knowledge', 'src/node', 'src/search'];
/** The exact versions of all packages. */
const PACKAGES_FILE = 'package-lock.json';

let version: string | undefined;

/** Returns a hash of everything but the content that a kept result depends on: our code, packages, Node. */
export function readCodeVersion(): string {
  version ??= hash('sha256', [JSON.stringify(process.versions), ...readCode()].join('\0'));
  return version;
}

function readCode(): string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|yaml)$/.test(name))
      .map((name) => join(folder, name)),
  );
  return [...files.sort(), PACKAGES_FILE].flatMap((name) => [
    name,
    readFileSync(join(PROJECT, name), 'latin1'),
  ]);
}

/** Reads a file from elsewhere, before anything is known of its format. */
import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import type { ForeignFile } from '../knowledge/import/foreign.ts';

/** Text is UTF-8, or else what Windows wrote before it. */
export async function readForeignFile(path: string): Promise<ForeignFile> {
  const bytes = await readFile(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return { path: nameOf(path), text, bytes };
}

/** How it is named in messages, the same on every system. */
export function nameOf(path: string): string {
  return path.split(sep).join('/');
}

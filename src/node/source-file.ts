/** Reads a file from elsewhere, before anything is known of its format. */
import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import type { SourceFile } from '../knowledge/import/source-document.ts';

/** Text is UTF-8, or else what Windows wrote before it. */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const bytes = await readFile(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return { path: toPosixPath(path), text, bytes };
}

/** How it is named in messages, the same on every system. */
export function toPosixPath(path: string): string {
  return path.split(sep).join('/');
}

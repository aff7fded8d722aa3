import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateContent } from './content/generate-content.ts';

/** Writes generated content into a folder, which it replaces. */
export async function writeContent(folder: string, postmortems: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, text } of generateContent(postmortems)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

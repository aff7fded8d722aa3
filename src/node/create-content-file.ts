/** Creates files in the content folder, and nowhere else. */
import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { CommandError } from './command-error.ts';
import { createFile } from './write-file.ts';

/**
 * Creates a file, and the folders above it. A pull request can put a link in the place of a folder, which must not lead
 * out of the content folder.
 *
 * @param path below the folder, with `/`
 * @returns false if the file exists already: it is not overwritten
 * @throws a CommandError if it cannot be written, or would be outside of the folder
 */
export async function createContentFile(
  folder: string,
  path: string,
  data: string | Uint8Array,
): Promise<boolean> {
  const target = join(folder, path);
  const parent = await realpath(dirname(target)).catch(() => undefined);
  const root = await realpath(folder);
  if (parent !== undefined && parent !== root && !parent.startsWith(`${root}${sep}`)) {
    throw new CommandError(
      `\`${dirname(target)}\` is a link that leads out of the content folder. Replace it with a folder.`,
    );
  }
  return createFile(target, data);
}

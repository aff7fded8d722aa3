/** Reads files that you name to a command. */
import { readFile, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { CommandError } from './command-error.ts';
import { toReadError } from './file-errors.ts';

/** @throws a CommandError if it cannot be read, or is longer than `maxBytes` */
export async function readTextFile(path: string, maxBytes = Number.POSITIVE_INFINITY): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      throw new CommandError(`\`${path}\` has ${size} bytes, expected at most ${maxBytes}.`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    throw toReadError(error, path);
  }
}

/** A mailbox of years is smaller. Programs need ten times the memory to read a file. */
const MAX_SOURCE_BYTES = 100_000_000;

/**
 * Reads the bytes of a file of any format.
 *
 * @throws a CommandError if it cannot be read, or is longer than 100 MB
 */
export async function readSourceFile(
  path: string,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  try {
    const { size } = await stat(path);
    if (size > MAX_SOURCE_BYTES) {
      throw new CommandError(
        `\`${path}\` has ${size} bytes, expected at most ${MAX_SOURCE_BYTES}. Split it.`,
      );
    }
    return { path: toPosixPath(path), bytes: await readFile(path) };
  } catch (error) {
    throw toReadError(error, path);
  }
}

/** Returns a path as messages show it: with `/` on every system. */
export function toPosixPath(path: string): string {
  return path.split(sep).join('/');
}

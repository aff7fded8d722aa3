/** Errors of the file system, as messages that tell you what to do. */
import { dirname } from 'node:path';
import { CommandError } from './command-error.ts';

const WRITE_ADVICE: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder. Choose the name of a file.',
  ENOTDIR: 'part of its path is a file. Choose another path.',
  EEXIST: 'it is a file, expected a folder. Remove it, or choose another place.',
  EROFS: 'the file system is read-only. Choose another place.',
  EACCES: 'permission denied. Choose another place, or change the permissions.',
  EPERM: 'permission denied. Choose another place, or change the permissions.',
  ENOSPC: 'the disk is full. Free some space and try again.',
  EDQUOT: 'your disk quota is used up. Free some space and try again.',
};

const READ_ADVICE: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist. Check the path.',
  ENOTDIR: 'part of its path is a file. Check the path.',
  EISDIR: 'it is a folder, expected a file.',
  EACCES: 'permission denied. Change its permissions.',
  EPERM: 'permission denied. Change its permissions.',
};

/**
 * Returns the error to throw after writing failed. An error that the system did not report is returned unchanged.
 *
 * @param target path of the file, or what else was written to
 */
export function toWriteError(error: unknown, target: string): unknown {
  const code = getErrorCode(error);
  if (code === undefined) return error;
  const advice =
    code === 'ENOENT'
      ? `there is no folder \`${dirname(target)}\`. Create it, or choose another place.`
      : (WRITE_ADVICE[code] ?? `the system reports ${code}.`);
  return new CommandError(`Cannot write \`${target}\`: ${advice}`);
}

/** Returns the error to throw after reading failed. An error that the system did not report is returned unchanged. */
export function toReadError(error: unknown, path: string): unknown {
  const code = getErrorCode(error);
  if (code === undefined) return error;
  return new CommandError(`Cannot read \`${path}\`: ${READ_ADVICE[code] ?? `the system reports ${code}.`}`);
}

/**
 * Returns why a file or folder below the content folder cannot be read, worded as the message of a problem.
 *
 * @throws an error that the system did not report
 */
export function describeContentError(error: unknown, expected: 'file' | 'folder' = 'file'): string {
  const code = getErrorCode(error);
  if (code === undefined) throw error;
  return `Unexpected error ${code}, expected a ${expected} that can be read`;
}

/** Returns the code of an error that the system reported, such as `ENOENT`. */
export function getErrorCode(error: unknown): string | undefined {
  const isSystemError = error instanceof Error && 'code' in error && 'syscall' in error;
  return isSystemError ? String(error.code) : undefined;
}

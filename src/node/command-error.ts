/** The exit codes of commands, and the failures that they expect. */

export const EXIT_CODES = {
  success: 0,
  /** The command worked. It found problems in the content, or did not find what you asked for. */
  problems: 1,
  /** The command could not do what you asked: wrong use, a missing file, a full disk. */
  failed: 2,
  /** You pressed Ctrl-C: 128 and the number of the signal, as in a shell. */
  interrupted: 130,
} as const;

/** A failure that is not a mistake in this program. Its message tells you what to do, and is shown without a stack trace. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT_CODES.failed) {
    super(message);
    this.exitCode = exitCode;
    // Astro prints the stack of every error, and here it says nothing.
    this.stack = '';
  }
}

/**
 * The only way to the terminal. Text can come from a stranger's file, from a command line or from another program, so
 * whatever could control the terminal, or hide, is replaced. Only the styles of this file pass.
 */
import { randomUUID } from 'node:crypto';
import { styleText } from 'node:util';
import { toPrintable } from '../knowledge/source/invisible-characters.ts';

/** Marks the escape characters of our own styles. Nobody can write it into a file, because it is new in each process. */
const OWN_ESCAPE = randomUUID();

/** Styles text, if standard output is a terminal that shows colours. The result is for the functions of this file. */
export function style(format: 'bold' | 'dim' | 'red' | 'yellow', text: string): string {
  return styleText(format, toPrintable(text)).replaceAll('\u001b', OWN_ESCAPE);
}

/** Returns text as a terminal may get it. */
export function toTerminal(text: string): string {
  return toPrintable(text).replaceAll(OWN_ESCAPE, '\u001b');
}

export function print(text: string): void {
  process.stdout.write(toTerminal(text));
}

/** Prints to standard error: messages about the work, which are not part of its result. */
export function printMessage(text: string): void {
  process.stderr.write(toTerminal(text));
}

/** Writes a file to standard output. A terminal gets only text, so use it for output that no terminal shows. */
export function printBytes(bytes: Uint8Array): void {
  process.stdout.write(bytes);
}

/** Waits until standard output is written. */
export function flushOutput(): Promise<void> {
  return new Promise((resolve) => process.stdout.write('', () => resolve()));
}

/** Shows how far the work is, in place of what was shown before. Prints nothing if there is no terminal. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${toPrintable(text)}`);
}

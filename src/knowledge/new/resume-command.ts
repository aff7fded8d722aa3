/** Writes the answers so far as the command that continues from there. */
import type { DocumentKind } from '../schema/kinds.ts';

/** The answers, by the flags that have the same effect. */
export type TypedFlags = ReadonlyMap<string, readonly string[]>;

export function formatCommand(kind: DocumentKind, typed: TypedFlags): string {
  const flags = [...typed].flatMap(([flag, values]) =>
    values.map((value) => ` --${flag} ${quoteForShell(value)}`),
  );
  return `npm run kb -- new ${kind}${flags.join('')}`;
}

/** Uses the single quotes of a POSIX shell: no character but the quote itself has a meaning in them. */
function quoteForShell(value: string): string {
  return /^[\w.,:/@%+-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

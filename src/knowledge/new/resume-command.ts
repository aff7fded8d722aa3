/** What was typed so far, as the command that goes on from there. */
import type { DocumentKind } from '../schema/kinds.ts';

/** What was typed, by the flag that says the same. */
export type TypedFlags = ReadonlyMap<string, readonly string[]>;

export function formatCommand(kind: DocumentKind, typed: TypedFlags): string {
  const flags = [...typed].flatMap(([flag, values]) =>
    values.map((value) => ` --${flag} ${quoteForShell(value)}`),
  );
  return `npm run kb -- new ${kind}${flags.join('')}`;
}

/** In the quotes of a POSIX shell, in which nothing has a meaning but the quote itself. */
function quoteForShell(value: string): string {
  return /^[\w.,:/@%+-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

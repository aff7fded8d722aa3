/**
 * The table of known errors, and how it finds them in a line. A line is compared only with the messages that have
 * words in common with it, so that the time does not depend on the size of the table.
 */
import type { ErrorFamilies, ErrorSignature } from './error-signature.ts';
import { hasSeverityLabel } from './line-importance.ts';
import {
  compileSqlState,
  compileStatus,
  compileTemplate,
  listKeys,
  type MessagePattern,
} from './message-template.ts';
import { PLATFORMS } from './platforms.ts';

export interface KnownError {
  readonly name: string;
  /** The title of its family. */
  readonly family: string;
  readonly services: readonly string[];
  /** Its names in postmortems, the most telling first. */
  readonly means: readonly string[];
  /** Words of postmortems about errors of its family. */
  readonly familyWords: readonly string[];
}

export interface ErrorMatch {
  readonly error: KnownError;
  /** The place of its longest message in the line. */
  readonly start: number;
  readonly end: number;
  /** The parts of the line that are messages of the error. */
  readonly messages: readonly string[];
}

interface CompiledPattern extends MessagePattern {
  readonly error: KnownError;
  expression?: RegExp;
}

type EncodedSignature = readonly [
  name: string,
  family: number,
  services: readonly string[],
  means: readonly string[],
  messages: string,
  statuses: readonly number[],
  sqlStates: readonly string[],
];

interface EncodedTable {
  readonly families: readonly (readonly [title: string, words: readonly string[]])[];
  readonly signatures: readonly EncodedSignature[];
}

export class ErrorTable {
  readonly #patterns = new Map<string, CompiledPattern[]>();

  constructor({ families, signatures }: EncodedTable) {
    for (const [name, family, services, means, messages, statuses, sqlStates] of signatures) {
      const [title = '', familyWords = []] = families[family] ?? [];
      const error = { name, family: title, services, means, familyWords };
      const patterns = [
        ...messages.split('\n').filter(Boolean).map(compileTemplate),
        ...statuses.flatMap(compileStatus),
        ...sqlStates.flatMap(compileSqlState),
      ];
      for (const pattern of patterns) this.#add({ ...pattern, error, ...limitScope(pattern, services) });
    }
  }

  #add(pattern: CompiledPattern): void {
    for (const key of pattern.keys) {
      const list = this.#patterns.get(key);
      if (list) list.push(pattern);
      else this.#patterns.set(key, [pattern]);
    }
  }

  /**
   * Returns the keys that show that typed words may be an error. Messages of which no two words are certain are omitted,
   * because any text may contain a single word, and so are words that look like code.
   */
  listHints(): string[] {
    const typed = [...this.#patterns].filter(([, patterns]) => patterns.some(({ scope }) => scope !== 'log'));
    return typed
      .filter(([key, patterns]) => key.includes(' ') || patterns.some(({ isOneWord }) => isOneWord))
      .filter(([key]) => !key.includes('_'))
      .map(([key]) => key);
  }

  /**
   * Finds the known errors in a line, the most specific first: errors of one program, and longer matches. A match
   * within a longer one is omitted.
   *
   * @param isLog whether the line is from a log, where a single everyday word can be an error; so can it after a label
   *   such as "ERROR:"
   */
  find(line: string, isLog: boolean): ErrorMatch[] {
    const candidates = new Set([...listKeys(line)].flatMap((key) => this.#patterns.get(key) ?? []));
    const matches = new Map<KnownError, ErrorMatch>();
    const isMessage = isLog || hasSeverityLabel(line);
    for (const pattern of candidates) {
      if ((isLog && pattern.scope === 'typed') || (!isMessage && pattern.scope === 'log')) continue;
      const match = matchPattern(pattern, line);
      const other = matches.get(pattern.error);
      if (match) matches.set(pattern.error, other ? mergeMatches(other, match) : match);
    }
    const all = [...matches.values()];
    return all.filter((match) => !all.some((other) => isWithin(match, other))).sort(compareBySpecificity);
  }
}

/**
 * Limits a message of two ordinary words to logs, if it is a message of certain programs. A log of the program means it,
 * but somebody who types "deploy failed" or "slow query" may mean any program.
 */
function limitScope(
  { isVague }: MessagePattern,
  services: readonly string[],
): Pick<MessagePattern, 'scope'> | undefined {
  return isVague && services.some((service) => !PLATFORMS.has(service)) ? { scope: 'log' } : undefined;
}

function matchPattern(pattern: CompiledPattern, line: string): ErrorMatch | undefined {
  pattern.expression ??= new RegExp(pattern.source, 'i');
  const found = pattern.expression.exec(line);
  if (!found) return undefined;
  const [message] = found;
  return { error: pattern.error, start: found.index, end: found.index + message.length, messages: [message] };
}

function mergeMatches(a: ErrorMatch, b: ErrorMatch): ErrorMatch {
  const longer = getLength(b) > getLength(a) ? b : a;
  return { ...longer, messages: [...a.messages, ...b.messages] };
}

function getLength({ start, end }: ErrorMatch): number {
  return end - start;
}

/** Returns whether another match makes this one redundant. */
function isWithin(match: ErrorMatch, other: ErrorMatch): boolean {
  if (match === other || match.start < other.start || match.end > other.end) return false;
  if (getLength(match) < getLength(other)) return true;
  return match.error.services.length === 0 && other.error.services.length > 0;
}

function compareBySpecificity(a: ErrorMatch, b: ErrorMatch): number {
  const isOfProgram = ({ error }: ErrorMatch) => error.services.length > 0;
  return Number(isOfProgram(b)) - Number(isOfProgram(a)) || getLength(b) - getLength(a);
}

/** Encodes the table without what only authors and tests need. */
export function encodeErrorTable(families: ErrorFamilies, signatures: readonly ErrorSignature[]): string {
  const ids = Object.keys(families);
  return JSON.stringify({
    families: Object.values(families).map(({ title, words }) => [title, words] as const),
    signatures: signatures.map(
      ({ name, family, services, means, messages, statuses, sqlStates }): EncodedSignature => [
        name,
        ids.indexOf(family),
        services,
        means,
        messages.trim(),
        statuses,
        sqlStates,
      ],
    ),
  } satisfies EncodedTable);
}

/** @throws if the text is not from `encodeErrorTable` */
export function decodeErrorTable(text: string): ErrorTable {
  return new ErrorTable(JSON.parse(text) as EncodedTable);
}

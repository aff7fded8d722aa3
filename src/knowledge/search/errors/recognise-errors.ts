/** Recognises known errors in what was typed or pasted, and names them: "Connection refused, port 6379: Redis". */
import { splitIdentifier } from '../tokens.ts';
import type { ErrorMatch, ErrorTable, KnownError } from './error-table.ts';
import { rateLine } from './line-importance.ts';
import { NETWORK_FAMILIES } from './network-families.ts';
import { PLATFORMS } from './platforms.ts';
import { findKnownPorts } from './well-known-ports.ts';

export interface RecognisedError {
  /** Its name, port and program: "Connection refused, port 6379: Redis". */
  readonly title: string;
  readonly name: string;
  /** The title of its family: "Connection limits". */
  readonly family: string;
  /** The programs that report it, or that listen on its port. */
  readonly services: readonly string[];
  readonly port?: number;
  /** Its names in postmortems, the most telling first. */
  readonly means: readonly string[];
  /** Words of postmortems about errors of its family. */
  readonly familyWords: readonly string[];
  /** The lines that contain it, from 1. */
  readonly lines: readonly number[];
  /** The parts of the first of these lines that are messages of the error. */
  readonly messages: readonly string[];
  /** True if it only says that a program stopped: "Panic: Go". What made it stop is a better question. */
  readonly isConsequence: boolean;
}

export interface Recognition {
  /** The most important first. */
  readonly errors: readonly RecognisedError[];
  /** Products that the text names only by their port. */
  readonly services: readonly string[];
}

/** Errors that a program reports when it stops, whatever made it stop. */
const CONSEQUENCE_FAMILIES: ReadonlySet<string> = new Set(['Crash', 'Error in code']);

interface Sighting {
  readonly error: KnownError;
  readonly port: number | undefined;
  readonly services: readonly string[];
  readonly messages: readonly string[];
  readonly lines: number[];
  importance: number;
}

/**
 * @param lines the lines of the text, cut to a bounded length
 * @param table if absent, only ports are recognised
 */
export function recogniseErrors(
  lines: readonly string[],
  table: ErrorTable | undefined,
  isLog: boolean,
): Recognition {
  const sightings = new Map<string, Sighting>();
  const services = new Set<string>();
  const rootCause = lines.findLastIndex((line) => ROOT_CAUSE.test(line));
  const known = new Map<string, readonly Sighting[]>();
  for (const [index, line] of lines.entries()) {
    // A log repeats itself.
    const found = known.get(line) ?? (table ? findInLine(line, table, isLog) : []);
    known.set(line, found);
    for (const { service } of findKnownPorts(line)) services.add(service);
    const importance = index === rootCause ? ROOT_CAUSE_IMPORTANCE : rateLine(line);
    for (const [rank, sighting] of found.entries()) {
      const key = `${sighting.error.name} ${sighting.services.join()} ${sighting.port ?? ''}`;
      const seen = sightings.get(key) ?? { ...sighting, lines: [], importance: 0 };
      sightings.set(key, seen);
      seen.lines.push(index + 1);
      seen.importance = Math.max(seen.importance, importance - rank * 0.5);
    }
  }
  const errors = [...sightings.values()].sort(compareSightings).map(describe);
  return { errors, services: [...services] };
}

/** The last of these lines has the first cause (JDK, `Throwable.printStackTrace`). */
const ROOT_CAUSE = /^\s{0,40}Caused by: /;
/** More than that of any other line. */
const ROOT_CAUSE_IMPORTANCE = 5;

function findInLine(line: string, table: ErrorTable, isLog: boolean): Sighting[] {
  const matches = table.find(line, isLog);
  return [...matches, ...findInIdentifiers(line, matches, table)].map(({ error, messages }) => {
    const [port] = NETWORK_FAMILIES.has(error.family) ? findKnownPorts(line) : [];
    return {
      error,
      port: port?.port,
      services: [...new Set([...error.services, ...(port ? [port.service] : [])])],
      messages,
      lines: [],
      importance: 0,
    };
  });
}

const IDENTIFIER = /[A-Za-z][A-Za-z0-9_]{5,99}/g;
const MAX_IDENTIFIERS = 40;

/** Finds errors in the words of identifiers: `PgBouncerPoolExhausted`, `too_many_connections`. */
function findInIdentifiers(line: string, matches: readonly ErrorMatch[], table: ErrorTable): ErrorMatch[] {
  const found: ErrorMatch[] = [];
  for (const { 0: identifier, index } of [...line.matchAll(IDENTIFIER)].slice(0, MAX_IDENTIFIERS)) {
    const words = splitIdentifier(identifier);
    const end = index + identifier.length;
    const isCovered = matches.some((match) => match.start < end && match.end > index);
    if (words.length < 2 || isCovered) continue;
    for (const { error } of table.find(words.join(' '), false)) {
      const isKnown = [...matches, ...found].some((match) => match.error === error);
      if (!isKnown) found.push({ error, start: index, end, messages: [identifier] });
    }
  }
  return found;
}

/** Returns whether any program of the platform ends with the error. A crash of one product is an error of its own. */
function isConsequence({ family, services }: KnownError): boolean {
  return CONSEQUENCE_FAMILIES.has(family) && services.every((service) => PLATFORMS.has(service));
}

/** Sorts causes before consequences, then the errors of serious lines first, then those that were found in more lines, then the first ones. */
function compareSightings(a: Sighting, b: Sighting): number {
  return (
    Number(isConsequence(a.error)) - Number(isConsequence(b.error)) ||
    b.importance - a.importance ||
    b.services.length - a.services.length ||
    (a.lines[0] ?? 0) - (b.lines[0] ?? 0)
  );
}

function describe({ error, port, services, messages, lines }: Sighting): RecognisedError {
  const { name, family, means, familyWords } = error;
  const place = port === undefined ? '' : `, port ${port}`;
  const programs = services.length > 0 ? `: ${services.join(', ')}` : '';
  return {
    title: `${name}${place}${programs}`,
    name,
    family,
    services,
    ...(port === undefined ? {} : { port }),
    means,
    familyWords,
    lines,
    messages,
    isConsequence: isConsequence(error),
  };
}

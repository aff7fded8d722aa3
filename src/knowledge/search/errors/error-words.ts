/** The words that known errors stand for, and the programs that they lead to. */
import { WEIGHTS } from '../weights.ts';
import { PLATFORMS, PROTOCOLS, PROXIES } from './platforms.ts';
import type { RecognisedError } from './recognise-errors.ts';

/** Returns the programs that report the errors, without platforms. */
export function listErrorSystems(errors: readonly RecognisedError[]): string[] {
  const services = new Set(errors.flatMap((error) => error.services));
  return [...services].filter((service) => !PLATFORMS.has(service));
}

/** Returns whether a program only reports errors of those behind it, so that other pages may be about them. */
export function onlyReports(system: string, errors: readonly RecognisedError[]): boolean {
  const reported = errors.filter(({ services }) => services.includes(system));
  return PROXIES.has(system) && reported.every(({ family }) => REPORTED_FAMILIES.has(family));
}

const REPORTED_FAMILIES: ReadonlySet<string> = new Set(['Timeout', 'Upstream', 'Host unreachable']);

/**
 * Returns what errors of one family are called, with falling weights: the first names are those of the first error, the
 * last those of the family.
 */
export function listErrorWords(
  first: RecognisedError,
  others: readonly RecognisedError[],
): { readonly text: string; readonly weight: number }[] {
  const { meanings, family } = WEIGHTS.error;
  const toWords = ({ means }: RecognisedError, factor: number) =>
    means.map((text, index) => ({ text, weight: (meanings[index] ?? family) * factor }));
  return [
    ...toWords(first, 1),
    ...others.flatMap((error) => toWords(error, WEIGHTS.error.nextFamily)),
    ...first.familyWords.map((text) => ({ text, weight: family })),
  ].sort((a, b) => b.weight - a.weight);
}

/** Returns the weights of what an error is called and of the program that it is about. */
export function weighError(error: RecognisedError | undefined): { meaning: number; system: number } {
  const { meaning, service } = WEIGHTS.error;
  return error && isUnanswered(error) ? { meaning: service, system: meaning } : { meaning, system: service };
}

/**
 * Returns whether the program that did not answer is the better question than how that was noticed: "connection
 * refused" is about whatever program should have answered. If the error does not name it, the text may.
 */
export function isUnanswered({ family, port, services }: RecognisedError): boolean {
  const isProtocol = services.length > 0 && services.every((service) => PROTOCOLS.has(service));
  return !isProtocol && (port !== undefined || UNANSWERED_FAMILIES.has(family));
}

/** Errors whose program is the one that did not answer, rather than a proxy or a library that reports it. */
const UNANSWERED_FAMILIES: ReadonlySet<string> = new Set(['Connection refused', 'Connection lost']);

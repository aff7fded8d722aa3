/** The words that known errors stand for, and the programs that they lead to. */
import { WEIGHTS } from '../weights.ts';
import type { RecognisedError } from './recognise-errors.ts';

/** Languages and operating systems, in which nearly every program runs. */
const PLATFORMS: ReadonlySet<string> = new Set(
  '.NET, C++, Erlang, Go, JavaScript, JVM, Linux, Node.js, PHP, Python, Ruby, Rust, Windows, gRPC'.split(
    ', ',
  ),
);

/** Returns the programs that report the errors, without platforms. */
export function listErrorSystems(errors: readonly RecognisedError[]): string[] {
  const services = new Set(errors.flatMap((error) => error.services));
  return [...services].filter((service) => !PLATFORMS.has(service));
}

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

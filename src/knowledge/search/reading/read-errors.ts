/** Reads what recognised errors mean, and the programs that errors and ports lead to. */
import {
  isUnanswered,
  listErrorSystems,
  listErrorWords,
  onlyReports,
  weighError,
} from '../errors/error-words.ts';
import type { RecognisedError } from '../errors/recognise-errors.ts';
import { lookUpName } from '../term-lookup.ts';
import { LIMITS, WEIGHTS } from '../weights.ts';
import { lookUpOtherNames } from './other-names.ts';
import type { Reading } from './reading.ts';

/**
 * Reads what the recognised errors mean, and the programs that report them. Errors of one family are one concept, and
 * each further family counts less: the first error is the most important one.
 */
export function readErrors(reading: Reading, errors: readonly RecognisedError[]): void {
  const families = [...new Set(errors.map(({ family }) => family))];
  const used = new Set<string>();
  for (const [rank, family] of families.slice(0, LIMITS.errors).entries()) {
    const [first, ...others] = errors.filter((error) => error.family === family);
    if (!first) continue;
    const terms = listErrorWords(first, others)
      .flatMap(({ text, weight }) => lookUpName(reading.frequencies, text, 'signature', weight))
      .filter(({ text }) => !used.has(text) && used.add(text));
    const weight = weighError(first).meaning * WEIGHTS.error.nextFamily ** rank;
    reading.addConcept(first.title, terms.slice(0, LIMITS.meanings), weight, {
      isTechnical: true,
      isEssential: true,
    });
  }
  const [first] = errors;
  for (const system of listErrorSystems(errors))
    readSystem(reading, system, weighError(first).system, onlyReports(system, errors));
  // The program that did not answer is perhaps named somewhere in the text.
  reading.lacksSystem = first !== undefined && isUnanswered(first) && listErrorSystems([first]).length === 0;
}

/**
 * Reads the name of a program that an error or a port leads to.
 *
 * @param isReporter whether the program only reports errors of those behind it
 */
export function readSystem(
  reading: Reading,
  name: string,
  weight: number = WEIGHTS.error[reading.lacksSystem ? 'meaning' : 'service'],
  isReporter = false,
): void {
  const groups = reading.lexicon.aliases.findGroups(name);
  const terms = [
    ...lookUpName(reading.frequencies, name, 'signature', WEIGHTS.term.typed),
    ...lookUpOtherNames(reading, name, groups),
  ];
  reading.addConcept(name, terms, weight, {
    groups,
    isTechnical: true,
    isEssential: true,
    isSystem: true,
    isReporter,
  });
}

/** Explains in plain text how a query was understood and why its results are in this order. */

import type { Concept, SearchTerm } from './concepts.ts';
import type { RankedPage, Ranking } from './rank.ts';
import type { QueryUnderstanding } from './understand-query.ts';

/** @param countPages returns how many pages contain a word */
export function explainSearch(
  understanding: QueryUnderstanding,
  ranking: Ranking,
  countPages: (word: string) => number,
): string {
  const { tokens, phrases, noise, errors, corrections, inOtherWords, unknown, concepts, isLog } =
    understanding;
  const formatLine = (label: string, values: readonly string[]) =>
    values.length > 0 ? [`${label.padEnd(13)}${values.join(' · ')}`] : [];
  return [
    ...formatLine('read as', [isLog ? 'lines of a log' : 'words']),
    ...formatLine(
      'tokens',
      tokens.map(({ typed, parts }) => (parts.length > 1 ? `${typed} (${parts.join(' ')})` : typed)),
    ),
    ...formatLine('phrases', phrases),
    ...formatLine('ignored', noise),
    ...formatLine(
      'recognised',
      errors.map(({ title }) => title),
    ),
    ...formatLine(
      'corrected',
      corrections.map(({ typed, meant }) => `${typed} → ${meant}`),
    ),
    ...formatLine(
      'other words',
      inOtherWords.map(({ typed, names }) => `${typed} → ${names.join(', ')}`),
    ),
    ...formatLine('unknown', unknown),
    '',
    'searched for',
    ...concepts.flatMap((concept) => formatConcept(concept, countPages)),
    '',
    `results (${ranking.keys.size} pages match${ranking.isClosest ? '; no close match' : ''})`,
    ...ranking.results.flatMap((result, index) => formatResult(result, index + 1)),
    '',
  ].join('\n');
}

function formatConcept({ source, weight, terms }: Concept, countPages: (word: string) => number): string[] {
  return [
    `  ${source}  × ${formatNumber(weight)}`,
    ...terms.map(
      (term) =>
        `    ${describeTerm(term)}  × ${formatNumber(term.weight)}  in ${describePageCount(term, countPages)} pages`,
    ),
  ];
}

function describeTerm({ text, match, via }: SearchTerm): string {
  const notation = {
    word: text,
    prefix: `${text}…`,
    all: text.split(' ').join(' + '),
    phrase: `"${text}"`,
    whole: text,
  };
  return `${notation[match]} (${via})`;
}

function describePageCount({ text, match }: SearchTerm, countPages: (word: string) => number): string {
  if (match === 'prefix') return 'some';
  const counts = text.split(' ').map(countPages);
  return counts.length > 1 ? `at most ${Math.min(...counts)}` : `about ${counts[0] ?? 0}`;
}

function formatResult({ page, score, share, reasons, signals }: RankedPage, place: number): string[] {
  const name = page.kind ? `${page.kind} ${page.id}` : page.address;
  return [
    `  ${place}. ${page.title}`,
    `     ${name}  score ${formatNumber(score)}, matches ${Math.round(share * 100)} % of the query`,
    ...reasons.map((reason) => {
      const fields = reason.fields.length > 0 ? reason.fields.join(', ') : 'text';
      return `       ${reason.concept}: ${describeTerm(reason.term)} in ${fields}  + ${formatNumber(reason.score)}`;
    }),
    ...signals.map((signal) => `       similar signal: ${signal}`),
  ];
}

function formatNumber(value: number): string {
  return value.toFixed(2);
}

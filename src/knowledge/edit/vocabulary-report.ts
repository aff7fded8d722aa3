/** How the vocabularies are used, as a person reads it in a terminal. */

import { count } from '../schema/wording.ts';
import type { VocabularyCare, VocabularyEntry } from './vocabulary-care.ts';

/** @param heading how a heading is set off */
export function reportVocabulary(
  care: VocabularyCare,
  heading: (text: string) => string = (text) => text,
): string {
  const sections: [title: string, lines: string[]][] = [
    [
      'Alike: one thing with two names? `kb vocab merge` makes one of both',
      care.alike.map(({ entries: [a, b], names }) => `${nameOf(a)} and \`${b.id}\`: ${names.join(', ')}`),
    ],
    ['Not used by anything', care.unused.map((entry) => `${nameOf(entry)}  ${entry.title}`)],
    ['Tags with one case', care.once.map(({ entry, in: path }) => `${nameOf(entry)}  ${path}`)],
    [
      'Aliases that the texts use',
      care.aliases.map(
        ({ entry, alias, times, files }) =>
          `${alias} (${nameOf(entry)})  ${count(times, 'time')} in ${count(files, 'file')}`,
      ),
    ],
  ];
  return sections
    .map(([title, lines]) => [
      heading(title),
      ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function nameOf({ kind, id }: VocabularyEntry): string {
  return `${kind} \`${id}\``;
}

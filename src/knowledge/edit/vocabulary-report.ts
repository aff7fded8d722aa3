/** How the vocabularies are used, as a person reads it in a terminal. */

import { formatCount } from '../schema/labels.ts';
import type { VocabularyEntrySummary, VocabularyUsage } from './vocabulary-usage.ts';

/** @param heading how a heading is set off */
export function formatVocabularyUsage(
  care: VocabularyUsage,
  heading: (text: string) => string = (text) => text,
): string {
  const sections: [title: string, lines: string[]][] = [
    [
      'Alike: one thing with two names? `kb vocab merge` makes one of both',
      care.similar.map(
        ({ entries: [a, b], names }) => `${formatEntry(a)} and \`${b.id}\`: ${names.join(', ')}`,
      ),
    ],
    ['Not used by anything', care.unused.map((entry) => `${formatEntry(entry)}  ${entry.title}`)],
    ['Tags with one case', care.usedOnce.map(({ entry, in: path }) => `${formatEntry(entry)}  ${path}`)],
    [
      'Aliases that the texts use',
      care.aliases.map(
        ({ entry, alias, times, files }) =>
          `${alias} (${formatEntry(entry)})  ${formatCount(times, 'time')} in ${formatCount(files, 'file')}`,
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

function formatEntry({ kind, id }: VocabularyEntrySummary): string {
  return `${kind} \`${id}\``;
}

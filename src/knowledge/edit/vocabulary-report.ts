/** Formats how the vocabularies are used, for a terminal. */
import { formatCount } from '../schema/labels.ts';
import type { VocabularyEntrySummary, VocabularyUsage } from './vocabulary-usage.ts';

/** @param styleHeading makes a heading bold, for example */
export function formatVocabularyUsage(
  usage: VocabularyUsage,
  styleHeading: (text: string) => string = (text) => text,
): string {
  const sections: [title: string, lines: string[]][] = [
    [
      'Similar names: to merge two entries, run `kb vocab merge`',
      usage.similar.map(
        ({ entries: [a, b], names }) => `${formatEntry(a)} and \`${b.id}\`: ${names.join(', ')}`,
      ),
    ],
    ['Not used', usage.unused.map((entry) => `${formatEntry(entry)}  ${entry.title}`)],
    ['Tags with one case', usage.usedOnce.map(({ entry, in: path }) => `${formatEntry(entry)}  ${path}`)],
    [
      'Aliases in the texts',
      usage.aliases.map(
        ({ entry, alias, times, files }) =>
          `${alias} (${formatEntry(entry)})  ${formatCount(times, 'time')} in ${formatCount(files, 'file')}`,
      ),
    ],
  ];
  return sections
    .map(([title, lines]) => [
      styleHeading(title),
      ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function formatEntry({ kind, id }: VocabularyEntrySummary): string {
  return `${kind} \`${id}\``;
}

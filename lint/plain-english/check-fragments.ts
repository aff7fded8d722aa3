/** Checks the sentences of one file with retext: the house style everywhere, more rules where all text is prose. */
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import type { Fragment, FragmentKind } from './fragment.ts';
import { reportBannedPhrases } from './house-style.ts';

export interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly fragments: readonly Fragment[];
}

/** @returns `path:line:column  message  (rule)`, from top to bottom */
export function checkFragments({ path, text, fragments }: ReadFile): string[] {
  const places = location(text);
  return fragments
    .flatMap((fragment) => checkFragment(fragment).map((message) => ({ message, start: fragment.start })))
    .map(({ message, start }) => ({ message, offset: start + getOffset(message) }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ message, offset }) => {
      const { line, column } = places.toPoint(offset) ?? { line: 1, column: 1 };
      return `${path}:${line}:${column}  ${message.reason}  (${message.source})`;
    });
}

function checkFragment({ kind, text }: Fragment): readonly VFileMessage[] {
  const file = new VFile(text);
  const processor = createProcessor(kind);
  processor.runSync(processor.parse(file), file);
  return file.messages;
}

function createProcessor(kind: FragmentKind) {
  const processor = unified().use(retextEnglish).use(reportBannedPhrases, { kind });
  // In code and comments a repeated word or an article may be part of an example.
  return kind === 'docs' || kind === 'content'
    ? processor.use(retextRepeatedWords).use(retextIndefiniteArticle)
    : processor;
}

function getOffset({ place }: VFileMessage): number {
  const start = place && 'start' in place ? place.start : place;
  return start?.offset ?? 0;
}

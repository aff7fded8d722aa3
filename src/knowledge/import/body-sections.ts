/** Splits a body into sections at its headings. */
import type { Heading, RootContent } from 'mdast';
import { toPlainWords } from './plain-words.ts';
import { findSectionMeaning, normalizeHeading } from './section-headings.ts';

export interface BodySection {
  readonly heading: Heading | undefined;
  /** The heading with the names of the sections around it. */
  readonly path: string;
  readonly content: RootContent[];
  /** The content with that of its subsections, and their headings. */
  readonly all: RootContent[];
  /** The rest of the content if its first paragraphs move to a field. */
  rest: RootContent[];
  /** The number of its subsections. */
  below: number;
}

export function splitIntoSections(blocks: readonly RootContent[]): BodySection[] {
  const sections: BodySection[] = [
    { heading: undefined, path: '', content: [], all: [], rest: [], below: 0 },
  ];
  let open: BodySection[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') {
      open = open.filter(({ heading }) => heading && heading.depth < block.depth);
      for (const outer of open) {
        outer.below++;
        outer.all.push(block);
      }
      const parent = open.at(-1);
      const words = toPlainWords(block);
      const path =
        parent && findSectionMeaning(parent.path) === undefined ? `${parent.path}: ${words}` : words;
      const section = { heading: block, path, content: [], all: [], rest: [], below: 0 };
      open.push(section);
      sections.push(section);
      continue;
    }
    sections.at(-1)?.content.push(block);
    for (const outer of open) outer.all.push(block);
  }
  return sections;
}

/**
 * Returns the normalized names of known sections that occur several times: a page with several incidents has its
 * sections once for each.
 */
export function findRepeatedNames(sections: readonly BodySection[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { heading } of sections) {
    const words = heading ? toPlainWords(heading) : '';
    if (!heading || findSectionMeaning(words) === undefined) continue;
    counts.set(normalizeHeading(words), (counts.get(normalizeHeading(words)) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([name, count]) => (count > 1 ? [name] : [])));
}

/** The body of a new page: its sections, each with a mark that says what belongs there. */

import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { DocumentKind } from '../schema/kinds.ts';

interface SectionPrompt {
  readonly title?: string;
  readonly ask: string;
}

const SECTION_PROMPTS: Readonly<Record<string, string>> = {
  'What happened': 'what happened, in the order in which it did',
  'What was done': 'what was tried, what came of it, and what ended it',
};

const NOTE_SECTIONS: readonly SectionPrompt[] = [
  { title: 'How it works', ask: 'the parts, and how they hang together' },
  { title: 'Where to look', ask: 'logs, graphs and commands that show how it is' },
  { title: 'In an emergency', ask: 'what to do, a Procedure for each situation' },
];

/** @param wanted the sections that site.yaml asks of postmortems */
function listSections(kind: DocumentKind, wanted: readonly string[]): readonly SectionPrompt[] {
  if (kind === 'note') return NOTE_SECTIONS;
  if (kind === 'lesson') return [{ ask: 'where it was learned, and what came of it' }];
  return wanted.map((title) => ({ title, ask: SECTION_PROMPTS[title] ?? 'its text' }));
}

/**
 * @param found a text that is there already: all of it stands in the body, below the sections that it does not have
 */
export function createBodyBlocks(
  kind: DocumentKind,
  wanted: readonly string[],
  found: readonly RootContent[] = [],
): RootContent[] {
  const isThere = ({ title }: SectionPrompt) =>
    found.some((block) => block.type === 'heading' && block.depth === 2 && textOf(block).trim() === title);
  const missing = listSections(kind, wanted).filter((section) => !isThere(section));
  const marked = missing.flatMap(({ title, ask }): RootContent[] => [
    ...(title === undefined ? [] : [createHeading(title)]),
    { type: 'paragraph', children: [{ type: 'text', value: `TODO ${ask}` }] },
  ]);
  if (found.length === 0 || missing.length === 0) return [...marked, ...found];
  return [...marked, createHeading('From the source'), ...found.map(lowerHeading)];
}

function createHeading(title: string): Heading {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] };
}

/** Below the heading that all of it stands under. */
function lowerHeading(block: RootContent): RootContent {
  if (block.type !== 'heading') return block;
  return { ...block, depth: Math.min(6, Math.max(3, block.depth + 1)) as Heading['depth'] };
}

/** Creates the body of a new page: its sections, each with a mark that says what to write. */

import type { Heading, RootContent } from 'mdast';
import type { DocumentKind } from '../schema/kinds.ts';
import { getVisibleLine } from '../source/mdx/visible-text.ts';

interface NewSection {
  readonly title?: string;
  readonly todo: string;
}

const SECTION_TODOS: Readonly<Record<string, string>> = {
  'What happened': 'what happened, in chronological order',
  'What was done': 'what was tried, what came of it, and what ended it',
};

const NOTE_SECTIONS: readonly NewSection[] = [
  { title: 'How it works', todo: 'the parts, and how they work together' },
  { title: 'Where to look', todo: 'logs, graphs and commands that show its state' },
  { title: 'In an emergency', todo: 'what to do, with a Procedure for each situation' },
];

/** @param required the sections of postmortems in site.yaml */
function listSections(kind: DocumentKind, required: readonly string[]): readonly NewSection[] {
  if (kind === 'note') return NOTE_SECTIONS;
  if (kind === 'lesson') return [{ todo: 'where it was learned, and what came of it' }];
  return required.map((title) => ({ title, todo: SECTION_TODOS[title] ?? 'its text' }));
}

/**
 * @param required the sections of postmortems in site.yaml
 * @param existing an existing text: all of it is in the body, after the sections that it does not have
 */
export function createBodyBlocks(
  kind: DocumentKind,
  required: readonly string[],
  existing: readonly RootContent[] = [],
): RootContent[] {
  const exists = ({ title }: NewSection) =>
    existing.some(
      (block) => block.type === 'heading' && block.depth === 2 && getVisibleLine(block) === title,
    );
  const missing = listSections(kind, required).filter((section) => !exists(section));
  const marked = missing.flatMap(({ title, todo }): RootContent[] => [
    ...(title === undefined ? [] : [createHeading(title)]),
    { type: 'paragraph', children: [{ type: 'text', value: `TODO ${todo}` }] },
  ]);
  if (existing.length === 0 || missing.length === 0) return [...marked, ...existing];
  return [...marked, createHeading('From the source'), ...existing.map(lowerHeading)];
}

function createHeading(title: string): Heading {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] };
}

/** Moves a heading below the one that the whole text is under. */
function lowerHeading(block: RootContent): RootContent {
  if (block.type !== 'heading') return block;
  return { ...block, depth: Math.min(6, Math.max(3, block.depth + 1)) as Heading['depth'] };
}

/** Finds the title of a page: the field that names it, its only heading of the first level, or the name of its file. */
import type { RootContent } from 'mdast';
import { findFactTarget } from './fact-labels.ts';
import { collapseWhitespace } from './map-facts.ts';
import { hasStruckWords, toPlainWords } from './plain-words.ts';
import { isSectionName } from './section-headings.ts';

export interface FoundTitle {
  readonly title?: string;
  /** The blocks without the heading that became the title. */
  readonly blocks: RootContent[];
  /** The blocks before the title: comments, notes and links of a template. */
  readonly before: readonly RootContent[];
}

/** @param title the one that the source names in a field */
export function findTitle(blocks: readonly RootContent[], title: string | undefined): FoundTitle {
  const at = findTitleHeading(blocks, title);
  const heading = blocks[at];
  if (!heading) return { blocks: [...blocks], before: [] };
  const words = collapseWhitespace(toPlainWords(heading));
  const isKept = hasStruckWords(heading) || words === '';
  return {
    ...(words ? { title: words } : {}),
    blocks: isKept ? [...blocks] : blocks.filter((block) => block !== heading),
    before: blocks.slice(0, at),
  };
}

function findTitleHeading(blocks: readonly RootContent[], title: string | undefined): number {
  const headings = blocks.flatMap((block, at) =>
    block.type === 'heading'
      ? [{ at, depth: block.depth, words: collapseWhitespace(toPlainWords(block)) }]
      : [],
  );
  const [first] = headings;
  const top = headings.filter(({ depth }) => depth === 1);
  const [only = first] = top.length === 1 ? top : [];
  if (!first || !only) return -1;
  if (title !== undefined) {
    const same = [only, first].find(({ words }) => words.toLowerCase() === title.toLowerCase());
    return same?.at ?? -1;
  }
  if (top.length === 1) return isName(only.words) ? -1 : only.at;
  if (isName(first.words) || first.words === '') return -1;
  const isAtStart = first.at === 0;
  const siblings = headings.filter(({ depth }) => depth <= first.depth).length;
  return isAtStart && (first.depth === 1 || siblings === 1) ? first.at : -1;
}

/** A number alone does not tell one page from another. */
function isNumber(words: string): boolean {
  const name = words.replace(/[#№\s_:-]*\d[\d\s/.-]*$/, '').trim();
  return name !== words.trim() && (name === '' || EMPTY_NAMES.test(name) || /^[A-Z][A-Z\d]{1,9}$/.test(name));
}

function isName(words: string): boolean {
  return isNumber(words) || isSectionName(words) || findFactTarget(words) !== undefined;
}

const EMPTY_NAMES =
  /^(?:index|readme|post ?mortems?|pm|incidents?|reports?|incident reports?|documents?|untitled|pages?|drafts?|template|new|inc|outages?|issues?|tickets?|rca|cases?|störung|vorfall|incidencia|incidente|copy|file|notes?|runbook|main|content|import(?:ed)?|mails?|e-?mails?|messages?|letter)$/i;

/** Returns the title that the name of a file gives; undefined if it says nothing. */
export function readFileTitle(path: string): string | undefined {
  const [, name = ''] =
    /([^/]+)\.(?:md|mdx|markdown|html?|txt|text|mediawiki|wikitext|wiki|adoc|asciidoc|asc|rst|rest|org|docx|docm|odt|pdf)$/i.exec(
      path,
    ) ?? [];
  const words = name
    .replace(/^\d{4}-?\d{2}-?\d{2}[-_ .]*/, '')
    // Notion and Confluence add their ids.
    .replace(/[ _-](?:[0-9a-f]{32}|\d{5,})$/i, '')
    .replace(/[-_+]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isId = /^[\da-f\s]{8,}$/i.test(words) || !/\p{L}{3}/u.test(words);
  if (isId || EMPTY_NAMES.test(words) || isNumber(words)) return undefined;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the day that the name of a file starts with. */
export function readFileDay(path: string): string | undefined {
  const [, year, month, day] = /(?:^|\/)(\d{4})-?(\d{2})-?(\d{2})(?=[-_ .])[^/]*$/.exec(path) ?? [];
  return year ? `${year}-${month}-${day}` : undefined;
}

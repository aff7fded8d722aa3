/** Where on a page that is shown which is written at a place of its file. */
import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { DocumentFile } from '../source/document-file.ts';
import { textAt } from '../source/field-values.ts';
import { type Problem, placeOf } from '../source/problem.ts';
import type { Path } from '../source/yaml/yaml-source.ts';

/** The section of a page, by its anchor, that shows a field; those of the same name as their anchor are left out. */
const SECTIONS: Readonly<Record<string, string>> = {
  started: 'impact',
  detected: 'impact',
  mitigated: 'impact',
  resolved: 'impact',
  detection: 'impact',
  trigger: 'impact',
  wentWell: 'review',
  wentWrong: 'review',
  lucky: 'review',
  surprises: 'review',
  owner: 'health',
  reviewBy: 'health',
};

/** What holds words of its own; a message stands behind it, or at the end of a list's item. */
const BLOCKS = new Set(['p', 'li', 'h1', 'h2', 'h3', 'dd', 'td', 'th', 'header']);
/** Shorter values stand on a page in many places. */
const TELLING = 8;

/** Finds places on one page. */
export class PagePlaces {
  readonly #article: Element;
  readonly #file: DocumentFile;
  readonly #bodyLine: number;
  /** The field at each line, and its other values in the same item of a list. */
  readonly #scalars: readonly { readonly path: Path; readonly from: number; readonly to: number }[];

  constructor(article: Element, file: DocumentFile) {
    this.#article = article;
    this.#file = file;
    const end = file.frontmatter?.end ?? 0;
    this.#bodyLine = placeOf(file.text, { start: end, end }).line;
    this.#scalars = file.yaml.scalars().map(({ path, span }) => {
      const { line, endLine } = placeOf(file.text, span);
      return { path, from: line, to: endLine };
    });
  }

  /** The element that shows what a problem is about. */
  of(problem: Problem): Element {
    const written = this.#writtenAt(problem.line);
    if (written && (problem.line > this.#bodyLine || contains(written, problem.line))) return written;
    const found = problem.line > this.#bodyLine ? undefined : this.#fieldAt(problem);
    return found ?? elementIn(this.#article, ({ tagName }) => tagName === 'header') ?? this.#article;
  }

  /** The innermost block of the body at a line, or the last one before it. */
  #writtenAt(line: number): Element | undefined {
    let found: Element | undefined;
    visit(this.#article, 'element', (element) => {
      const from = Number(element.properties.dataLine ?? Number.POSITIVE_INFINITY);
      if (from > line) return;
      const isInside = contains(element, line);
      if (isInside || !found || !contains(found, line)) found = element;
    });
    return found;
  }

  #fieldAt(problem: Problem): Element | undefined {
    const at = this.#scalars.find(({ from, to }) => problem.line >= from && problem.line <= to);
    const isAboutAll = problem.rule === 'missing-field' || !at;
    if (isAboutAll) return undefined;
    const [field] = at.path;
    const section = this.#sectionOf(String(field));
    const values = this.#valuesBeside(at.path);
    for (const area of section ? [section, this.#article] : [this.#article]) {
      for (const value of values) {
        const shown = showing(area, value);
        if (shown) return shown;
      }
    }
    return section && elementIn(section, ({ tagName }) => tagName === 'h2');
  }

  /** The value at a path, then those beside it in the same item of a list, then those in the same field. */
  #valuesBeside(path: Path): string[] {
    const around = path.map((_, index) => path.slice(0, path.length - index));
    const paths = around.flatMap((outer) => this.#scalars.filter((other) => isBelow(other.path, outer)));
    return [...new Set(paths.map((other) => textAt(this.#file.yaml.value, other.path) ?? ''))];
  }

  #sectionOf(field: string): Element | undefined {
    const anchor = SECTIONS[field] ?? field;
    return elementIn(this.#article, ({ properties }) => properties.ariaLabelledBy?.toString() === anchor);
  }
}

function isBelow(path: Path, outer: Path): boolean {
  return outer.every((key, index) => path[index] === key);
}

function contains({ properties }: Element, line: number): boolean {
  return Number(properties.dataLine) <= line && line <= Number(properties.dataEndLine);
}

function elementIn(root: Element, isIt: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, 'element', (element) => {
    if (!found && isIt(element)) found = element;
  });
  return found;
}

/** The innermost block that shows a text, or links to what has it as its id; the body is left out. */
function showing(area: Element, value: string): Element | undefined {
  const words = flat(value);
  let found: Element | undefined;
  visit(area, 'element', (element) => {
    if (element.properties.dataLine !== undefined) return SKIP;
    const inFound = found === undefined || isInside(element, found);
    if (inFound && BLOCKS.has(element.tagName) && shows(element, words)) found = element;
    return;
  });
  return found;
}

function shows(element: Element, words: string): boolean {
  if (words.length >= TELLING && flat(textOf(element)).includes(words)) return true;
  return (
    words !== '' &&
    elementIn(element, ({ properties }) => String(properties.href ?? '').endsWith(`/${words}/`)) !== undefined
  );
}

function isInside(element: Element, outer: Nodes): boolean {
  let found = false;
  visit(outer as Root, (node) => {
    found ||= node === element;
  });
  return found;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

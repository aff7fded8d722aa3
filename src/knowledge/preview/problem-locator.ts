/** Maps a position in a file to the element that renders it. */
import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { listFields } from '../schema/field.ts';
import { getScalar, getSchemaAt } from '../schema/inspect-schema.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { getTextAt } from '../source/field-values.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { locateSpan, type Problem } from '../source/problem.ts';
import type { Path } from '../source/yaml/yaml-source.ts';

/** Elements with text of their own. A message goes after them, or at the end of a list item. */
const BLOCK_TAGS = new Set(['p', 'li', 'h1', 'h2', 'h3', 'dd', 'td', 'th', 'header']);
/** Shorter values occur in many places on a page. */
const MIN_VALUE_LENGTH = 8;

/** Finds places on one page. */
export class ProblemLocator {
  readonly #article: Element;
  readonly #file: DocumentFile;
  readonly #bodyLine: number;
  /** The field at each line, and its other values in the same item of a list. */
  readonly #scalars: readonly { readonly path: Path; readonly from: number; readonly to: number }[];

  constructor(article: Element, file: DocumentFile) {
    this.#article = article;
    this.#file = file;
    const end = file.frontmatter?.end ?? 0;
    this.#bodyLine = locateSpan(file.text, { start: end, end }).line;
    this.#scalars = file.yaml.scalars().map(({ path, span }) => {
      const { line, endLine } = locateSpan(file.text, span);
      return { path, from: line, to: endLine };
    });
  }

  /** The element that shows what a problem is about. */
  locate(problem: Problem): Element {
    const written = this.#findBlockAt(problem.line);
    if (written && (problem.line > this.#bodyLine || containsLine(written, problem.line))) return written;
    const found = problem.line > this.#bodyLine ? undefined : this.#findFieldAt(problem);
    return found ?? findElement(this.#article, ({ tagName }) => tagName === 'header') ?? this.#article;
  }

  /** The innermost block of the body at a line, or the last one before it. */
  #findBlockAt(line: number): Element | undefined {
    let found: Element | undefined;
    visit(this.#article, 'element', (element) => {
      const from = Number(element.properties.dataLine ?? Number.POSITIVE_INFINITY);
      if (from > line) return;
      const isInside = containsLine(element, line);
      if (isInside || !found || !containsLine(found, line)) found = element;
    });
    return found;
  }

  #findFieldAt(problem: Problem): Element | undefined {
    const at = this.#scalars.find(({ from, to }) => problem.line >= from && problem.line <= to);
    const isAboutAll = problem.rule === 'required-field' || !at;
    if (isAboutAll) return undefined;
    const [field] = at.path;
    const section = this.#findSection(String(field));
    const values = this.#listValuesNear(at.path);
    for (const area of section ? [section, this.#article] : [this.#article]) {
      for (const value of values) {
        const shown = findElementShowing(area, value);
        if (shown) return shown;
      }
    }
    return section && findElement(section, ({ tagName }) => tagName === 'h2');
  }

  /** Returns the value at a path, then those next to it in the same list item, then those in the same field. */
  #listValuesNear(path: Path): string[] {
    const around = path.map((_, index) => path.slice(0, path.length - index));
    const paths = around.flatMap((outer) => this.#scalars.filter((other) => isBelow(other.path, outer)));
    return [...new Set(paths.map((other) => this.#getShownText(other.path)))];
  }

  /** A sentence is shown without its markup. */
  #getShownText(path: Path): string {
    const text = getTextAt(this.#file.yaml.value, path) ?? '';
    return getScalar(getSchemaAt(this.#file.schema, path)) === 'prose' ? toPlainText(text) : text;
  }

  #findSection(field: string): Element | undefined {
    const anchor = listFields(this.#file.schema).find(({ path }) => path.join('.') === field)?.use.section;
    if (anchor === undefined) return undefined;
    return findElement(this.#article, ({ properties }) => properties.ariaLabelledBy?.toString() === anchor);
  }
}

function isBelow(path: Path, outer: Path): boolean {
  return outer.every((key, index) => path[index] === key);
}

function containsLine({ properties }: Element, line: number): boolean {
  return Number(properties.dataLine) <= line && line <= Number(properties.dataEndLine);
}

function findElement(root: Element, isIt: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, 'element', (element) => {
    if (!found && isIt(element)) found = element;
  });
  return found;
}

/** The innermost block that shows a text, or links to what has it as its id; the body is left out. */
function findElementShowing(area: Element, value: string): Element | undefined {
  const words = collapseWhitespace(value);
  let found: Element | undefined;
  visit(area, 'element', (element) => {
    if (element.properties.dataLine !== undefined) return SKIP;
    const inFound = found === undefined || isInside(element, found);
    if (inFound && BLOCK_TAGS.has(element.tagName) && isShowing(element, words)) found = element;
    return;
  });
  return found;
}

function isShowing(element: Element, words: string): boolean {
  if (words.length >= MIN_VALUE_LENGTH && collapseWhitespace(textOf(element)).includes(words)) return true;
  return (
    words !== '' &&
    findElement(element, ({ properties }) => String(properties.href ?? '').endsWith(`/${words}/`)) !==
      undefined
  );
}

function isInside(element: Element, outer: Nodes): boolean {
  let found = false;
  visit(outer as Root, (node) => {
    found ||= node === element;
  });
  return found;
}

function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

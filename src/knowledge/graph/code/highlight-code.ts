/** Marks the parts of code by classes, because the policy of the pages refuses inline styles. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { getHighlighter } from './code-languages.ts';

/** Longer blocks are logs and dumps. A reader searches them, and colours would cost a thousand elements. */
export const MAX_HIGHLIGHTED_LENGTH = 3_000;

/** Bounds the time: the patterns of some languages are quadratic in the length of a line. */
export const MAX_HIGHLIGHTED_LINE = 500;
export const MAX_HIGHLIGHTED_LENGTH_OF_PAGE = 12_000;

/** Limits the marked parts on one page, which may have 1,500 elements in all. */
export const MAX_HIGHLIGHTED_PARTS = 300;

/** The classes of the style sheet by the scopes of highlight.js. Scopes without one look like text. */
const CLASSES: Readonly<Record<string, string>> = {
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
  meta: 'comment',
  keyword: 'keyword',
  type: 'keyword',
  'selector-tag': 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  attr: 'name',
  attribute: 'name',
  property: 'name',
  name: 'name',
  title: 'name',
  section: 'name',
  built_in: 'name',
  'selector-class': 'name',
  'selector-id': 'name',
  number: 'constant',
  literal: 'constant',
  symbol: 'constant',
  variable: 'constant',
  'template-variable': 'constant',
  addition: 'added',
  deletion: 'removed',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** Everything that highlight.js writes: a scope opens, a scope closes, an escaped character, other text. */
const OUTPUT_PATTERN = /<span class="([^"]*)">|(<\/span>)|(&[^;]+;)|([^<&]+)/g;

/** Highlights the code of one page. */
export class PageHighlighter {
  #partsLeft = MAX_HIGHLIGHTED_PARTS;
  #lengthLeft = MAX_HIGHLIGHTED_LENGTH_OF_PAGE;

  /** @returns the code as it is, or with elements around its parts if its language is known and it is short */
  highlight(code: string, language: string | null | undefined): ElementContent[] {
    const plain: ElementContent[] = [{ type: 'text', value: code }];
    if (!language || !this.#isShort(code) || !getHighlighter().getLanguage(language)) return plain;
    this.#lengthLeft -= code.length;
    const { value } = getHighlighter().highlight(code, { language, ignoreIllegals: true });
    const parts = readParts(value);
    const count = parts.filter(({ type }) => type === 'element').length;
    if (count > this.#partsLeft) return plain;
    this.#partsLeft -= count;
    return parts;
  }

  #isShort(code: string): boolean {
    return (
      code.length <= Math.min(MAX_HIGHLIGHTED_LENGTH, this.#lengthLeft) &&
      code.split('\n').every(({ length }) => length <= MAX_HIGHLIGHTED_LINE)
    );
  }
}

interface Part {
  readonly className: string | undefined;
  readonly text: string;
}

/** Returns flat parts: the innermost scope that has a class decides, and neighbours with the same class are one part. */
function readParts(html: string): ElementContent[] {
  const parts: Part[] = [];
  for (const { className, text } of readWords(html)) {
    const last = parts.at(-1);
    // White space looks the same in every class.
    if (last && (last.className === className || text.trim() === '')) {
      parts[parts.length - 1] = { ...last, text: last.text + text };
    } else parts.push({ className, text });
  }
  return parts.map(({ className, text }) =>
    className ? h('span', { className: [`code-${className}`] }, text) : { type: 'text', value: text },
  );
}

function* readWords(html: string): Generator<Part> {
  const open: (string | undefined)[] = [];
  for (const [, scope, close, entity, text = ''] of html.matchAll(OUTPUT_PATTERN)) {
    if (scope !== undefined) open.push(findClass(scope, open.at(-1)));
    else if (close !== undefined) open.pop();
    else yield { className: open.at(-1), text: entity === undefined ? text : (ENTITIES[entity] ?? entity) };
  }
}

function findClass(scopes: string, outer: string | undefined): string | undefined {
  // An expression inside a string is code again.
  const [scope = ''] = scopes.replace(/^hljs-/, '').split(' ');
  return scope === 'subst' ? undefined : (CLASSES[scope] ?? outer);
}

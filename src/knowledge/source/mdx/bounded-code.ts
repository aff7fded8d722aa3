/**
 * Keeps the time within bounds in which MDX looks for code. At every `}`, and behind `import` and `export` at every
 * empty line, it asks acorn whether the code before it is whole, and goes over all of it again: 3,000 braces in one
 * another take two seconds, and 30,000 minutes. What is too long, or comes when too much has been read, is taken for
 * code whatever it is. Nothing is let pass by that: the rules refuse code, whole or not.
 */
import { Parser } from 'acorn';
import acornJsx from 'acorn-jsx';
import type { Options } from 'remark-mdx';
import type { MdxFault } from './mdx-fault.ts';

type Acorn = NonNullable<Options['acorn']>;
type Program = ReturnType<Acorn['parse']>;
type Expression = ReturnType<Acorn['parseExpressionAt']>;

/** At once. The lists in the attributes of components have a hundred; of 20,000 names acorn compares each with all. */
const MOST_AT_ONCE = 20_000;
/** Of one file, all times together that something is read. */
const MOST_CHARACTERS = 500_000;
/** A comment that is not closed yet is found to be none soon; and an author may take a page out by one. */
const COMMENT_COUNTS = 0.4;

/** The same that MDX takes by itself. */
const reader = Parser.extend(acornJsx());

/**
 * As acorn, but for what it returns: a node without any below it. MDX goes over all nodes, and from each to the
 * beginning; nobody here looks at them.
 */
export class BoundedCode implements Acorn {
  #characters = 0;

  /** To be called before each file. */
  begin(): void {
    this.#characters = 0;
  }

  parse: Acorn['parse'] = (input, options) => {
    if (this.#mayRead(input)) reader.parse(input, options);
    const program = { type: 'Program', start: 0, end: input.length, body: [], sourceType: 'module' };
    return program as unknown as Program;
  };

  parseExpressionAt: Acorn['parseExpressionAt'] = (input, at, options) => {
    const read = this.#mayRead(input) ? reader.parseExpressionAt(input, at, options) : undefined;
    const place = { start: read?.start ?? at, end: read?.end ?? input.length };
    // MDX puts what is spread over a tag into an object.
    const expression = input.startsWith('({')
      ? { type: 'ObjectExpression', properties: read ? firstProperties(read) : [], ...place }
      : { type: 'Identifier', name: 'code', ...place };
    return expression as Expression;
  };

  #mayRead(input: string): boolean {
    const isOpenComment = /^\s*\/\*/.test(input) && !input.includes('*/');
    this.#characters += input.length * (isOpenComment ? COMMENT_COUNTS : 1);
    return this.#characters <= MOST_CHARACTERS && (isOpenComment || input.length <= MOST_AT_ONCE);
  }
}

/** By these MDX sees whether it is one thing that is spread. */
function firstProperties(read: Expression): object[] {
  const object = read.type === 'ParenthesizedExpression' ? read.expression : read;
  if (object.type !== 'ObjectExpression') return [];
  return object.properties.slice(0, 2).map(({ type, start, end }) => ({ type, start, end }));
}

const MOST_COMMENTS = 1_000;

/**
 * What takes MDX too long before it asks acorn: at each beginning of a comment it looks for the end, in a line for
 * `//` and in all that follows for `/*`.
 *
 * @param text a body; the place counts from its beginning
 */
export function tooManyComments(text: string): MdxFault | undefined {
  const brace = text.indexOf('{');
  if (brace < 0) return undefined;
  let inLine = 0;
  let inText = 0;
  let lineEnd = -1;
  for (let at = text.indexOf('/', brace); at >= 0; at = text.indexOf('/', at + 1)) {
    if (lineEnd < at) {
      inLine = 0;
      lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0) lineEnd = text.length;
    }
    if (text[at + 1] === '/') inLine++;
    if (text[at + 1] === '*') inText++;
    if (inLine <= MOST_COMMENTS && inText <= MOST_COMMENTS) continue;
    const message =
      inLine > MOST_COMMENTS
        ? `Unexpected number of \`//\` in one line, expected at most ${MOST_COMMENTS}`
        : `Unexpected number of \`/*\` in one file, expected at most ${MOST_COMMENTS}`;
    return { about: 'amount', message, span: { start: at, end: at + 2 } };
  }
  return undefined;
}

/**
 * Keeps the time within bounds in which MDX looks for code. At every `}`, and behind `import` and `export` at every
 * empty line, it asks acorn whether the code before it is whole, and goes over all of it again: 3,000 braces in one
 * another take two seconds, and 30,000 minutes. What is too long, or comes when too much has been read, is taken for
 * code whatever it is. Nothing is let pass by that: the rules refuse code, whole or not.
 */
import { Parser } from 'acorn';
import acornJsx from 'acorn-jsx';
import type { Options } from 'remark-mdx';
import type { MdxError } from './mdx-error.ts';

type Acorn = NonNullable<Options['acorn']>;
type Program = ReturnType<Acorn['parse']>;
type Expression = ReturnType<Acorn['parseExpressionAt']>;

/** At once. The lists in the attributes of components have a hundred; of 20,000 names acorn compares each with all. */
const MAX_CODE_LENGTH = 20_000;
/** Of one file, all times together that something is read. */
const MAX_TOTAL_LENGTH = 500_000;
/** A comment that is not closed yet is found to be none soon; and an author may take a page out by one. */
const COMMENT_WEIGHT = 0.4;

/** The same that MDX takes by itself. */
const jsxParser = Parser.extend(acornJsx());

/**
 * As acorn, but for what it returns: a node without any below it. MDX goes over all nodes, and from each to the
 * beginning; nobody here looks at them.
 */
export class LimitedCodeParser implements Acorn {
  #characters = 0;

  /** To be called before each file. */
  reset(): void {
    this.#characters = 0;
  }

  parse: Acorn['parse'] = (input, options) => {
    if (this.#mayRead(input)) jsxParser.parse(input, options);
    const program = { type: 'Program', start: 0, end: input.length, body: [], sourceType: 'module' };
    return program as unknown as Program;
  };

  parseExpressionAt: Acorn['parseExpressionAt'] = (input, at, options) => {
    const read = this.#mayRead(input) ? jsxParser.parseExpressionAt(input, at, options) : undefined;
    const place = { start: read?.start ?? at, end: read?.end ?? input.length };
    // MDX puts what is spread over a tag into an object.
    const expression = input.startsWith('({')
      ? { type: 'ObjectExpression', properties: read ? getFirstProperties(read) : [], ...place }
      : { type: 'Identifier', name: 'code', ...place };
    return expression as Expression;
  };

  #mayRead(input: string): boolean {
    const isOpenComment = /^\s*\/\*/.test(input) && !input.includes('*/');
    this.#characters += input.length * (isOpenComment ? COMMENT_WEIGHT : 1);
    return this.#characters <= MAX_TOTAL_LENGTH && (isOpenComment || input.length <= MAX_CODE_LENGTH);
  }
}

/** By these MDX sees whether it is one thing that is spread. */
function getFirstProperties(read: Expression): object[] {
  const object = read.type === 'ParenthesizedExpression' ? read.expression : read;
  if (object.type !== 'ObjectExpression') return [];
  return object.properties.slice(0, 2).map(({ type, start, end }) => ({ type, start, end }));
}

const MAX_COMMENTS = 1_000;

/**
 * Limits the comments in the code of a body. At each start of a comment MDX looks for its end: in the same line for
 * `//`, in all the text that follows for `/*`.
 *
 * @param text a body; positions count from its start
 */
export function checkCommentCount(text: string): MdxError | undefined {
  const brace = text.indexOf('{');
  if (brace < 0) return undefined;
  let inLine = 0;
  let inText = 0;
  for (const { 0: found, index } of text.slice(brace).matchAll(/\/(?=[/*])|\n/g)) {
    const at = brace + index;
    const sign = found === '\n' ? found : text.slice(at, at + 2);
    if (sign === '\n') inLine = 0;
    else if (sign === '//') inLine++;
    else inText++;
    if (inLine <= MAX_COMMENTS && inText <= MAX_COMMENTS) continue;
    const place = sign === '//' ? 'line' : 'file';
    const message = `Unexpected number of \`${sign}\` in one ${place}, expected at most ${MAX_COMMENTS}`;
    return { about: 'amount', message, span: { start: at, end: at + 2 } };
  }
  return undefined;
}

/**
 * Limits the time in which MDX looks for code. At every `}`, and at every empty line after `import` and `export`, it
 * asks acorn whether the code so far is complete, and acorn reads all of it again: 3,000 nested braces take two
 * seconds, and 30,000 take minutes. Code over a limit counts as complete, which is safe, because the rules reject
 * all code.
 */
import { Parser } from 'acorn';
import acornJsx from 'acorn-jsx';
import type { Options } from 'remark-mdx';
import type { MdxError } from './mdx-error.ts';

type Acorn = NonNullable<Options['acorn']>;
type Program = ReturnType<Acorn['parse']>;
type Expression = ReturnType<Acorn['parseExpressionAt']>;

/** In one piece of code. The longest lists in attributes have a hundred characters. */
const MAX_CODE_LENGTH = 20_000;
/** In one file, counting each character as often as it is read. Enough to comment out a long page with many braces. */
const MAX_TOTAL_LENGTH = 1_250_000;

/** The parser that MDX uses by default. */
const jsxParser = Parser.extend(acornJsx());

/** Reads the code of one file. Returns nodes without children, because MDX would visit them and nothing uses them. */
export class LimitedCodeParser implements Acorn {
  #totalLength = 0;

  parse: Acorn['parse'] = (input, options) => {
    if (this.#isAllowed(input)) jsxParser.parse(input, options);
    const program = { type: 'Program', start: 0, end: input.length, body: [], sourceType: 'module' };
    return program as unknown as Program;
  };

  parseExpressionAt: Acorn['parseExpressionAt'] = (input, at, options) => {
    const parsed = this.#isAllowed(input) ? jsxParser.parseExpressionAt(input, at, options) : undefined;
    const place = { start: parsed?.start ?? at, end: parsed?.end ?? input.length };
    // MDX wraps what is spread over a tag into an object.
    const expression = input.startsWith('({')
      ? { type: 'ObjectExpression', properties: parsed ? getFirstProperties(parsed) : [], ...place }
      : { type: 'Identifier', name: 'code', ...place };
    return expression as Expression;
  };

  #isAllowed(input: string): boolean {
    this.#totalLength += input.length;
    const isOpenComment = /^\s*\/\*/.test(input) && !input.includes('*/');
    return this.#totalLength <= MAX_TOTAL_LENGTH && (isOpenComment || input.length <= MAX_CODE_LENGTH);
  }
}

/** Returns enough for MDX to see whether exactly one thing is spread. */
function getFirstProperties(parsed: Expression): object[] {
  const object = parsed.type === 'ParenthesizedExpression' ? parsed.expression : parsed;
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
    const marker = found === '\n' ? found : text.slice(at, at + 2);
    if (marker === '\n') inLine = 0;
    else if (marker === '//') inLine++;
    else inText++;
    if (inLine <= MAX_COMMENTS && inText <= MAX_COMMENTS) continue;
    const place = marker === '//' ? 'line' : 'file';
    const message = `Unexpected number of \`${marker}\` in one ${place}, expected at most ${MAX_COMMENTS}`;
    return { about: 'amount', message, span: { start: at, end: at + 2 } };
  }
  return undefined;
}

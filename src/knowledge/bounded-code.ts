/**
 * Keeps the time within bounds in which MDX looks for code. At every `}`, and behind `import` and `export` at every
 * empty line, it asks acorn whether the code before it is whole, and goes over all of it again: 3,000 braces in one
 * another take two seconds, and 30,000 minutes. Once so much has been read, the next is taken for code whatever it
 * is. Nothing is let pass by that: the rules refuse code, whole or not.
 */
import { Parser } from 'acorn';
import acornJsx from 'acorn-jsx';
import type { Options } from 'remark-mdx';

type Acorn = NonNullable<Options['acorn']>;
type Program = ReturnType<Acorn['parse']>;
type Expression = ReturnType<Acorn['parseExpressionAt']>;

/** Of one file. What is code in content, the lists in the attributes of components, is a hundred characters each. */
const MOST_CHARACTERS = 500_000;

/** The same that MDX takes by itself. */
const reader = Parser.extend(acornJsx());

export class BoundedCode implements Acorn {
  #characters = 0;

  /** To be called before each file. */
  begin(): void {
    this.#characters = 0;
  }

  parse: Acorn['parse'] = (input, options) => {
    if (this.#mayRead(input)) return reader.parse(input, options);
    const program = { type: 'Program', start: 0, end: input.length, body: [], sourceType: 'module' };
    return program as unknown as Program;
  };

  parseExpressionAt: Acorn['parseExpressionAt'] = (input, at, options) => {
    if (this.#mayRead(input)) return reader.parseExpressionAt(input, at, options);
    const expression = { type: 'Identifier', name: 'code', start: at, end: input.length };
    return expression as Expression;
  };

  #mayRead(input: string): boolean {
    this.#characters += input.length;
    return this.#characters <= MOST_CHARACTERS;
  }
}

import type { Span } from './problem.ts';

/** Something about the notation itself, before any meaning. `message` follows the grammar of problems. */
export interface ParseError {
  readonly message: string;
  readonly span: Span;
}

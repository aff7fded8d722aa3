/** What a rule is: a small value with a permanent name, a reason, an example and a check. */
import type { Content, ContentFile } from '../content.ts';
import type { Severity, Span } from '../problem.ts';

export interface Finding {
  readonly span: Span;
  /** What is there, quoting the author, and what was expected. */
  readonly message: string;
  /** The nearest right thing, as a sentence. */
  readonly hint?: string | undefined;
}

export interface RuleInput {
  readonly file: ContentFile;
  /** Everything, to judge the file against. */
  readonly content: Content;
  report(finding: Finding): void;
}

export interface Rule {
  /** Permanent: it stands in messages, in exceptions, and in the rule's address. */
  readonly name: string;
  readonly severity: Severity;
  /** Why it exists, for an author who has just been refused. */
  readonly why: string;
  readonly example: { readonly wrong: string; readonly right: string };
  check(input: RuleInput): void;
}

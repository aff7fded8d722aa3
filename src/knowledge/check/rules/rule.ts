/** Defines a rule: a small value with a permanent name, a reason, an example and a check. */
import type { ContentFile } from '../../source/content.ts';
import type { Edit, Severity, Span } from '../../source/problem.ts';
import type { ContentView } from '../content-view.ts';
import type { Dictionary } from '../dictionary.ts';

export interface Finding {
  readonly span: Span;
  /** Names what is there, in the author's words, and what was expected. */
  readonly message: string;
  /** The nearest right thing, as a sentence. */
  readonly hint?: string | undefined;
  /** Present if it differs from that of the rule. */
  readonly severity?: Severity;
  /** Present only if there is a single right fix that loses no meaning. */
  readonly edits?: readonly Edit[] | undefined;
  /**
   * Finds the hint and the edits by a comparison with everything that exists. It runs for the first findings of a file
   * only, because a file can have tens of thousands.
   */
  suggest?(): Pick<Finding, 'hint' | 'edits'>;
}

/** The inputs of the check other than the content. */
export interface CheckContext {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly dictionary: Dictionary;
}

/** A rule that lacks an input reports nothing. */
export type RuleContext = Partial<CheckContext>;

export interface RuleInput {
  readonly file: ContentFile;
  /** The content around the file, because many rules compare a file with others. */
  readonly content: ContentView;
  readonly dictionary?: Dictionary | undefined;
  report(finding: Finding): void;
}

export interface Rule {
  /** Permanent: it is in messages, in reports and in the address of the rule. */
  readonly name: string;
  readonly severity: Severity;
  /** Set for rules about wording and completeness: in a document with `status: draft` they only warn. */
  readonly warnsInDraft?: true;
  /** The reason, for an author whose file was just rejected. */
  readonly why: string;
  readonly example: { readonly wrong: string; readonly right: string };
  check(input: RuleInput): void;
}

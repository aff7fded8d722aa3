/** What a rule is: a small value with a permanent name, a reason, an example and a check. */
import type { Content, ContentFile } from '../../source/content.ts';
import type { Edit, Severity, Span } from '../../source/problem.ts';
import type { Dictionary } from '../dictionary.ts';
import type { SecretsByPath } from '../mask-secrets.ts';

export interface Finding {
  readonly span: Span;
  /** What is there, quoting the author, and what was expected. */
  readonly message: string;
  /** The nearest right thing, as a sentence. */
  readonly hint?: string | undefined;
  /** Only where there is one right thing, and no meaning can be lost by it. */
  readonly edits?: readonly Edit[] | undefined;
}

/** What a judgement depends on beside the content. A rule that needs what is not given judges nothing. */
export interface CheckContext {
  /** `YYYY-MM-DD`. */
  readonly today?: string | undefined;
  /** What `findSecrets` found in the files that are judged. */
  readonly secrets?: SecretsByPath | undefined;
  readonly dictionary?: Dictionary | undefined;
}

export interface RuleInput extends CheckContext {
  readonly file: ContentFile;
  /** Everything, to judge the file against. */
  readonly content: Content;
  report(finding: Finding): void;
}

export interface Rule {
  /** Permanent: it stands in messages, in exceptions, and in the rule's address. */
  readonly name: string;
  readonly severity: Severity;
  /** It is about wording and completeness: in a document whose status is `draft` it only warns. */
  readonly warnsInDraft?: true;
  /** Why it exists, for an author who has just been refused. */
  readonly why: string;
  readonly example: { readonly wrong: string; readonly right: string };
  check(input: RuleInput): void;
}

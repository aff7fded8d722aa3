import type { FoundSecret } from './secrets/found-secret.ts';

/** A file of the content folder before it is parsed. */
export interface FileInput {
  /** Its path below the content folder, with `/`. */
  readonly path: string;
  /** Absent for pictures and for files that cannot be read as text. */
  readonly text?: string;
  /** The reason why the file cannot be read, worded as the message of a problem. */
  readonly readError?: string;
  /** The secrets that are masked in `text`. */
  readonly secrets?: readonly FoundSecret[];
}

/** The part of a file that every parsed file with text keeps. */
export interface FileText {
  /** The path shown to people: `content/lessons/x.mdx`. */
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
}

import type { PictureMetadata } from './picture-metadata.ts';
import type { FoundSecret } from './secrets/found-secret.ts';

/** A file of the content folder before it is parsed. */
export interface FileInput {
  /** Its path below the content folder, with `/`. */
  readonly path: string;
  /** Absent for pictures and for files that cannot be read as text. */
  readonly text?: string;
  /** The reason why the file cannot be read, worded as the message of a problem. */
  readonly readError?: string;
  /** The secrets that are masked in `text`; those of a picture are in its searched text. */
  readonly secrets?: readonly FoundSecret[];
  /** Present for a picture that was decoded. */
  readonly picture?: PictureMetadata;
}

/** Returns the text in which secrets are looked for. That of a picture is its path, and its metadata on the next lines. */
export function getSearchedText({ path, text, picture }: FileInput): string {
  if (!picture) return text ?? '';
  // The patterns do not take words in a path for e-mail addresses. The offsets stay those of the path.
  const words = path.replaceAll('/', '\n').replace(/\.(?=[^.]*$)/, ' ');
  return `${words}\n${picture.text}`;
}

/** The part of a file that every parsed file with text keeps. */
export interface FileText {
  /** The path shown to people: `content/lessons/x.mdx`. */
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly FoundSecret[];
}

/** Reads source files so that a file that cannot be read never stops an import. */
import { TooManyMarkersError } from '../source/mdx/marker-limits.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { ImportFormat } from './import-formats.ts';
import {
  formatNestingError,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from './source-document.ts';

/** @throws an UnreadableSourceError if the file cannot be read, whatever the reason */
export async function readDocuments(
  format: ImportFormat,
  file: SourceFile,
  mapping?: FieldMapping,
): Promise<readonly SourceDocument[]> {
  try {
    return await format.read(file, mapping);
  } catch (error) {
    throw new UnreadableSourceError(describeImportFailure(error));
  }
}

/** Returns the reason for a failure in our words: the message of a parser can contain any part of the file. */
export function describeImportFailure(error: unknown): string {
  if (error instanceof UnreadableSourceError || error instanceof TooManyMarkersError) return error.message;
  // The stack of a function that calls itself is full.
  if (error instanceof RangeError) return formatNestingError();
  const name = error instanceof Error ? error.name : 'an unknown error';
  return `Unexpected content that stops the program (${name}). Report it, with the file if you can`;
}

/** Reads source files so that a file that cannot be read never stops an import. */
import { TooManyMarkersError } from '../source/mdx/marker-limits.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { ImportFormat } from './import-formats.ts';
import { formatNestingError, type SourceDocument, UnreadableSourceError } from './source-document.ts';

/**
 * Reads a file from the disk.
 *
 * @throws an UnreadableSourceError if the file cannot be read, whatever the reason
 */
export async function readDocuments(
  format: ImportFormat,
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  mapping?: FieldMapping,
): Promise<readonly SourceDocument[]> {
  try {
    const { text, remark } = toDecodedText(format, bytes);
    const documents = await format.read({ path, text, bytes }, mapping);
    if (remark === undefined) return documents;
    return documents.map((document) => ({ ...document, remarks: [remark, ...document.remarks] }));
  } catch (error) {
    throw new UnreadableSourceError(describeImportFailure(error));
  }
}

function toDecodedText(format: ImportFormat, bytes: Uint8Array): DecodedText {
  if (format.isBinary) return { text: '' };
  return format.namesEncoding ? { text: toText(bytes) } : decodeText(bytes);
}

/** Returns the reason for a failure in our words: the message of a parser can contain any part of the file. */
export function describeImportFailure(error: unknown): string {
  if (error instanceof UnreadableSourceError || error instanceof TooManyMarkersError) return error.message;
  // The stack of a function that calls itself is full.
  if (error instanceof RangeError) return formatNestingError();
  const name = error instanceof Error ? error.name : 'an unknown error';
  return `Unexpected content that stops the program (${name}). Report it, with the file if you can`;
}

/** Returns the text of a file whose parts name their own encodings: UTF-8 if it can be, otherwise each byte as a letter. */
function toText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

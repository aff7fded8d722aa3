/** Reads a file to import: finds its format, and returns the documents in it. */
import type { FieldMapping } from '../knowledge/import/field-mapping.ts';
import { formatUnclearFormat, guessFormats } from '../knowledge/import/guess-format.ts';
import { findImportFormat, type ImportFormat } from '../knowledge/import/import-formats.ts';
import type { UnreadableFile } from '../knowledge/import/import-report.ts';
import { type PackedDocument, packDocument } from '../knowledge/import/packed-document.ts';
import { readDocuments } from '../knowledge/import/read-documents.ts';
import { type SourceDocument, UnreadableSourceError } from '../knowledge/import/source-document.ts';
import { SourceSample } from '../knowledge/import/source-sample.ts';
import { CommandError } from './command-error.ts';
import type { ImportFile } from './import-sources.ts';
import { readInThread } from './read-in-thread.ts';

export interface UnimportedFile extends UnreadableFile {
  /** True if its format is not known. */
  readonly isUnclear?: boolean;
}

export interface ImportedFile {
  /** The name of its format. */
  readonly format: string;
  readonly documents: readonly PackedDocument[];
}

export interface ReadOptions {
  /** The name of the format of all files; it is guessed from the content if it is omitted. */
  readonly format?: string | undefined;
  readonly mapping?: FieldMapping | undefined;
}

/** Never throws because of what is in the file. */
export async function readImportFile(
  file: ImportFile,
  { format: chosen, mapping }: ReadOptions,
): Promise<ImportedFile | UnimportedFile> {
  const name = file.path;
  if ('why' in file) return { name, why: file.why };
  try {
    const sample = new SourceSample(name, file.bytes);
    if (sample.text?.trim() === '') return { name, why: 'is empty' };
    const known = chosen === undefined ? undefined : findImportFormat(chosen);
    const candidates = known ? [known] : guessFormats(sample);
    const [format, ...others] = candidates;
    if (!format || others.length > 0) {
      return { name, why: formatUnclearFormat(candidates, sample), isUnclear: true };
    }
    const documents = format.needsThread
      ? await readInThread({ format: format.name, ...file })
      : await readDocuments(format, file, mapping);
    if (isEmpty(documents, format)) return { name, why: 'contains nothing to import' };
    return { format: format.name, documents: documents.map(packDocument) };
  } catch (error) {
    if (!(error instanceof UnreadableSourceError || error instanceof CommandError)) throw error;
    return { name, why: error.message };
  }
}

function isEmpty(documents: readonly SourceDocument[], { hasOtherFiles = false }: ImportFormat): boolean {
  return documents.length === 0 && !hasOtherFiles;
}

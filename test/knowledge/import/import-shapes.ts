/** Imports one small document, to test which of its facts arrive in the draft, and where. */
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import type { DraftKind } from '../../../src/knowledge/import/draft-kind.ts';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

export interface ImportedShape {
  /** The frontmatter without its comments. */
  readonly fields: string;
  /** The comments of the frontmatter, without their `#`. */
  readonly offers: string;
  readonly body: string;
  readonly remarks: readonly string[];
  readonly gaps: readonly string[];
}

/** @param path its ending is that of a format, unless `format` names one */
export async function importShape(
  path: string,
  source: string | Uint8Array,
  { format = guessName(path), kind = 'postmortem' }: { format?: string; kind?: DraftKind } = {},
): Promise<ImportedShape> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const reader = findImportFormat(format);
  if (!reader) throw new Error(`There is no format ${format}`);
  const [document] = await readDocuments(reader, { path, bytes });
  if (!document) throw new Error(`${path} contains no document`);
  const vocabulary = createVocabularyLookup(SMALL_CONTENT);
  const { text, remarks, gaps } = createDraft(document, { kind, vocabulary, isTaken: () => false });
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const lines = head.split('\n');
  return {
    fields: lines.filter((line) => !line.startsWith('#')).join('\n'),
    offers: lines
      .filter((line) => line.startsWith('#'))
      .map((line) => line.replace(/^# ?/, ''))
      .join('\n'),
    body: body.replace(/\n*\{\/\* Imported from .*\*\/\}\n$/, '').trim(),
    remarks,
    gaps,
  };
}

function guessName(path: string): string {
  if (/\.html?$/.test(path)) return 'html';
  return path.endsWith('.txt') ? 'text' : 'markdown';
}

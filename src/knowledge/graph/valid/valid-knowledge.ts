import { isVocabularyKind, KINDS, type VocabularyKind } from '../../schema/kinds.ts';
import { siteSchema } from '../../schema/site.ts';
import type { Content, ContentFile } from '../../source/content.ts';
import type { DocumentFile } from '../../source/document-file.ts';
import {
  createEntriesFromFile,
  createTitleFinder,
  createVocabularyEntry,
  type Entry,
  listDocuments,
  type TitleFinder,
} from '../entries.ts';
import { Knowledge } from '../knowledge.ts';
import { isValidDocument } from './valid-document.ts';

/** The settings of content without a valid `site.yaml`. */
const FALLBACK_SITE = siteSchema.parse({
  title: 'Untitled',
  description: 'Untitled',
  address: 'https://example.org/',
});

/** Returns the entries of a document, none if it is not valid. */
export function createValidDocumentEntries(file: DocumentFile, titleOf: TitleFinder): readonly Entry[] {
  return isValidDocument(file) ? createEntriesFromFile(file, titleOf) : [];
}

/**
 * Creates the knowledge base of the valid documents and vocabulary entries. It need not pass the check.
 *
 * @param createEntries does what `createValidDocumentEntries` does, such as with a cache
 */
export function createValidKnowledge(
  content: Content,
  createEntries = createValidDocumentEntries,
): Knowledge {
  const titleOf = createTitleFinder(content);
  const entries = [
    ...listDocuments(content).flatMap((file) => createEntries(file, titleOf)),
    ...KINDS.filter(isVocabularyKind).flatMap((kind) => createValidEntries(kind, content)),
  ];
  return new Knowledge(entries, content.site?.validated.data ?? FALLBACK_SITE, content.redirects);
}

function createValidEntries(kind: VocabularyKind, content: Content): Entry[] {
  const file = content.findVocabulary(kind);
  return (file?.items ?? []).flatMap(({ validated: { data } }) =>
    file && data ? [createVocabularyEntry(kind, data as never, file.path) as Entry] : [],
  );
}

/** Returns the files of which `createValidKnowledge` omits entries. */
export function listInvalidFiles({ files }: Content): ContentFile[] {
  return files.filter((file) => {
    if (file.type === 'document') return !isValidDocument(file);
    return file.type === 'vocabulary' && file.items.some(({ validated }) => !validated.data);
  });
}

/** Creates the entries of the knowledge base together with the HTML of their bodies. */
import type { Ref } from '../schema/kinds.ts';
import type { Addresses } from '../source/addresses.ts';
import type { Content } from '../source/content.ts';
import type { ParsedDocument } from '../source/document-file.ts';
import {
  createEntriesFromFile,
  createVocabularyEntries,
  type Entry,
  findTitle,
  listDocuments,
} from './entries.ts';
import { createLinkResolver } from './link-resolver.ts';
import { describeOwnerIds } from './owner-label.ts';
import { renderBody } from './render-body.ts';

export interface RenderedEntry {
  readonly entry: Entry;
  /** Absent for entries without a body. */
  readonly html?: string;
}

/** Renders all entries of a content that passed the check, and releases the syntax trees of each file. */
export function renderEntries(content: Content, addresses: Addresses): RenderedEntry[] {
  return [
    ...listDocuments(content).flatMap((file) => {
      const rendered = renderDocument(file, content, addresses);
      file.release();
      return rendered;
    }),
    ...createVocabularyEntries(content).map((entry) => ({ entry })),
  ];
}

/**
 * Renders the entry of a document, followed by its procedures.
 *
 * @param options.lines whether each block states its lines in the file
 */
export function renderDocument(
  document: ParsedDocument,
  content: Content,
  addresses: Addresses,
  options: { readonly lines?: boolean } = {},
): RenderedEntry[] {
  // A broken entry has no title, but can be linked to.
  const getTitle = (ref: Ref) => findTitle(content, ref) ?? (content.has(ref) ? ref.id : undefined);
  const links = createLinkResolver(document, addresses, getTitle);
  const html = renderBody(document, links, { ...options, owner: describeDocumentOwner(document, content) });
  const [own, ...procedures] = createEntriesFromFile(document, content);
  return [...(own ? [{ entry: own, html }] : []), ...procedures.map((entry) => ({ entry }))];
}

function describeDocumentOwner(
  { validated: { data } }: ParsedDocument,
  content: Content,
): string | undefined {
  const organizations = content.findVocabulary('organization')?.items ?? [];
  return data && 'organization' in data
    ? describeOwnerIds(
        organizations.flatMap(({ validated }) => validated.data ?? []),
        data,
      )
    : undefined;
}

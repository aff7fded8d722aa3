/** A part of the search documents, from which `src/integrations/search-index.ts` creates the index. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { KINDS } from '../../knowledge/schema/kinds.ts';
import { DOCUMENT_PARTS, getDocumentPart } from '../../knowledge/search/document-parts.ts';
import { createSearchDocument } from '../../knowledge/search/search-document.ts';
import { getKnowledge } from '../../site-content.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Array.from({ length: DOCUMENT_PARTS }, (_, part) => ({ params: { part: String(part) } }));

export const GET: APIRoute = async ({ params }) => {
  const knowledge = await getKnowledge();
  const entries = KINDS.flatMap((kind) => knowledge.all(kind));
  const own = entries.filter((entry) => getDocumentPart(entry) === Number(params.part));
  return Response.json(own.map((entry) => createSearchDocument(entry, knowledge)));
};

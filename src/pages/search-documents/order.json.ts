/** The order of the search documents: the kind and the id of each. */
import type { APIRoute } from 'astro';
import { KINDS } from '../../knowledge/schema/kinds.ts';
import { getKnowledge } from '../../site-content.ts';

export const GET: APIRoute = async () => {
  const knowledge = await getKnowledge();
  return Response.json(KINDS.flatMap((kind) => knowledge.all(kind)).map(({ kind, id }) => [kind, id]));
};

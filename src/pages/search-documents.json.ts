/** What the search index is made of; see `src/integrations/search-index.ts`. */
import type { APIRoute } from 'astro';
import { getKnowledge } from '../content.ts';
import { searchDocuments } from '../knowledge/search/search-document.ts';

export const GET: APIRoute = async () => Response.json(searchDocuments(await getKnowledge()));

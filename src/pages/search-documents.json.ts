/** The search documents, from which `src/integrations/search-index.ts` creates the index. */
import type { APIRoute } from 'astro';
import { createSearchDocuments } from '../knowledge/search/search-document.ts';
import { getKnowledge } from '../site-content.ts';

export const GET: APIRoute = async () => Response.json(createSearchDocuments(await getKnowledge()));

/** What the builder makes lists of, in the browser. */
import type { APIRoute } from 'astro';
import { getKnowledge } from '../../content.ts';
import { checklistSource } from '../../knowledge/checklists/source.ts';

export const GET: APIRoute = async () => Response.json(checklistSource(await getKnowledge()));

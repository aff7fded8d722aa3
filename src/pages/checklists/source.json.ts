/** What the builder makes lists of, in the browser. */
import type { APIRoute } from 'astro';
import { createChecklistSource } from '../../knowledge/checklists/checklist-source.ts';
import { getKnowledge } from '../../site-content.ts';

export const GET: APIRoute = async () => Response.json(createChecklistSource(await getKnowledge()));

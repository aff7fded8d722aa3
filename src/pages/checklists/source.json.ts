/** The data from which the builder generates checklists in the browser. */
import type { APIRoute } from 'astro';
import { createChecklistSource } from '../../knowledge/checklists/checklist-source.ts';
import { getKnowledge } from '../../site-content.ts';

export const GET: APIRoute = async () => Response.json(createChecklistSource(await getKnowledge()));

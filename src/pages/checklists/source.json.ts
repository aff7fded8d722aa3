/** The data from which the checklist builder offers a choice. */
import type { APIRoute } from 'astro';
import { createChecklistSource } from '../../knowledge/checklists/checklist-source.ts';
import { divideSource } from '../../knowledge/checklists/source-parts.ts';
import { getKnowledge } from '../../site-content.ts';

export const GET: APIRoute = async () =>
  Response.json(divideSource(createChecklistSource(await getKnowledge())).index);

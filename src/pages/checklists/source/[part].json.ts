/** The checks from which the builder generates checklists in the browser, in parts. */
import type { APIRoute } from 'astro';
import { createChecklistSource } from '../../../knowledge/checklists/checklist-source.ts';
import { divideSource, type SourcePart } from '../../../knowledge/checklists/source-parts.ts';
import { getKnowledge } from '../../../site-content.ts';

export async function getStaticPaths() {
  const { parts } = divideSource(createChecklistSource(await getKnowledge()));
  return [...parts].map(([name, part]) => ({ params: { part: name }, props: { part } }));
}

export const GET: APIRoute<{ part: SourcePart }> = ({ props }) => Response.json(props.part);

/** The facts that insights count, for the filter, in parts. */
import type { APIRoute } from 'astro';
import { divideRecords, type RecordPart } from '../../../knowledge/insights/record-parts.ts';
import { getInsightRecords } from '../../../site-content.ts';

export async function getStaticPaths() {
  const parts = divideRecords(await getInsightRecords());
  return parts.map((part, index) => ({ params: { part: String(index + 1) }, props: { part } }));
}

export const GET: APIRoute<{ part: RecordPart }> = ({ props }) => Response.json(props.part);

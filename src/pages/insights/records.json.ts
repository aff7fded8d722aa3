/** The number of parts with the facts that insights count, and what is the same for all of them. */
import type { RecordIndex } from '../../elements/insight-source.ts';
import { divideRecords } from '../../knowledge/insights/record-parts.ts';
import { toPlainText } from '../../knowledge/source/inline/plain-text.ts';
import { getInsightRecords, getKnowledge } from '../../site-content.ts';

export async function GET(): Promise<Response> {
  const knowledge = await getKnowledge();
  const index: RecordIndex = {
    parts: divideRecords(await getInsightRecords()).length,
    issues: knowledge.all('tag').map(({ id, data }) => [id, toPlainText(data.title)]),
  };
  return Response.json(index);
}

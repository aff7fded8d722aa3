/** The facts that insights count, for the filter. */
import type { InsightSource } from '../../elements/insight-source.ts';
import { toPlainText } from '../../knowledge/source/inline/plain-text.ts';
import { getInsightRecords, getKnowledge } from '../../site-content.ts';

export async function GET(): Promise<Response> {
  const knowledge = await getKnowledge();
  const source: InsightSource = {
    records: await getInsightRecords(),
    issues: knowledge.all('tag').map(({ id, data }) => [id, toPlainText(data.title)]),
  };
  return Response.json(source);
}

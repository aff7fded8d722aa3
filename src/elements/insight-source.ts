/** The facts that insights count, loaded once when a filter needs them. */
import type { InsightRecord } from '../knowledge/insights/insight-record.ts';
import { type RecordPart, unpackRecords } from '../knowledge/insights/record-parts.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { loadJson } from './load-json.ts';

export interface RecordIndex {
  readonly parts: number;
  /** The ids of issues with their titles. */
  readonly issues: readonly (readonly [id: string, title: string])[];
}

export interface InsightSource extends Pick<RecordIndex, 'issues'> {
  readonly records: readonly InsightRecord[];
}

let loading: Promise<InsightSource> | undefined;

/**
 * @param base the prefix of the site
 * @throws if the server does not answer; the next call tries again
 */
export async function loadInsightSource(base: string): Promise<InsightSource> {
  loading ??= loadAll(base);
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

async function loadAll(base: string): Promise<InsightSource> {
  const addresses = createAddresses(base);
  const { parts, issues } = await loadJson<RecordIndex>(addresses.insightRecords);
  const loaded = await Promise.all(
    Array.from({ length: parts }, (_, index) =>
      loadJson<RecordPart>(addresses.insightRecordsPart(index + 1)),
    ),
  );
  return { records: loaded.flatMap(unpackRecords), issues };
}

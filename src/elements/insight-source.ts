/** The facts that insights count, loaded once when a filter needs them. */
import type { InsightRecord } from '../knowledge/insights/insight-record.ts';

export interface InsightSource {
  readonly records: readonly InsightRecord[];
  /** The ids of issues with their titles. */
  readonly issues: readonly (readonly [id: string, title: string])[];
}

let loading: Promise<InsightSource> | undefined;

/** @throws if the server does not answer; the next call tries again */
export async function loadInsightSource(address: string): Promise<InsightSource> {
  loading ??= fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json() as Promise<InsightSource>;
  });
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** The filter of the figures, as it is in the address of a page. */
import type { InsightRecord } from './insight-record.ts';

/** In the order of the page. */
const FILTER_NAMES = ['owner', 'service', 'severity', 'year'] as const;
type FilterName = (typeof FILTER_NAMES)[number];

/** An owner is `oma` or, for a team, `oma/web`. An absent value keeps everything. */
export type InsightFilter = Readonly<Partial<Record<FilterName, string>>>;

export function parseFilter(params: URLSearchParams): InsightFilter {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** Returns `?owner=oma&year=2019`, or an empty text if there is no filter. */
export function formatFilter(filter: InsightFilter): string {
  const params = new URLSearchParams(
    FILTER_NAMES.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])),
  );
  return params.size > 0 ? `?${params}` : '';
}

export function filterRecords(records: readonly InsightRecord[], filter: InsightFilter): InsightRecord[] {
  const { owner, service, severity, year } = filter;
  return records.filter((record) => {
    const [organization, team] = (owner ?? '').split('/');
    return (
      (!owner || (record.organization === organization && (!team || record.team === team))) &&
      (!service || record.services.includes(service)) &&
      (!severity || record.severity === severity) &&
      (!year || String(record.year) === year)
    );
  });
}

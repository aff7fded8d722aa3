/** A `<select>` that narrows a search: every value with the number of results that have it. */
import { describeValue } from '../knowledge/schema/labels.ts';

/** Values that are ids are said in words; titles of services and tags stand as they are. */
const FILTERS_WITH_LABELS = new Set(['kind']);

export function fillFilterSelect(select: HTMLSelectElement, counts: Readonly<Record<string, number>>): void {
  const chosen = select.value;
  const values = Object.entries(counts).filter(([value, number]) => number > 0 || value === chosen);
  if (chosen && !(chosen in counts)) values.push([chosen, 0]);
  const order = (a: string, b: string) =>
    select.name === 'year' ? b.localeCompare(a, 'en') : a.localeCompare(b, 'en');
  const options = values
    .sort(([a], [b]) => order(a, b))
    .map(([value, number]) => new Option(`${formatFilterValue(select.name, value)} (${number})`, value));
  const [any] = select.options;
  select.replaceChildren(...(any ? [any] : []), ...options);
  select.value = chosen;
}

/** A value of a filter, as people read it. */
export function formatFilterValue(name: string, value: string): string {
  if (name === 'severity') return value === 'unknown' ? 'Not known' : value.replace('sev', 'SEV ');
  return FILTERS_WITH_LABELS.has(name) || value === 'unknown' ? describeValue(value) : value;
}

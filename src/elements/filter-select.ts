/** The options of a `<select>` that filters a search: every value with the number of results that have it. */
import { KINDS } from '../knowledge/schema/kinds.ts';
import { describeKind } from '../knowledge/schema/labels.ts';

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

/** Returns the value of a filter in words. The values of services, recurring issues and years are words already. */
export function formatFilterValue(name: string, value: string): string {
  if (value === 'unknown') return 'Unknown';
  if (name === 'severity') return value.replace('sev', 'SEV ');
  const kind = name === 'kind' ? KINDS.find((known) => known === value) : undefined;
  return kind ? describeKind(kind) : value;
}

/** Reads how much an incident affected: a number with its unit, exact or approximate. */

const COUNTED = ['user', 'request', 'minute'] as const;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export interface Quantity {
  readonly amount: number;
  /** The amount counts these, or is a percentage of them; money has an ISO 4217 code. */
  readonly unit: (typeof COUNTED)[number] | { readonly currency: string };
  readonly isPercentage: boolean;
  readonly approximate: boolean;
}

const PATTERN = /^(?<about>~)?(?<amount>\d{1,15}(?:\.\d{1,6})?)(?<percent>% of)? (?<unit>[a-z]+|[A-Z]{3})$/;

/**
 * Reads `1200 users`, `~35 minutes`, `3.5% of requests` or `4500 EUR`.
 *
 * @returns undefined for any other text
 */
export function parseQuantity(source: string): Quantity | undefined {
  const { about, amount, percent, unit = '' } = PATTERN.exec(source)?.groups ?? {};
  const number = Number(amount);
  const counted = COUNTED.find((name) => unit === name || unit === `${name}s`);
  const found = counted ?? (CURRENCIES.has(unit) ? { currency: unit } : undefined);
  if (!found || Number.isNaN(number)) return undefined;
  if (percent && (number > 100 || (found !== 'user' && found !== 'request'))) return undefined;
  return { amount: number, unit: found, isPercentage: Boolean(percent), approximate: Boolean(about) };
}

/** Returns "about 1,200 users", "3.5% of requests" or "EUR 4,500". */
export function describeQuantity({ amount, unit, isPercentage, approximate }: Quantity): string {
  const number = amount.toLocaleString('en', { maximumFractionDigits: 6 });
  const about = approximate ? 'about ' : '';
  if (typeof unit !== 'string') return `${about}${unit.currency} ${number}`;
  if (isPercentage) return `${about}${number}% of ${unit}s`;
  return `${about}${number} ${unit}${amount === 1 ? '' : 's'}`;
}

const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR' };
const FACTORS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };
/** By the start of a word: our unit, and how many of it one of the other is. */
const OTHER_UNITS: readonly (readonly [RegExp, unit: string, factor: number])[] = [
  [/^(?:users?|customers?|clients?|people|accounts?)$/, 'users', 1],
  [/^(?:requests?|reqs?|calls?|queries)$/, 'requests', 1],
  [/^(?:minutes?|mins?)$/, 'minutes', 1],
  [/^(?:hours?|hrs?|h)$/, 'minutes', 60],
];
const OTHER_PATTERN =
  /^(?<about>~|≈|about |around |approx\.? |c\. ?)?(?<symbol>[$€£₹])?(?<amount>\d[\d,]*(?:\.\d+)?)(?<factor>[km])?(?<percent>\s*(?:%|percent)(?: of(?: all)?)?)?\s*(?<unit>\p{L}+)?(?<after>~)?$/iu;

/** Returns the same amount as our notation writes it, for one in another notation, or undefined. */
export function findEqualQuantity(found: string): string | undefined {
  const { about, symbol, amount, factor, percent, unit, after } =
    OTHER_PATTERN.exec(found.trim())?.groups ?? {};
  if (amount === undefined) return undefined;
  const number = Number(amount.replaceAll(',', '')) * (FACTORS[factor?.toLowerCase() ?? ''] ?? 1);
  const [, name, times = 1] = OTHER_UNITS.find(([word]) => word.test(unit?.toLowerCase() ?? '')) ?? [];
  const ourUnit = name ?? (symbol ? SYMBOLS[symbol] : unit?.toUpperCase());
  // 2.3 million is not exactly 2.3 * 1,000,000 in binary.
  const total = Number((number * times).toPrecision(15));
  return `${about || after ? '~' : ''}${total}${percent ? '% of' : ''} ${ourUnit}`;
}

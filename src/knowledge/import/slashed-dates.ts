/** Reads dates such as "07/06/2024": which of the numbers is the day is a habit of the country. */
import { parseWrittenTime } from '../schema/written-time.ts';

const SLASHED_DATES = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{4}(?![\d/])/g;
const SLASHED_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MAX_MONTH = 12;

/**
 * Returns whether the day comes first in the dates of a text: the other dates of the text show it, or its language, if
 * all countries that write it put the day first. Returns undefined if nothing shows it.
 */
export function findDayFirst(text: string): boolean | undefined {
  const dates = [...text.matchAll(SLASHED_DATES)];
  if (dates.length === 0) return undefined;
  const isDayFirst = dates.some(([, first]) => Number(first) > MAX_MONTH);
  const isMonthFirst = dates.some(([, , second]) => Number(second) > MAX_MONTH);
  if (isDayFirst !== isMonthFirst) return isDayFirst;
  return !isDayFirst && isDayFirstLanguage(text) ? true : undefined;
}

/** Frequent words that no English text contains. */
const FOREIGN_WORDS =
  /(?<!\p{L})(?:der|und|nicht|les|est|une|dans|los|las|del|para|não|uma|dos|della|che)(?!\p{L})/giu;
const ENGLISH_WORDS = /\b(?:the|and|was|of)\b/gi;
const MIN_WORDS = 5;

function isDayFirstLanguage(text: string): boolean {
  const foreign = text.match(FOREIGN_WORDS)?.length ?? 0;
  return foreign >= MIN_WORDS && foreign > 2 * (text.match(ENGLISH_WORDS)?.length ?? 0);
}

/**
 * Returns the day of a date with slashes as `YYYY-MM-DD`; undefined for any other text, and if both numbers can be the
 * month and nothing says which one is.
 */
export function readSlashedDate(text: string, dayFirst: boolean | undefined): string | undefined {
  const [, first, second, year] = SLASHED_DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const isDayFirst = Number(first) > MAX_MONTH ? true : Number(second) > MAX_MONTH ? false : dayFirst;
  if (isDayFirst === undefined) return undefined;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return parseWrittenTime(`${year}-${month}-${day}`)?.edtf;
}

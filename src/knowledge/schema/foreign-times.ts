/** Reads times and durations in the notations of other tools and countries, to suggest the same in ours. */
import { parseDuration } from './duration.ts';
import { parseTime } from './time.ts';
import { parseWrittenTime } from './written-time.ts';

/** Only names with one meaning: CST is the time of Chicago, of Shanghai and of Havana. */
const OFFSETS: Readonly<Record<string, string>> = {
  ...{
    z: 'Z',
    utc: 'Z',
    gmt: 'Z',
    ut: 'Z',
    zulu: 'Z',
    wet: '+00:00',
    cet: '+01:00',
    cest: '+02:00',
    mez: '+01:00',
  },
  ...{
    mesz: '+02:00',
    eet: '+02:00',
    eest: '+03:00',
    msk: '+03:00',
    jst: '+09:00',
    kst: '+09:00',
    nzst: '+12:00',
  },
  ...{
    aest: '+10:00',
    aedt: '+11:00',
    edt: '-04:00',
    est: '-05:00',
    cdt: '-05:00',
    mdt: '-06:00',
    mst: '-07:00',
  },
  ...{ pdt: '-07:00', pst: '-08:00' },
};

/** `3/10/2018`, `10.03.2018`, `10-3-18`. */
const NUMERIC_DATE_PATTERN = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\s,T])/;
const ISO_DATE_PATTERN = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[\s,T])/;
const COMPACT_DATE_PATTERN = /^(\d{4})(\d{2})(\d{2})(?=$|T)/;
const CLOCK_PATTERN =
  /^[\s,T]*(?:at\s+)?(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*([ap]\.?m\.?)?\s*(?:h|hrs|uhr)?\s*\(?([A-Za-z]{1,5}|[+-]\d{2}(?::?\d{2})?)?\)?$/i;
const APPROXIMATE_PATTERN =
  /^(?:~|≈|about|approx(?:\.|imately)?|around|roughly|almost|nearly|just (?:under|over)|ca\.?|circa)\s*|\s*\((?:approx\.?|approximate|about)\)$/i;

/** Returns what a text can mean as a time in EDTF, the most likely meaning first. */
export function findEqualTimes(found: string): string[] {
  const text = found.trim();
  if (/^(?:unknown|n\/a|tbd|tba|\?+|none|null|not known|-)$/i.test(text)) return ['XXXX'];
  const exact = text.replace(APPROXIMATE_PATTERN, '');
  if (exact !== text) return findEqualTimes(exact).map((time) => (time.includes('T') ? time : `${time}~`));
  const seconds = /^\d{10}(?:\d{3})?$/.test(text) ? Number(text.slice(0, 10)) : undefined;
  if (seconds !== undefined) return [new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')];
  const dates = findDates(text).map(({ date, rest }) => addClock(date, rest));
  const candidates = [...dates.map(([first]) => first), ...dates.flatMap(([, ...others]) => others)];
  const times = candidates.length > 0 ? candidates : [parseTime(text)?.source ?? readWords(text) ?? ''];
  return [...new Set(times)].filter(
    (time) => time !== undefined && parseTime(time) !== undefined,
  ) as string[];
}

function findDates(text: string): { readonly date: string; readonly rest: string }[] {
  const iso = ISO_DATE_PATTERN.exec(text) ?? COMPACT_DATE_PATTERN.exec(text);
  if (iso) return [{ date: formatDate(iso[1], iso[2], iso[3]), rest: text.slice(iso[0].length) }];
  const numeric = NUMERIC_DATE_PATTERN.exec(text);
  if (!numeric) return [];
  const [all, first, separator, second, written = ''] = numeric;
  const year = written.length === 2 ? `20${written}` : written;
  const dayFirst = formatDate(year, second, first);
  const monthFirst = formatDate(year, first, second);
  // With dots, the day always comes first.
  const dates = separator === '.' ? [dayFirst] : [monthFirst, dayFirst];
  return dates.map((date) => ({ date, rest: text.slice(all.length) }));
}

function formatDate(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Without an offset, a clock time can mean any time zone: then the time in UTC and the day are offered. */
function addClock(date: string, rest: string): string[] {
  if (rest.trim() === '') return [date];
  const [, hour = '', minute = '00', second, half, zone] = CLOCK_PATTERN.exec(rest) ?? [];
  if (hour === '' || (rest.trim().length <= 2 && !half)) return [date];
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  const clock = `${date}T${String(hours).padStart(2, '0')}:${minute}${second ? `:${second}` : ''}`;
  const offset = zone && toOffset(zone);
  return offset ? [`${clock}${offset}`] : [`${clock}Z`, date];
}

function toOffset(zone: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign ? `${sign}${hours}:${minutes}` : OFFSETS[zone.toLowerCase()];
}

/** Reads "March 10, 2018 9:30 CET". */
function readWords(text: string): string | undefined {
  const [, before = text, zone] = /^(.*\d)\s*\(?([A-Za-z]{2,5})\)?$/.exec(text) ?? [];
  const offset = zone && toOffset(zone);
  return parseWrittenTime(offset ? `${before} ${offset === 'Z' ? 'UTC' : offset}` : text)?.edtf;
}

/** Returns whether a text is a clock time without its offset from UTC. */
export function isMissingOffset(found: string): boolean {
  return /\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?$/i.test(found.trim());
}

/** By our unit: its names in English, German, French, Spanish, Portuguese and Japanese. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  W: 'weeks?|wks?|w|wochen?|semaines?|semanas?|週間',
  D: 'days?|d|tagen?|tage?|jours?|j|días?|dias?|日間?|天',
  H: 'hours?|hrs?|h|stunden?|std|heures?|horas?|時間|小时',
  M: 'minutes?|mins?|m|minuten?|minutos?|分間?|分钟',
  S: 'seconds?|secs?|s|sekunden?|secondes?|segundos?|秒間?',
};

const UNIT_PATTERN = new RegExp(
  String.raw`(\d+(?:[.,]\d+)?)\s*(?:${Object.entries(UNIT_NAMES)
    .map(([unit, names]) => `(?<${unit}>${names})`)
    .join('|')})\.?(?!\p{L})`,
  'giu',
);

/** Returns the ISO 8601 duration with the meaning of a text such as "1h 30m", "about 2 days" or "1:30". */
export function findEqualDuration(found: string): string | undefined {
  const text = found.trim();
  const given = text.replace(APPROXIMATE_PATTERN, '').replace(/~$/, '');
  const mark = given === text ? '' : '~';
  const exact = given.replace(/^(\d+)\s?h\s?(\d{1,2})$/i, '$1h $2m');
  const upper = exact.toUpperCase();
  const candidate = /^P/.test(upper)
    ? upper
    : (readClockDuration(exact) ?? readUnits(exact) ?? readUnits(toDigits(exact)));
  const duration = candidate && `${candidate}${mark}`;
  return duration && parseDuration(duration) ? duration : undefined;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  },
  ...{
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    ninety: 90,
  },
  ...{ eine: 1, einer: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6 },
  ...{ une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, una: 1, un: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5 },
  ...{ uma: 1, um: 1, duas: 2, três: 3, quatro: 4 },
};
const FRACTIONS: Readonly<Record<string, string>> = {
  'a half': '5',
  'a quarter': '25',
  'three quarters': '75',
};

/** Writes numbers in words as digits: "an hour and a half" → "1.5 hour", "half an hour" → "30 minutes". */
function toDigits(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /^half[ -]an?[ -]hour$|^(?:eine halbe stunde|une demi-heure|media hora|meia hora)$/,
      '30 minutes',
    )
    .replace(/^(?:a )?quarter of an hour$/, '15 minutes')
    .replace(/^three[ -]quarters of an hour$/, '45 minutes')
    .replace(/^(\p{L}+|\d+) (hours?|days?) and (a half|a quarter|three quarters)$/u, combineFraction)
    .replace(
      /^(\p{L}+|\d+) and (a half|a quarter|three quarters) (hours?|days?)$/u,
      (_, number, part, unit) => combineFraction('', number, unit, part),
    )
    .replace(/(?<![\p{L}\d])\p{L}+(?=[ -]\p{L})/gu, (word) =>
      Object.hasOwn(NUMBER_WORDS, word) ? String(NUMBER_WORDS[word]) : word,
    )
    .replace(/(\d)-(?=\p{L})/gu, '$1 ');
}

function combineFraction(_: string, number: string, unit: string, part: string): string {
  const whole = Object.hasOwn(NUMBER_WORDS, number) ? NUMBER_WORDS[number] : number;
  return `${whole}.${FRACTIONS[part]} ${unit}`;
}

function readClockDuration(text: string): string | undefined {
  const [, hours, minutes, seconds] =
    /^(\d{1,3}):(\d{2})(?::(\d{2}))?(?:\s*h(?:ours?|rs?)?)?$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  return formatDuration({ H: Number(hours), M: Number(minutes), S: Number(seconds ?? 0) });
}

function readUnits(text: string): string | undefined {
  const rest = text.replace(UNIT_PATTERN, '').replace(/(?:\b(?:and|und|et|y|e)\b|,|&)/gi, '');
  const parts = [...text.matchAll(UNIT_PATTERN)];
  if (parts.length === 0 || rest.trim() !== '') return undefined;
  const counts: Record<string, number> = {};
  for (const { 1: number = '', groups = {} } of parts) {
    const count = Number(number.replace(',', '.'));
    const key = Object.keys(UNIT_NAMES).find((unit) => groups[unit] !== undefined) ?? '';
    const [whole, smaller] = [Math.floor(count), SMALLER_UNITS[key]];
    counts[key] = (counts[key] ?? 0) + (smaller ? whole : count);
    if (smaller && count > whole) {
      const [name, size] = smaller;
      counts[name] = (counts[name] ?? 0) + Math.round((count - whole) * size);
    }
  }
  return formatDuration(counts);
}

const SMALLER_UNITS: Readonly<Record<string, readonly [unit: string, size: number]>> = {
  W: ['D', 7],
  D: ['H', 24],
  H: ['M', 60],
};

function formatDuration(counts: Readonly<Record<string, number>>): string {
  const format = (units: string) =>
    [...units].map((unit) => (counts[unit] ? `${counts[unit]}${unit}` : '')).join('');
  const clock = format('HMS');
  return `P${format('WD')}${clock ? `T${clock}` : ''}`;
}

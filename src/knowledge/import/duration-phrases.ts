/** Finds in sentences how long an incident lasted: "for 66 minutes", "from 14:02 to 15:10 UTC". */
import { findEqualDuration } from '../schema/foreign-times.ts';
import { createTimeContext, readEventTime } from './event-times.ts';
import type { Suggestion } from './extract-sections.ts';

const BEFORE_DURATION =
  /(?<![\p{L}\d])(?:for|last(?:ed|s|ing)|took(?: us| them| our teams?)?|total(?:l?ing|l?ed)|duration (?:was|of)|dauerte|dauert|für|(?:a )?duré|pendant|durant|durante|duró|durou|por)(?:\s+(?:a total of|in total|insgesamt|un total de|au total|um total de))?\s+/giu;
const BEFORE_INCIDENT =
  /(?<![\p{L}\d])((?:\d+|\p{L}+)[ -](?:minute|hour|day))(?:[ -]long)?\s+(?:outage|incident|interruption|disruption|downtime|degradation)(?!\p{L})/giu;
/** "45 Minuten lang", "2 Stunden und 10 Minuten lang" */
const GERMAN =
  /((?:\d+(?:[.,]\d+)?\s+(?:Tage|Stunden|Minuten)(?:\s+(?:und\s+)?)?){1,3})(?<=\s)lang(?!\p{L})/gu;
const JAPANESE = /((?:\d+日)?(?:\d+時間)?(?:\d+分)?)(?:間|にわた|に渡|続い|続き|継続|停止)/gu;
/** "Hand-over took 4 minutes" is about a step; "It took 90 minutes" is about the whole. */
const WHOLE =
  /(?:^|\P{L})(?:it|this|which|that|all|everything|outage|incident|interruption|disruption|downtime|recovery|restoration|repair|fix|impact)\s+$/iu;
/** Matches what goes on for some time without being an incident. */
const OTHER_STATE =
  /(?:slept|sleeps?|valid|kept|keeps?|stored?|retain(?:ed|s)?|cached?|worked|works|ran|runs?|running|stable|monitor(?:ed|ing)?|observed?|watch(?:ed|ing)?|wait(?:ed|ing)?|tested|existed|unchanged|scheduled|planned|silenced|muted|snoozed|on hold|live|in place|geschlafen|gültig|valable|válido)\P{L}+(?:\S+\s+){0,2}$/iu;
const INCIDENT_SENTENCE =
  /(?<!\p{L})(?:outage|incident|interruption|disruption|downtime|degradation|impact|ausfall|störung|vorfall|unterbrechung|incident|panne|interruption|caída|incidente|interrupción|indisponibilidade|interrupção)\s+(?:(?:has|had|a|hat|ha)\s+)?(?:last(?:ed|s)|took|continued|went on|dauerte|gedauert|duré|duró|durado|durou|was)(?!\p{L})/iu;
/** "4 hours and 20 minutes", "an hour and three quarters". */
const MAX_WORDS = 6;

/** Returns the durations in a text with the words that say them, as ISO 8601. A second is no length of an incident. */
export function findDurations(text: string): { readonly words: string; readonly duration: string }[] {
  const behind = [...text.matchAll(BEFORE_DURATION)].flatMap(({ index, 0: lead }) =>
    isOfIncident(lead, text.slice(0, index)) ? readPhrase(lead, text.slice(index + lead.length)) : [],
  );
  const before = [...text.matchAll(BEFORE_INCIDENT)].flatMap(({ 0: words, 1: amount = '' }) => {
    const duration = findEqualDuration(amount.replace('-', ' '));
    return duration ? [{ words, duration }] : [];
  });
  const after = [...text.matchAll(GERMAN), ...text.matchAll(JAPANESE)].flatMap(
    ({ 0: words, 1: amount = '' }) => {
      const duration = amount && findEqualDuration(amount.trim());
      return duration ? [{ words, duration }] : [];
    },
  );
  return [...behind, ...before, ...after].filter(({ duration }) => !/^PT\d+S~?$/.test(duration));
}

/** In characters. */
const MAX_CONTEXT = 200;

function isOfIncident(lead: string, before: string): boolean {
  const sentence =
    before
      .slice(-MAX_CONTEXT)
      .split(/[.!?\n]/)
      .at(-1) ?? '';
  if (/^took/i.test(lead)) return WHOLE.test(sentence);
  return !/^for/i.test(lead) || !OTHER_STATE.test(sentence);
}

function readPhrase(lead: string, text: string): { readonly words: string; readonly duration: string }[] {
  const words = text.slice(0, MAX_CONTEXT).split(/\s+/, MAX_WORDS);
  for (let count = words.length; count > 0; count--) {
    const phrase = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,;:!?)]+$/, '');
    const duration = findEqualDuration(phrase);
    if (duration) return [{ words: `${lead}${phrase}`.replace(/\s+/g, ' '), duration }];
  }
  return [];
}

/** Returns the sentences that say of an incident by its name how long it was, wherever they are on a page. */
export function findIncidentSentences(text: string): string {
  return text
    .split(/\n|(?<=[.!?])\s+/)
    .filter((sentence) => INCIDENT_SENTENCE.test(sentence))
    .join('\n');
}

const CLOCK = String.raw`\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:[Ff]rom|[Bb]etween|[Vv]on|[Zz]wischen|[Dd]e|[Ee]ntre)\s+(?:the hours? of\s+)?(${CLOCK})((?:\s*\(?(?:UTC|GMT|Z|[A-Z]{3,4})\)?)?(?:\s*[+\-−]\d{1,2}(?::?\d{2})?\)?)?)\s*(?:to|until|till|and|bis|und|à|a|et|y|e|-|–)\s+(${CLOCK})((?:\s*\(?(?:UTC|GMT|Z|[A-Z]{3,4})\)?)?(?:\s*[+\-−]\d{1,2}(?::?\d{2})?\)?)?)`,
  'gu',
);
const MINUTES_PER_DAY = 24 * 60;

interface PeriodContext {
  readonly day: string | undefined;
  readonly offset: string | undefined;
}

/** "`06:12 UTC` - `08:47 UTC` (155 minutes)" is the value of a name such as "Impact duration". */
const BARE_RANGE = new RegExp(
  `^\\s*(${CLOCK})((?:\\s*(?:UTC|GMT|Z))?)\\s*(?:to|until|bis|-|–|—)\\s*(${CLOCK})((?:\\s*(?:UTC|GMT|Z))?)`,
  'u',
);

/** Returns a period between two clock times at the start of a value as words of a sentence. */
export function readBarePeriod(value: string): string | undefined {
  const [, first, firstZone = '', second, secondZone = ''] = BARE_RANGE.exec(value) ?? [];
  return first && second ? `from ${first}${firstZone} to ${second}${secondZone}` : undefined;
}

/** Returns what the only period in a text offers, if there is one: a start and an end with their offset, and a duration. */
export function offerPeriod(text: string, { day, offset }: PeriodContext): Suggestion[] {
  const [only, ...others] = [...text.matchAll(RANGE)];
  if (!only || others.length > 0) return [];
  const [words, first = '', firstZone = '', second = '', secondZone = ''] = only;
  const zone = secondZone || firstZone;
  // The day is any: only the clock counts.
  const read = (clock: string) =>
    readEventTime(`${day ?? '2000-01-01'} ${clock} ${zone}`, createTimeContext(undefined, offset))?.at;
  const [start, end] = [read(first), read(second)];
  const minutes = countMinutes(first, second);
  const create = (field: string, value: string): Suggestion => ({
    field,
    heading: words,
    items: [{ text: value }],
  });
  const isExact = day !== undefined && start?.includes('T') === true && end?.includes('T') === true;
  return [
    ...(isExact && start && end && start < end ? [create('started', start), create('resolved', end)] : []),
    ...(minutes > 0 ? [create('duration', formatMinutes(minutes))] : []),
  ];
}

/** Returns 0 if a clock cannot be read. */
function countMinutes(first: string, second: string): number {
  const [from, to] = [first, second].map((clock) => {
    const at = readEventTime(`2000-01-01 ${clock} UTC`, createTimeContext())?.at ?? '';
    const [, hours, minutes] = /T(\d\d):(\d\d)/.exec(at) ?? [];
    return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
  });
  if (from === undefined || to === undefined) return 0;
  return (to - from + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}

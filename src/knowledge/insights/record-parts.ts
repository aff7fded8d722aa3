/**
 * Divides records into files that a browser loads. A part lists each text once, and its records refer to it by number.
 */
import { type InsightRecord, MEASURES, type Measure, type MeasuredTime } from './insight-record.ts';

/** The number of a text in its part. */
type Word = number;

type PackedRecord = readonly [
  id: string,
  title: string,
  when: Word,
  owner: readonly [organization: Word, team?: Word],
  facts: readonly [kind: Word, severity: Word, trigger: Word, detection: Word],
  services: readonly Word[],
  affected: readonly Word[],
  /** An issue that happened again is in a list of its own: `[4]`. */
  issues: readonly (Word | readonly [Word])[],
  /** Empty if the year is not known. */
  period: readonly [] | readonly [year: number, quarter?: number],
  approximate: 0 | 1,
  factors: readonly Word[],
  times: readonly PackedTime[],
  /** Empty if no action is open. */
  open: readonly [] | readonly [count: number, age?: Word],
  completeness: number,
  learned: readonly Word[],
  relearned: number,
];

/** In seconds; approximate ones are in a list: `[3600]`. */
type PackedTime = number | readonly [number] | Extract<MeasuredTime, string>;

export interface RecordPart {
  readonly words: readonly string[];
  readonly records: readonly PackedRecord[];
}

/** In bytes of JSON. With the brackets around it, a part stays below 100 KB. */
const MAX_PART_BYTES = 95_000;

/** Returns the records in their order, in as many parts as it takes. */
export function divideRecords(records: readonly InsightRecord[]): RecordPart[] {
  const parts: RecordPart[] = [];
  let rest = records;
  while (rest.length > 0) {
    const part = packPart(rest);
    parts.push(part);
    rest = rest.slice(part.records.length);
  }
  return parts;
}

/** Packs as many records as have room, and at least one. */
function packPart(records: readonly InsightRecord[]): RecordPart {
  const words: string[] = [];
  const packed: PackedRecord[] = [];
  const numbers = new Map<string, Word>();
  const toWord = (text: string): Word => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  let bytes = 0;
  for (const record of records) {
    const row = packRecord(record, toWord);
    const added = [...numbers.keys()].slice(words.length);
    bytes += measureJson(row) + measureJson(added);
    if (bytes > MAX_PART_BYTES && packed.length > 0) break;
    words.push(...added);
    packed.push(row);
  }
  return { words, records: packed };
}

function measureJson(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function packRecord(record: InsightRecord, toWord: (text: string) => Word): PackedRecord {
  const { organization, team, year, quarter } = record;
  return [
    record.id,
    record.title,
    toWord(record.when),
    team === undefined ? [toWord(organization)] : [toWord(organization), toWord(team)],
    [toWord(record.kind), toWord(record.severity), toWord(record.trigger), toWord(record.detection)],
    record.services.map(toWord),
    record.affected.map(toWord),
    record.issues.map(({ id, again }) => (again ? [toWord(id)] : toWord(id))),
    year === undefined ? [] : quarter === undefined ? [year] : [year, quarter],
    record.approximate ? 1 : 0,
    record.factors.map(toWord),
    MEASURES.map((measure) => packTime(record.times[measure])),
    packOpen(record, toWord),
    record.completeness,
    record.learned.map(toWord),
    record.relearned,
  ];
}

function packOpen({ open }: InsightRecord, toWord: (text: string) => Word): PackedRecord[12] {
  if (!open) return [];
  return open.age === undefined ? [open.count] : [open.count, toWord(open.age)];
}

function packTime(time: MeasuredTime): PackedTime {
  if (typeof time === 'string') return time;
  return time.approximate ? [time.seconds] : time.seconds;
}

/** Returns the records of a part as they were before it was packed. */
export function unpackRecords({ words, records }: RecordPart): InsightRecord[] {
  const toText = (word: Word) => words[word] as string;
  return records.map((packed) => unpackRecord(packed, toText));
}

function unpackRecord(
  [
    id,
    title,
    when,
    [organization, team],
    [kind, severity, trigger, detection],
    services,
    affected,
    issues,
    [year, quarter],
    approximate,
    factors,
    times,
    [count, age],
    completeness,
    learned,
    relearned,
  ]: PackedRecord,
  toText: (word: Word) => string,
): InsightRecord {
  return {
    id,
    title,
    when: toText(when),
    kind: toText(kind) as InsightRecord['kind'],
    severity: toText(severity) as InsightRecord['severity'],
    organization: toText(organization),
    ...(team === undefined ? {} : { team: toText(team) }),
    services: services.map(toText),
    affected: affected.map(toText),
    issues: issues.map((issue) =>
      typeof issue === 'number' ? { id: toText(issue), again: false } : { id: toText(issue[0]), again: true },
    ),
    ...(year === undefined ? {} : { year }),
    ...(quarter === undefined ? {} : { quarter }),
    approximate: approximate === 1,
    trigger: toText(trigger) as InsightRecord['trigger'],
    detection: toText(detection) as InsightRecord['detection'],
    factors: factors.map(toText),
    times: Object.fromEntries(
      MEASURES.map((measure, index) => [measure, unpackTime(times[index] ?? 'not given')]),
    ) as Record<Measure, MeasuredTime>,
    ...(count === undefined ? {} : { open: { count, ...(age === undefined ? {} : { age: toText(age) }) } }),
    completeness,
    learned: learned.map(toText),
    relearned,
  };
}

function unpackTime(time: PackedTime): MeasuredTime {
  if (typeof time === 'string') return time;
  return typeof time === 'number'
    ? { seconds: time, approximate: false }
    : { seconds: time[0], approximate: true };
}

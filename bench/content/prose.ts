/** Writes sentences about an incident. They do not tell a story, but have the words and the length of real ones. */
import type { Random } from './random.ts';
import { FAULTS, PARTS, SUBJECTS } from './words.ts';

/** The subject of the sentences of one postmortem. */
export interface Topic {
  /** The service that failed first. */
  readonly service: string;
  readonly fault: (typeof FAULTS)[number];
  /** Names of hosts, jobs and tables that only this text has. */
  readonly names: readonly string[];
  readonly subjects: readonly string[];
  readonly parts: readonly string[];
  readonly templates: readonly Template[];
}

export function createTopic(random: Random, service: string): Topic {
  const names = random.collect(
    random.integer(3, 7),
    () => `${random.pick(SUBJECTS)}_${random.pick(PARTS)}_${random.integer(1, 40)}`,
  );
  return {
    service,
    fault: random.pickEarly(FAULTS),
    names,
    subjects: random.collect(12, () => random.pick(SUBJECTS)),
    parts: random.collect(6, () => random.pick(PARTS)),
    templates: random.collect(14, () => random.pick(TEMPLATES)),
  };
}

type Template = (random: Random, topic: Topic) => string;

const subject = (random: Random, { subjects }: Topic) => random.pick(subjects);
const part = (random: Random, { parts }: Topic) => random.pick(parts);
const name = (random: Random, { names }: Topic) => `\`${random.pick(names)}\``;
const number = (random: Random) => random.integer(2, 60);

const TEMPLATES: readonly Template[] = [
  (_, t) => `At first, ${t.fault[1]}.`,
  (r, t) => `The ${subject(r, t)} ${part(r, t)} on ${name(r, t)} answered ${number(r)} % of its requests with an error.`,
  (r, t) => `The dashboard of ${t.service} showed ${number(r)} requests per second, about half of the usual ${subject(r, t)} traffic.`,
  (r, t) => `Each ${subject(r, t)} was written to the ${part(r, t)} before its ${subject(r, t)} was known.`,
  (r, t) => `${name(r, t)} had been in use for ${number(r)} months, and no ${subject(r, t)} had ever been that large.`,
  (r, t) => `The alert for the ${subject(r, t)} ${part(r, t)} watched the average, so that the slowest tenth stayed hidden.`,
  (r, t) => `Pages with each ${subject(r, t)} loaded, but the list of every ${subject(r, t)} stayed empty.`,
  (r, t) => `The log of ${name(r, t)} had ${number(r)},${r.integer(100, 999)} lines about the ${subject(r, t)} ${part(r, t)}.`,
  (r, t) => `The runbook for the ${part(r, t)} described the ${subject(r, t)} as it was two years ago.`,
  (r, t) => `After ${number(r)} minutes, the ${subject(r, t)} ${part(r, t)} caught up with the ${subject(r, t)} ${part(r, t)}.`,
  (r, t) => `A second ${part(r, t)} was added in front of ${name(r, t)}, which took the pressure off the ${subject(r, t)} table.`,
  (r, t) => `The change of the ${subject(r, t)} format had been tested with a small ${subject(r, t)} only.`,
  (r, t) => `Support received ${number(r)} messages about a missing ${subject(r, t)}, most of them from the ${subject(r, t)} form.`,
  (r, t) => `The limit of ${name(r, t)} was raised from ${number(r)} to ${r.integer(100, 900)}, and the ${part(r, t)} was started again.`,
  (r, t) => `The ${subject(r, t)} import ran at the same time as the ${subject(r, t)} report and read the same table.`,
  (r, t) => `Two of the ${number(r)} ${subject(r, t)} hosts did not have the new version of the ${part(r, t)}.`,
  (r, t) => `The restart of ${name(r, t)} took longer than expected, because it reads the whole ${subject(r, t)} history first.`,
  (r, t) => `Nothing in the ${subject(r, t)} ${part(r, t)} limits how often a ${subject(r, t)} is fetched again.`,
  (r, t) => `The graph of the ${part(r, t)} has gaps whenever the ${subject(r, t)} job runs.`,
  (r, t) => `Traffic for ${t.service} was moved to the other region until the ${subject(r, t)} ${part(r, t)} was empty.`,
  (r, t) => `A copy of the ${subject(r, t)} database from ${number(r)} hours before was restored next to the live one.`,
  (r, t) => `Retries of the ${subject(r, t)} client arrived in waves of ${number(r)} seconds.`,
];

export function writeSentence(random: Random, topic: Topic): string {
  return random.pick(topic.templates)(random, topic);
}

/** Writes paragraphs of three to six sentences until the text has about this many characters. */
export function writeParagraphs(random: Random, topic: Topic, length: number): string {
  const paragraphs: string[] = [];
  for (let written = 0; written < length; ) {
    const sentences = Array.from({ length: random.integer(3, 6) }, () => writeSentence(random, topic));
    const paragraph = sentences.join(' ');
    written += paragraph.length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join('\n\n');
}

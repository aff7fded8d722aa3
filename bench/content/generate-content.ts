/**
 * Generates a content folder with the frontmatter, the lengths and the connections of a real one, for the benchmarks and
 * the tests of bounds. The same count and seed give the same files.
 */
import { stringify } from 'yaml';
import { createTopic, type Topic, writeParagraphs, writeSentence } from './prose.ts';
import { Random } from './random.ts';
import { countEntries, createVocabulary, type Vocabulary } from './vocabulary.ts';
import { IMPERATIVES, PARTS, SUBJECTS, TEAMS } from './words.ts';

export interface GeneratedFile {
  /** The path below the content folder. */
  readonly path: string;
  readonly text: string;
}

interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly services: readonly string[];
}

interface Postmortem {
  readonly id: string;
  readonly learned: readonly string[];
}

const FIRST_DAY = Date.UTC(2008, 0, 1);
const LAST_DAY = Date.UTC(2025, 11, 1);
const CATEGORIES = ['software', 'configuration', 'deployment', 'dependency', 'network', 'capacity', 'process'];
const TRIGGERS = ['code-deploy', 'config-change', 'maintenance', 'traffic', 'provider', 'capacity', 'hardware'];

export function generateContent(postmortems: number, seed = 1): GeneratedFile[] {
  const random = new Random(seed);
  const vocabulary = createVocabulary(random, postmortems);
  const counts = countEntries(postmortems);
  const lessons = createLessons(random, vocabulary, counts.lessons);
  const written = Array.from({ length: postmortems }, (_, index) =>
    writePostmortem(random, vocabulary, lessons, index),
  );
  const checks = lessons.map((lesson) => createChecks(random, vocabulary, lesson, written));
  return [
    ...written.map(({ file }) => file),
    ...lessons.map((lesson, index) => writeLesson(random, lesson, lessons, checks[index] ?? [])),
    ...Array.from({ length: counts.notes }, (_, index) => writeNote(random, vocabulary, lessons, index)),
    ...writeVocabulary(vocabulary, checks.flat()),
    writeYaml('site.yaml', {
      title: 'Generated',
      description: 'Generated postmortems, as many as you like.',
      address: 'https://hindsight.example.org/',
      paper: 'a4',
    }),
  ];
}

function createLessons(random: Random, vocabulary: Vocabulary, count: number): Lesson[] {
  const lessons = new Map<string, Lesson>();
  while (lessons.size < count) {
    const title = `Watch the ${random.pick(SUBJECTS)} ${random.pick(PARTS)} of each ${random.pick(SUBJECTS)}`;
    lessons.set(title, {
      id: title.toLowerCase().replaceAll(' ', '-'),
      title,
      tags: random.collect(random.integer(1, 2), () => random.pickEarly(vocabulary.tags).id),
      services: random.collect(random.integer(0, 2), () => random.pickEarly(vocabulary.services).id),
    });
  }
  return [...lessons.values()];
}

function writePostmortem(
  random: Random,
  vocabulary: Vocabulary,
  lessons: readonly Lesson[],
  index: number,
): Postmortem & { readonly file: GeneratedFile } {
  // The first ones use every service, tag and lesson once, so that the check finds none of them unused.
  const first = <Item>(items: readonly Item[]) => items.slice(index, index + 1);
  const services = random.collect(random.integer(1, 4), () => random.pickEarly(vocabulary.services));
  const affected = [...first(vocabulary.services), ...services].map(({ id }) => id);
  const tags = random.collect(random.integer(1, 4), () => random.pickWithTail(vocabulary.tags));
  const cases = [...new Set([...first(vocabulary.tags), ...tags].map(({ id }) => id))];
  const learned = unique([
    ...first(lessons),
    ...random.collect(random.integer(1, 4), () => random.pickEarly(lessons)),
  ]);
  const confirmed = random.collect(1, () => random.pickEarly(lessons)).filter((lesson) => !learned.includes(lesson));
  const topic = createTopic(random, services[0]?.title ?? 'The site');
  const started = new Date(FIRST_DAY + (LAST_DAY - FIRST_DAY) * random.next() ** 0.6);
  const at = (minutes: number) => `${new Date(started.getTime() + minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const id = `${started.toISOString().slice(0, 10)}-${services[0]?.id ?? 'site'}-${index}`;
  const own = random.isTrue(0.6) ? vocabulary.organizations[0] : random.pick(vocabulary.organizations);
  const team = own && own.teams.length > 0 ? random.pickEarly(own.teams) : undefined;
  const data = {
    title: `${topic.service} ${topic.fault[0]} for ${random.integer(2, 90)} minutes`,
    summary: `For part of the day, ${topic.fault[1]}. ${writeSentence(random, topic)}`,
    kind: random.isTrue(0.9) ? 'incident' : 'maintenance',
    status: 'reviewed',
    visibility: 'public',
    severity: `sev${random.integer(1, 4)}`,
    organization: own?.id,
    ...(team ? { team } : {}),
    started: at(0),
    detected: at(10),
    resolved: at(120),
    detection: { method: 'alert', gap: writeSentence(random, topic) },
    trigger: random.pick(TRIGGERS),
    factors: Array.from({ length: random.integer(2, 5) }, () => ({
      text: writeSentence(random, topic),
      category: random.pick(CATEGORIES),
      services: unique([random.pick(affected)]),
      tags: unique([random.pick(cases)]),
    })),
    impact: writeSentence(random, topic),
    services: unique(affected),
    tags: cases,
    signals: Array.from({ length: random.integer(1, 4) }, () => writeSignal(random, topic)),
    everydayWords: `The page with my ${random.pick(SUBJECTS)} does not load.`,
    mitigations: ['no', 'partly', 'yes'].map((worked) => ({
      action: random.pick(['restart', 'rollback', 'scale', 'failover']),
      worked,
      text: writeSentence(random, topic),
    })),
    timeline: ['trigger', 'symptom', 'detection', 'action', 'decision', 'recovery'].map((kind, step) => ({
      at: at(step * 20),
      kind,
      text: writeSentence(random, topic),
    })),
    lessons: { learned: learned.map((lesson) => lesson.id), confirmed: confirmed.map((lesson) => lesson.id) },
    wentWell: [writeSentence(random, topic)],
    wentWrong: [writeSentence(random, topic), writeSentence(random, topic)],
    surprises: [writeSentence(random, topic)],
    actions: learned.map((lesson) => writeAction(random, lesson.id, at(random.integer(2, 330) * 1_440).slice(0, 10))),
    sources: [{ title: `Report about the ${random.pick(SUBJECTS)} ${random.pick(PARTS)}`, published: at(0).slice(0, 10) }],
  };
  // Most bodies are short; a few are six times as long.
  const length = 2_000 + 10_000 * random.next() ** 3;
  const [service, lesson] = [affected[0], learned[0]?.id];
  const body = [
    `## What happened\n\n${writeParagraphs(random, topic, length * 0.6)}`,
    `## What was done\n\n${writeParagraphs(random, topic, length * 0.4)}`,
    `See <ServiceLink id="${service}" /> and <LessonLink id="${lesson}" />.`,
  ].join('\n\n');
  return { id, learned: data.lessons.learned, file: writeMdx(`postmortems/${id}.mdx`, data, body) };
}

function writeAction(random: Random, lesson: string, closed: string) {
  const status = random.pick(['open', 'in-progress', 'done', 'done']);
  return {
    text: `Add a limit to the ${random.pick(SUBJECTS)} ${random.pick(PARTS)}`,
    type: 'prevent',
    owner: random.pick(TEAMS),
    status,
    ...(status === 'done' ? { closed } : {}),
    doneWhen: `A test with ${random.integer(2, 90)} records passes.`,
    lessons: [lesson],
  };
}

function writeSignal(random: Random, { names }: Topic): string {
  const name = random.pick(names);
  return random.pick([
    `ERROR ${name}: queue depth ${random.integer(1_000, 90_000)} exceeds 1000`,
    `FATAL: remaining connection slots of ${name} are reserved`,
    `dial tcp: lookup ${name}: no such host`,
    `${name}: context deadline exceeded after ${random.integer(1, 60)} s`,
    `kernel: Out of memory: Killed process ${random.integer(100, 30_000)} (${name})`,
  ]);
}

interface Check {
  readonly lesson: string;
  readonly data: {
    readonly id: string;
    readonly activity: string;
    readonly pausePoint: string;
    readonly text: string;
    readonly expect: string;
    readonly services?: readonly string[];
    readonly evidence: readonly string[];
  };
}

function createChecks(
  random: Random,
  vocabulary: Vocabulary,
  lesson: Lesson,
  postmortems: readonly Postmortem[],
): Check[] {
  const evidence = postmortems.filter(({ learned }) => learned.includes(lesson.id)).map(({ id }) => id);
  return Array.from({ length: random.integer(1, 3) }, (_, index) => {
    const activity = random.pickEarly(vocabulary.activities);
    const [text, expect] = random.pick(IMPERATIVES);
    return {
      lesson: lesson.id,
      data: {
        id: `check-${index + 1}`,
        activity: activity.id,
        pausePoint: random.pick(activity.points),
        text: text.replaceAll('%s', () => random.pick([...SUBJECTS, ...PARTS])),
        expect,
        ...(random.isTrue(0.3) && lesson.services[0] ? { services: [lesson.services[0]] } : {}),
        evidence: random.collect(random.integer(1, 3), () => random.pick(evidence)),
      },
    };
  });
}

function writeLesson(
  random: Random,
  { id, title, tags, services }: Lesson,
  all: readonly Lesson[],
  checks: readonly Check[],
): GeneratedFile {
  const topic = createTopic(random, title);
  const related = random.collect(2, () => random.pick(all).id).filter((other) => other !== id);
  const data = {
    title: title.slice(0, 60),
    statement: `Every ${random.pick(SUBJECTS)} has a limit that somebody watches.`,
    reason: writeSentence(random, topic),
    services,
    tags,
    checks: checks.map((check) => check.data),
    related,
    owner: random.pick(TEAMS),
  };
  return writeMdx(`lessons/${id}.mdx`, data, writeParagraphs(random, topic, 900));
}

function writeNote(
  random: Random,
  vocabulary: Vocabulary,
  lessons: readonly Lesson[],
  index: number,
): GeneratedFile {
  const [service, other] = [random.pick(vocabulary.services), random.pick(vocabulary.services)];
  const topic = createTopic(random, service.title);
  const own = random.isTrue(0.6) ? vocabulary.organizations[0] : random.pick(vocabulary.organizations);
  const data = {
    title: `How the ${service.title} works, part ${index + 1}`,
    summary: writeSentence(random, topic),
    status: 'reviewed',
    visibility: 'public',
    organization: own?.id,
    services: unique([service.id, other.id]),
    tags: [random.pickEarly(vocabulary.tags).id],
    lessons: random.collect(5, () => random.pickEarly(lessons).id),
    sources: [{ title: 'Notes of the on-call team' }],
  };
  const procedures = ['emergency', random.pick(vocabulary.activities).id].map((activity, at) =>
    [
      `<Procedure id="procedure-${at + 1}" title="Restart the ${service.title} ${random.pick(PARTS)}"`,
      `  activity="${activity}" services={["${service.id}"]} signals={["${writeSignal(random, topic)}"]}>`,
      '',
      ...Array.from({ length: random.integer(4, 9) }, (_, step) =>
        step === 1 ? '1. Read the log.\n\n   <Command run="journalctl -n 100" />\n' : `1. Read: ${writeSentence(random, topic)}`,
      ),
      '',
      '</Procedure>',
    ].join('\n'),
  );
  const body = [`## Where to look`, writeParagraphs(random, topic, 3_000), ...procedures].join('\n\n');
  return writeMdx(`notes/note-${index + 1}.mdx`, data, body);
}

function writeVocabulary(vocabulary: Vocabulary, checks: readonly Check[]): GeneratedFile[] {
  const places = Map.groupBy(checks, ({ data }) => `${data.activity}/${data.pausePoint}`);
  const { services, tags, organizations, activities } = vocabulary;
  return [
    writeYaml(
      'vocabulary/services.yaml',
      services.map(({ id, title, generic }) => ({
        id,
        title,
        meaning: `Looks after each ${id.split('-')[0]} of the company.`,
        ...(generic ? { generic } : {}),
        aliases: [`${title} service`],
      })),
    ),
    writeYaml(
      'vocabulary/tags.yaml',
      tags.map(({ id, title }) => ({
        id,
        title,
        meaning: `The ${title.toLowerCase()} was part of what happened.`,
        aliases: [`${title.toLowerCase()} again`],
      })),
    ),
    writeYaml(
      'vocabulary/organizations.yaml',
      organizations.map(({ id, title, teams }, index) => ({
        id,
        title,
        ...(index === 0 ? { home: true } : {}),
        teams: teams.map((team) => ({ id: team, title: `Team ${team}` })),
      })),
    ),
    writeYaml(
      'vocabulary/activities.yaml',
      activities.map(({ id, title, points }) => ({
        id,
        title,
        objective: `Finish the work on the ${title.toLowerCase()} without an incident.`,
        mode: id === 'emergency' ? 'read-do' : 'do-confirm',
        pausePoints: points.map((point) => ({
          id: point,
          title: `${point.charAt(0).toUpperCase()}${point.slice(1)} the work`,
          checks: (places.get(`${id}/${point}`) ?? []).map(({ lesson, data }) => `${lesson}/${data.id}`),
        })),
      })),
    ),
  ];
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

function writeYaml(path: string, data: unknown): GeneratedFile {
  return { path, text: stringify(data, { lineWidth: 0 }) };
}

function writeMdx(path: string, data: unknown, body: string): GeneratedFile {
  return { path, text: `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n` };
}

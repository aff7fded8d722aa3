/** Random lessons with checks in three languages: of several organizations, with and without a place or a value. */
import fc from 'fast-check';
import type { ChecklistChoice } from '../../../src/knowledge/checklists/checklist-choice.ts';
import type {
  ChecklistSource,
  SourceCheck,
  SourceLesson,
  SourceText,
} from '../../../src/knowledge/checklists/checklist-source.ts';

export const ACTIVITIES: ChecklistSource['activities'] = [
  {
    id: 'deploy',
    title: 'Deploy',
    objective: 'Bring a release out.',
    mode: 'do-confirm',
    opening: [],
    pausePoints: [
      { id: 'before', title: 'Before it goes out', checks: [] },
      { id: 'after', title: 'After it went out', checks: [] },
    ],
  },
  {
    id: 'emergency',
    title: 'Emergency',
    objective: 'Stop the harm.',
    mode: 'read-do',
    opening: [],
    pausePoints: [{ id: 'now', title: 'In the first minutes', checks: [] }],
  },
];

const ORGANIZATIONS = ['gnome', 'oma', 'flatiron'];
const SERVICES = ['redis', 'nginx', 'mysql'];
const TAGS = ['stale-lock', 'no-timeout'];
const LESSON_IDS = Array.from({ length: 12 }, (_, index) => `lesson-${index}`);

/** The verbs that no list of English verbs has, and those of other languages. */
export const UNKNOWN_VERBS = [
  'Page',
  'Cordon',
  'Reroute',
  'Bounce',
  'kubectl drain',
  'Überprüfe',
  'Starte',
  '確認する：',
];

/** Few words, so that questions collide. Some have no verb. */
const text = fc
  .tuple(
    fc.constantFrom('Read', 'Never restart', 'The', 'Limit of', ...UNKNOWN_VERBS),
    fc.constantFrom('the lock', 'a lock', 'every port', 'ports', 'alle Sperren', 'バックアップ'),
    fc.constantFrom('', ' before it starts', ' twice'),
  )
  .map((parts) => parts.join(' ').replace(/ +/g, ' '));

const expected = fc.constantFrom('none', 'None.', '65,536', 'keine', 'なし', ' ', undefined);

const check: fc.Arbitrary<SourceCheck> = fc
  .record({
    lesson: fc.constantFrom(...LESSON_IDS),
    point: fc.constantFrom(
      ...ACTIVITIES.flatMap(({ id, pausePoints }) => pausePoints.map((point) => [id, point.id] as const)),
      ['deploy', 'unknown'] as const,
    ),
    text,
    expect: expected,
    services: fc.subarray(SERVICES),
    organization: fc.option(fc.constantFrom(...ORGANIZATIONS), { nil: undefined }),
    hasId: fc.boolean(),
  })
  .map(({ point: [activity, pausePoint], expect, organization, hasId, ...rest }) => ({
    ...rest,
    activity,
    pausePoint,
    ...(expect === undefined ? {} : { expect }),
    ...(organization ? { organization } : {}),
    ...(hasId ? { id: 'later' } : {}),
    evidence: [],
  }));

const day = fc
  .tuple(fc.integer({ min: 2001, max: 2026 }), fc.integer({ min: 1, max: 9 }))
  .map(([year, month]) => ({ words: `0${month}/${year}`, lastDay: `${year}-0${month}-28` }));

const sourceText = (index: number): fc.Arbitrary<SourceText> =>
  fc.tuple(fc.boolean(), fc.option(day)).map(([isNote, date]) => ({
    kind: isNote ? ('note' as const) : ('postmortem' as const),
    id: `text-${index}`,
    title: `Text ${index}`,
    label: `Firm ${index}`,
    ...(date ? { date } : {}),
  }));

const lesson = (id: string, texts: readonly SourceText[]): fc.Arbitrary<SourceLesson> =>
  fc
    .record({
      services: fc.subarray(SERVICES),
      tags: fc.subarray(TAGS),
      evidence: fc.subarray(texts.map((_, index) => index)),
      relations: fc.array(fc.constantFrom('learned' as const, 'confirmed' as const, 'relearned' as const), {
        minLength: texts.length,
        maxLength: texts.length,
      }),
      isReplaced: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
      reviewBy: fc.option(day),
    })
    .map(({ evidence, relations, isReplaced, reviewBy, ...rest }) => ({
      id,
      title: `The title of ${id}`,
      reason: `The reason of ${id}.`,
      ...rest,
      evidence: evidence.map((index) => ({
        text: index,
        relation: texts[index]?.kind === 'note' ? ('taught' as const) : (relations[index] ?? 'learned'),
      })),
      ...(isReplaced ? { replacedBy: 'Another title' } : {}),
      ...(reviewBy ? { reviewBy } : {}),
    }));

/** Gives each check an id if it wants one, and some evidence of its lesson. */
function finishChecks(
  checks: readonly SourceCheck[],
  lessons: readonly SourceLesson[],
  picks: readonly number[],
): SourceCheck[] {
  return checks.map((one, index) => {
    const evidence = lessons.find(({ id }) => id === one.lesson)?.evidence ?? [];
    const own = evidence.filter(
      ({ relation }, at) => relation !== 'taught' && (picks[index] ?? 0) & (1 << at),
    );
    return { ...one, ...(one.id ? { id: `check-${index}` } : {}), evidence: own.map((ref) => ref.text) };
  });
}

/** Places some of the checks with an id, in any order. */
function placeChecks(checks: readonly SourceCheck[], keys: readonly number[]): ChecklistSource['activities'] {
  const placed = checks
    .map((one, index) => ({ ...one, key: keys[index] ?? 0 }))
    .filter(({ id, key }) => id && key % 3 > 0)
    .sort((a, b) => a.key - b.key);
  return ACTIVITIES.map((activity) => ({
    ...activity,
    pausePoints: activity.pausePoints.map((point) => ({
      ...point,
      checks: placed
        .filter((one) => one.activity === activity.id && one.pausePoint === point.id)
        .map(({ lesson: of, id }) => `${of}/${id}`),
    })),
  }));
}

const MAX_CHECKS = 60;
const numbers = fc.array(fc.nat(1000), { minLength: MAX_CHECKS, maxLength: MAX_CHECKS });

export const randomSource: fc.Arbitrary<ChecklistSource> = fc
  .tuple(...Array.from({ length: 5 }, (_, index) => sourceText(index)))
  .chain((texts) =>
    fc
      .record({
        lessons: fc.tuple(...LESSON_IDS.map((id) => lesson(id, texts))),
        unfinished: fc.array(check, { maxLength: MAX_CHECKS, size: 'max' }),
        picks: numbers,
        keys: numbers,
        home: fc.option(fc.constantFrom(...ORGANIZATIONS), { nil: undefined }),
      })
      .map(({ lessons, unfinished, picks, keys, home }) => {
        const checks = finishChecks(unfinished, lessons, picks);
        return {
          site: { address: 'https://example.org/kb/' },
          organizations: ORGANIZATIONS.map((id) => ({
            id,
            title: id.toUpperCase(),
            ...(id === home ? { home: true as const } : {}),
          })),
          activities: placeChecks(checks, keys),
          services: SERVICES.map((id) => ({ id, title: id })),
          tags: TAGS.map((id) => ({ id, title: id, meaning: `What ${id} is.` })),
          texts,
          lessons,
          checks,
          procedures: [],
        };
      }),
  );

export const randomChoice: fc.Arbitrary<ChecklistChoice> = fc.record(
  {
    activity: fc.constantFrom(...ACTIVITIES.map(({ id }) => id)),
    services: fc.subarray(SERVICES),
    tags: fc.subarray(TAGS),
    organization: fc.constantFrom(...ORGANIZATIONS),
    others: fc.constant(true as const),
  },
  { requiredKeys: ['services', 'tags'] },
);

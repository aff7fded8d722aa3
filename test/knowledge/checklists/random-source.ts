/** Random lessons with checks: valid ones, and ones that must not be on a list. */
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
    pausePoints: [
      { id: 'before', title: 'Before it goes out' },
      { id: 'after', title: 'After it went out' },
    ],
  },
  {
    id: 'emergency',
    title: 'Emergency',
    objective: 'Stop the harm.',
    mode: 'read-do',
    pausePoints: [{ id: 'now', title: 'In the first minutes' }],
  },
];

const SERVICES = ['redis', 'nginx', 'mysql'];
const TAGS = ['stale-lock', 'no-timeout'];
const LESSON_IDS = Array.from({ length: 12 }, (_, index) => `lesson-${index}`);

/** Few words, so that questions collide. Some have no verb. */
const text = fc
  .tuple(
    fc.constantFrom('Read', 'Confirm', 'Never restart', 'Count', 'The', 'Limit of'),
    fc.constantFrom('the lock', 'a lock', 'every port', 'ports', 'each replica', 'backups'),
    fc.constantFrom('', ' before it starts', ' twice'),
  )
  .map((parts) => parts.join(' ').replace(/ +/g, ' '));

const expected = fc.constantFrom('none', 'None.', 'one', '65,536', 'all of them', ' ');

const check: fc.Arbitrary<SourceCheck> = fc
  .tuple(
    fc.constantFrom(...LESSON_IDS),
    fc.constantFrom(
      ...ACTIVITIES.flatMap(({ id, pausePoints }) => pausePoints.map((point) => [id, point.id] as const)),
    ),
    text,
    expected,
    fc.subarray(SERVICES),
  )
  .map(([lesson, [activity, pausePoint], words, expect, services]) => ({
    lesson,
    activity,
    pausePoint,
    text: words,
    expect,
    services,
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

export const randomSource: fc.Arbitrary<ChecklistSource> = fc
  .tuple(...Array.from({ length: 5 }, (_, index) => sourceText(index)))
  .chain((texts) =>
    fc
      .tuple(
        fc.tuple(...LESSON_IDS.map((id) => lesson(id, texts))),
        fc.array(check, { maxLength: 60, size: 'max' }),
      )
      .map(([lessons, checks]) => ({
        site: { address: 'https://example.org/kb/' },
        activities: ACTIVITIES,
        services: SERVICES.map((id) => ({ id, title: id })),
        tags: TAGS.map((id) => ({ id, title: id, meaning: `What ${id} is.` })),
        texts,
        lessons,
        checks,
        procedures: [],
      })),
  );

export const randomChoice: fc.Arbitrary<ChecklistChoice> = fc.record(
  {
    activity: fc.constantFrom(...ACTIVITIES.map(({ id }) => id)),
    services: fc.subarray(SERVICES),
    tags: fc.subarray(TAGS),
  },
  { requiredKeys: ['services', 'tags'] },
);

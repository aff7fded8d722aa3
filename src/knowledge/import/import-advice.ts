/** Finds what would help most across all drafts of an import, so that you need not repeat it in each of them. */
import { formatCount } from '../schema/labels.ts';
import type { Draft } from './draft.ts';
import type { ImportOutcome } from './plan-import.ts';

interface Advice {
  readonly count: number;
  readonly text: string;
}

const MAX_ADVICE = 3;

/** Anything that happens only once needs no advice. */
const MIN_COUNT = 2;

/**
 * @param areWritten true if the drafts are on the disk, so that another import leaves them as they are
 * @returns sentences, the one about the most drafts first
 */
export function findImportAdvice(outcomes: readonly ImportOutcome[], areWritten: boolean): string[] {
  const drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  const advice = [
    ...adviseDefaults(drafts, areWritten),
    ...adviseStarts(drafts),
    ...adviseTimelines(drafts),
    ...adviseNames(drafts),
    ...adviseRefused(outcomes),
  ];
  return advice
    .filter(({ count }) => count >= MIN_COUNT)
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_ADVICE)
    .map(({ text }) => text);
}

/** Fields that can be the same for all files of an import. */
const SHARED_FIELDS = ['severity', 'organization'] as const;

function adviseDefaults(drafts: readonly Draft[], areWritten: boolean): Advice[] {
  return SHARED_FIELDS.map((field) => {
    const count = drafts.filter(({ gaps }) => gaps.includes(field)).length;
    const option = `\`--default ${field}=…\``;
    const step = areWritten ? `to fill it in, delete them and import again with ${option}` : `add ${option}`;
    return { count, text: `${formatCount(count, 'draft')} name no ${field}: ${step}` };
  });
}

function adviseStarts(drafts: readonly Draft[]): Advice[] {
  const missing = drafts.filter(({ gaps }) => gaps.includes('started'));
  const offered = missing.filter(({ text }) => /^# started: /m.test(text)).length;
  const rest = offered > 0 ? `: the comments of ${offered} of them offer one` : '';
  return [{ count: missing.length, text: `${formatCount(missing.length, 'draft')} name no start${rest}` }];
}

function adviseTimelines(drafts: readonly Draft[]): Advice[] {
  const count = drafts.filter(({ text }) => /^# timeline:$/m.test(text)).length;
  return [
    {
      count,
      text: `${formatCount(count, 'draft')} offer a timeline in a comment: write the kind of each event`,
    },
  ];
}

/** The name that is most often in no vocabulary. */
function adviseNames(drafts: readonly Draft[]): Advice[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { unknown } of drafts) {
    for (const name of new Set(unknown.map((entry) => entry.name))) {
      const key = name.toLowerCase();
      counts.set(key, { name, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].map(({ name, count }) => ({
    count,
    text: `${formatCount(count, 'draft')} name \`${name}\`, which is in no vocabulary: add it, or add it as an alias`,
  }));
}

function adviseRefused(outcomes: readonly ImportOutcome[]): Advice[] {
  const rules = new Map<string, number>();
  for (const outcome of outcomes) {
    if (outcome.type !== 'refused') continue;
    for (const rule of new Set(outcome.problems.map((problem) => problem.rule))) {
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
  }
  return [...rules].map(([rule, count]) => ({
    count,
    text: `${formatCount(count, 'file')} cannot become a page because of the rule ${rule}: correct the source`,
  }));
}

/** Measures how many sentences about machines are reported as blame, and how many that blame people. */
import { noBlame } from '../../src/knowledge/check/rules/no-blame.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createContent, LESSON_HEAD } from '../knowledge/small-content.ts';
import { BLAMING_SENTENCES } from './blaming-sentences.ts';
import { MACHINE_SENTENCES } from './machine-sentences.ts';

export interface BlameScore {
  readonly tried: number;
  readonly reported: number;
  /** The sentences about machines that are reported, or those that blame people and are not. */
  readonly faults: readonly string[];
}

function isReported(sentence: string): boolean {
  const content = createContent({ 'lessons/x.mdx': `${LESSON_HEAD}\n${sentence}\n` });
  return runRules(content, { rules: [noBlame] }).length > 0;
}

/** @param parity 0 for the rows that the rule is tuned on, 1 for the others */
export function evaluateBlame(parity: 0 | 1): { readonly machines: BlameScore; readonly people: BlameScore } {
  const score = (sentences: readonly string[], isFault: (reported: boolean) => boolean): BlameScore => {
    const rows = sentences.filter((_, index) => index % 2 === parity);
    const reported = rows.filter(isReported);
    return {
      tried: rows.length,
      reported: reported.length,
      faults: rows.filter((row) => isFault(reported.includes(row))),
    };
  };
  return {
    machines: score(MACHINE_SENTENCES, (reported) => reported),
    people: score(BLAMING_SENTENCES, (reported) => !reported),
  };
}

import { isVocabularyOf } from '../../source/content.ts';
import { getListAt } from '../../source/field-values.ts';
import type { Rule } from './rule.ts';

/** Three pause points, such as before, during and after, are as many as people remember to stop at (Gawande). */
const MAX_PAUSE_POINTS = 3;
/** The same limit as for the items of a pause point. */
const MAX_OPENING_ITEMS = 9;

export const maxPausePoints: Rule = {
  name: 'max-pause-points',
  severity: 'error',
  why: 'Work that stops more than three times for a checklist soon does not stop at all. Put checks together that you can do at the same moment, or make two activities of one.',
  example: { wrong: 'four pausePoints', right: 'pausePoints: before, during, after' },
  check({ file, report }) {
    if (!isVocabularyOf(file, 'activity')) return;
    for (const { index } of file.items) {
      const fourth = getListAt(file.yaml.value, [index, 'pausePoints'])[MAX_PAUSE_POINTS];
      if (fourth !== undefined) {
        report({
          span: file.yaml.spanAt([index, 'pausePoints', MAX_PAUSE_POINTS]),
          message: `Unexpected ${MAX_PAUSE_POINTS + 1}th pause point, expected at most ${MAX_PAUSE_POINTS}`,
        });
      }
      const opening = getListAt(file.yaml.value, [index, 'opening']);
      if (opening.length > MAX_OPENING_ITEMS) {
        report({
          span: file.yaml.spanAt([index, 'opening', MAX_OPENING_ITEMS]),
          message: `Unexpected ${MAX_OPENING_ITEMS + 1}th opening item, expected at most ${MAX_OPENING_ITEMS}`,
        });
      }
    }
  },
};

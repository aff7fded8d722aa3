import type { Content } from '../../source/content.ts';
import { listAt, textAt } from '../../source/field-values.ts';
import type { Rule, RuleInput } from './rule.ts';

/** Ten or more items at one pause point are a fault (Gawande: 5 to 9, done in 60 to 90 seconds). */
const MOST = 9;

/**
 * A checklist takes the checks of many lessons, narrows them to the services at hand, ranks them and cuts the
 * rest off. That there are many is therefore no fault. It is one where narrowing cannot help: where ten or more
 * name no service, the same items would be cut from every list, whatever it is for; and where one lesson alone
 * brings ten to a moment, nothing else has room beside it.
 */
export const pausePointSize: Rule = {
  name: 'pause-point-size',
  severity: 'warning',
  why: 'Of ten or more items at one moment the last ones are never read. Give checks the services that they concern, or leave out what nobody skips.',
  example: { wrong: 'ten checks at `before`, none with services', right: 'services: [redis]' },
  check(input) {
    if (input.file.type === 'document') judgeLesson(input);
    else if (input.file.type === 'vocabulary') judgeActivities(input);
  },
};

interface PlacedCheck {
  readonly moment: string;
  readonly isNarrow: boolean;
}

function placedChecks(value: unknown): PlacedCheck[] {
  const isLessonNarrow = listAt(value, ['services']).length > 0;
  return listAt(value, ['checks']).map((check) => ({
    moment: momentOf(textAt(check, ['activity']), textAt(check, ['pausePoint'])),
    isNarrow: isLessonNarrow || listAt(check, ['services']).length > 0,
  }));
}

function momentOf(activity: string | undefined, pausePoint: string | undefined): string {
  return `${activity}#${pausePoint}`;
}

function judgeLesson({ file, report }: RuleInput): void {
  if (file.type !== 'document' || file.kind !== 'lesson') return;
  const counts = new Map<string, number>();
  for (const [index, { moment }] of placedChecks(file.yaml.value).entries()) {
    const count = (counts.get(moment) ?? 0) + 1;
    counts.set(moment, count);
    if (count !== MOST + 1) continue;
    report({
      span: file.yaml.spanAt(['checks', index, 'pausePoint']),
      message: `Unexpected check number ${count} of this lesson at one pause point, expected at most ${MOST}`,
    });
  }
}

function judgeActivities({ file, content, report }: RuleInput): void {
  if (file.type !== 'vocabulary' || file.kind !== 'activity') return;
  const counts = countBroadChecks(content);
  for (const { id, index } of file.items) {
    for (const [place, point] of listAt(file.yaml.value, [index, 'pausePoints']).entries()) {
      const count = counts.get(momentOf(id, textAt(point, ['id']))) ?? 0;
      if (count <= MOST) continue;
      report({
        span: file.yaml.spanAt([index, 'pausePoints', place, 'id']),
        message: `Unexpected number of checks here that name no service, ${count}, expected at most ${MOST}`,
      });
    }
  }
}

function countBroadChecks(content: Content): Map<string, number> {
  const counts = new Map<string, number>();
  for (const lesson of content.documentsOf('lesson')) {
    for (const { moment, isNarrow } of placedChecks(lesson.yaml.value)) {
      if (!isNarrow) counts.set(moment, (counts.get(moment) ?? 0) + 1);
    }
  }
  return counts;
}

import { isDocumentOf } from '../../source/content.ts';
import { measureCompleteness } from '../completeness.ts';
import type { Rule } from './rule.ts';

export const minCompleteness: Rule = {
  name: 'min-completeness',
  severity: 'warning',
  why: 'A study of incidents had to exclude about a third of the reports because they were incomplete (Ghosh et al., SoCC 2022). You set the minimum with `completeness` in `site.yaml`.',
  example: {
    wrong: 'a summary and a date',
    right: 'how it was noticed, what triggered it, what was tried, what remains to be done',
  },
  check({ file, content, report }) {
    if (!isDocumentOf(file, 'postmortem')) return;
    const data = file.validated.data;
    const minimum = content.getMinCompleteness();
    if (!data || minimum === undefined) return;
    const { percent, missing } = measureCompleteness(data);
    if (percent >= minimum) return;
    report({
      span: file.yaml.keySpanAt(['title']),
      message: `Unexpected completeness of ${percent}%, expected at least ${minimum}%`,
      hint: `Still missing: ${formatFirst(missing.map(({ label }) => label))}.`,
    });
  },
};

const MAX_SHOWN = 5;

function formatFirst(labels: readonly string[]): string {
  const rest = labels.length - MAX_SHOWN;
  return rest > 0 ? `${labels.slice(0, MAX_SHOWN).join('; ')}; and ${rest} more` : labels.join('; ');
}

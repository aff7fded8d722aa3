import { measureCompleteness } from '../completeness.ts';
import type { Rule } from './rule.ts';

export const minCompleteness: Rule = {
  name: 'min-completeness',
  severity: 'warning',
  why: 'Studies of incidents had to leave out about a third of the reports because they were incomplete (Ghosh et al., SoCC 2022). The level below which this warns is set in `site.yaml`.',
  example: {
    wrong: 'a summary and a date',
    right: 'how it was noticed, what set it off, what was tried, what is to be done',
  },
  check({ file, content, report }) {
    if (file.type !== 'document' || file.kind !== 'postmortem') return;
    const data = file.validated.data;
    const level = content.site?.validated.data?.completeness;
    if (!data || !('detection' in data) || level === undefined) return;
    const { percent, missing } = measureCompleteness(data);
    if (percent >= level) return;
    report({
      span: file.yaml.keySpanAt(['title']),
      message: `Unexpected completeness of ${percent} %, expected at least ${level} %`,
      hint: `Still missing: ${formatFirst(missing.map(({ label }) => label))}.`,
    });
  },
};

const MAX_SHOWN = 5;

function formatFirst(labels: readonly string[]): string {
  const rest = labels.length - MAX_SHOWN;
  return rest > 0 ? `${labels.slice(0, MAX_SHOWN).join('; ')}; and ${rest} more` : labels.join('; ');
}

/** A review as the one comment on a pull request, and in a terminal. */

import { formatMarkdownReport, sentenceToMarkdown, toCodeSpan } from '../check/reporters/markdown.ts';
import { formatCount } from '../schema/labels.ts';
import type { PostmortemReview, Review } from './pull-request-review.ts';

/** What GitHub takes is 65,536 characters; the rest is for the signature. */
const MAX_COMMENT_LENGTH = 60_000;

export interface WorkflowRun {
  /** Where the run is shown, with the built pages as a download. */
  readonly address: string;
  readonly hasPreview: boolean;
}

/** @returns Markdown that ends with a line break */
export function formatReviewComment({ report, postmortems }: Review, run?: WorkflowRun): string {
  const blocks = [
    formatMarkdownReport(report).trimEnd(),
    ...postmortems.flatMap(formatPostmortem),
    ...(run ? [formatRun(run)] : []),
  ];
  const whole = `${blocks.join('\n\n')}\n`;
  if (whole.length <= MAX_COMMENT_LENGTH) return whole;
  const cut = whole.slice(0, whole.lastIndexOf('\n', MAX_COMMENT_LENGTH));
  const isOpen = cut.lastIndexOf('<details>') > cut.lastIndexOf('</details>');
  return `${cut}\n${isOpen ? '\n</details>\n' : ''}\n… cut here: the whole of it is in the log of the run.\n`;
}

function formatPostmortem({ id, duplicates, similar, relearned, offered }: PostmortemReview): string[] {
  const blocks: string[] = [];
  if (duplicates.length > 0) {
    blocks.push(`#### ${toCodeSpan(id)}: written twice?`, duplicates.map(formatWithReasons).join('\n'));
  }
  if (relearned.length > 0) {
    const lines = relearned.map(
      (lesson) =>
        `- ${toCodeSpan(lesson.id)}: ${sentenceToMarkdown(lesson.title)}<br>Learned ${lesson.after} after ${lesson.before
          .map((earlier) => toCodeSpan(earlier.id))
          .join(', ')}`,
    );
    blocks.push(
      `#### ${toCodeSpan(id)}: ${formatCount(relearned.length, 'lesson')} learned again`,
      lines.join('\n'),
    );
  }
  if (similar.length > 0) {
    blocks.push(`#### ${toCodeSpan(id)}: seen before?`, similar.map(formatWithReasons).join('\n'));
  }
  if (offered.length > 0) {
    const lines = offered.map(
      (lesson) =>
        `- ${toCodeSpan(lesson.id)}: ${sentenceToMarkdown(lesson.title)} (${lesson.from.map(toCodeSpan).join(', ')})`,
    );
    blocks.push('Lessons that these have taught; do they hold here too?', lines.join('\n'));
  }
  return blocks;
}

function formatWithReasons({ id, title, reasons }: PostmortemReview['similar'][number]): string {
  return `- ${toCodeSpan(id)}: ${sentenceToMarkdown(title)}<br>${reasons.map(sentenceToMarkdown).join('; ')}`;
}

function formatRun({ address, hasPreview }: WorkflowRun): string {
  return hasPreview
    ? `The pages as they would be: download \`preview\` from [this run](${address}).`
    : `No pages were built; [this run](${address}) says why.`;
}

/** @param heading how a heading is set off */
export function formatRelatedForTerminal(
  { duplicates, similar, relearned, offered }: PostmortemReview,
  heading: (text: string) => string = (text) => text,
): string {
  const reasoned = ({ id, title, reasons }: PostmortemReview['similar'][number]) =>
    `${id}  ${title}\n    ${reasons.join('\n    ')}`;
  const sections: [title: string, lines: string[]][] = [
    ['Perhaps the same incident, written twice', duplicates.map(reasoned)],
    ['Seen before?', similar.map(reasoned)],
    [
      'Learned again',
      relearned.map(
        ({ id, title, after, before }) =>
          `${id}  ${title}\n    ${after} after ${before.map((earlier) => earlier.id).join(', ')}`,
      ),
    ],
    [
      'Lessons that these have taught; do they hold here too?',
      offered.map(({ id, title, from }) => `${id}  ${title}\n    ${from.join(', ')}`),
    ],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  if (told.length === 0) return 'Nothing like it is known.\n';
  return told
    .map(([title, lines]) => `${[heading(title), ...lines.map((line) => `  ${line}`)].join('\n')}\n`)
    .join('\n');
}

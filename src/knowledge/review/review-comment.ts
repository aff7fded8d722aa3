/** Formats a review as a comment on a pull request, and for a terminal. */

import { sentenceToMarkdown, titleToMarkdown, toCodeSpan } from '../check/reporters/author-markdown.ts';
import { formatMarkdownReport } from '../check/reporters/markdown.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import type { PostmortemReview, Review } from './pull-request-review.ts';

/** GitHub allows 65,536 characters. The rest is for the signature. */
const MAX_COMMENT_LENGTH = 60_000;

export interface WorkflowRun {
  /** The page of the run, where the built pages can be downloaded. */
  readonly address: string;
  readonly hasPreview: boolean;
}

const HEADINGS = {
  duplicates: 'Possible duplicates',
  relearned: 'Lessons learned again',
  similar: 'Similar incidents',
  offered: 'Lessons from similar incidents that may apply here',
};

const CHANGED_SETTINGS =
  'This change edits `site.yaml` or `allowed-secrets.yaml`. They decide who may read the pages, which rules apply and which secrets are not reported. Read each line.';

/** @returns Markdown that ends with a line break */
export function formatReviewComment(
  { report, changesSettings, postmortems }: Review,
  run?: WorkflowRun,
): string {
  const blocks = [
    formatMarkdownReport(report, changesSettings ? [CHANGED_SETTINGS] : []).trimEnd(),
    ...postmortems.flatMap(formatPostmortem),
  ];
  return [truncate(`${blocks.join('\n\n')}\n`), ...(run ? [`${formatRun(run)}\n`] : [])].join('\n');
}

/** @param run the URL of the run that wrote no review that can be read */
export function formatFailureComment(run: string): string {
  return `### Content check: not done\n\nThe content of this commit could not be reviewed. [This run](${run}) shows why.\n`;
}

function truncate(comment: string): string {
  if (comment.length <= MAX_COMMENT_LENGTH) return comment;
  const start = comment.slice(0, comment.lastIndexOf('\n', MAX_COMMENT_LENGTH) + 1);
  // Our own tags are on lines of their own, and those in the text of authors are not.
  const isOpen = start.lastIndexOf('\n<details>\n') > start.lastIndexOf('\n</details>\n');
  return `${start}${isOpen ? '\n</details>\n' : ''}\n… truncated. The full report is in the run log.\n`;
}

function formatPostmortem({ id, duplicates, similar, relearned, offered }: PostmortemReview): string[] {
  const sections: [heading: string, lines: string[]][] = [
    [HEADINGS.duplicates, duplicates.map(formatWithReasons)],
    [
      HEADINGS.relearned,
      relearned.map(
        (lesson) =>
          `- ${toCodeSpan(lesson.id)}: ${titleToMarkdown(lesson.title)}<br>Learned ${sentenceToMarkdown(lesson.after)} after ${lesson.before
            .map((earlier) => toCodeSpan(earlier.id))
            .join(', ')}`,
      ),
    ],
    [HEADINGS.similar, similar.map(formatWithReasons)],
    [
      HEADINGS.offered,
      offered.map(
        (lesson) =>
          `- ${toCodeSpan(lesson.id)}: ${titleToMarkdown(lesson.title)} (${lesson.from.map(toCodeSpan).join(', ')})`,
      ),
    ],
  ];
  return sections.flatMap(([heading, lines]) =>
    lines.length > 0 ? [`#### ${toCodeSpan(id)}: ${heading}`, lines.join('\n')] : [],
  );
}

function formatWithReasons({ id, title, reasons }: PostmortemReview['similar'][number]): string {
  return `- ${toCodeSpan(id)}: ${titleToMarkdown(title)}<br>${reasons.map(sentenceToMarkdown).join('; ')}`;
}

function formatRun({ address, hasPreview }: WorkflowRun): string {
  return hasPreview
    ? `Preview: download \`preview\` from [this run](${address}).`
    : `No preview: [this run](${address}) shows why no pages were built.`;
}

/** @param styleHeading makes a heading bold, for example */
export function formatRelatedForTerminal(
  { duplicates, similar, relearned, offered }: PostmortemReview,
  styleHeading: (text: string) => string = (text) => text,
): string {
  const formatEntry = ({ id, title, reasons }: PostmortemReview['similar'][number]) =>
    `${id}  ${toPlainText(title)}\n    ${reasons.join('\n    ')}`;
  const sections: [heading: string, lines: string[]][] = [
    [HEADINGS.duplicates, duplicates.map(formatEntry)],
    [HEADINGS.similar, similar.map(formatEntry)],
    [
      HEADINGS.relearned,
      relearned.map(
        ({ id, title, after, before }) =>
          `${id}  ${toPlainText(title)}\n    ${after} after ${before.map((earlier) => earlier.id).join(', ')}`,
      ),
    ],
    [
      HEADINGS.offered,
      offered.map(({ id, title, from }) => `${id}  ${toPlainText(title)}\n    ${from.join(', ')}`),
    ],
  ];
  const filled = sections.filter(([, lines]) => lines.length > 0);
  if (filled.length === 0) return 'No similar incidents found.\n';
  return filled
    .map(([heading, lines]) => `${[styleHeading(heading), ...lines.map((line) => `  ${line}`)].join('\n')}\n`)
    .join('\n');
}

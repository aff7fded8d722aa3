/** A review as the one comment on a pull request, and in a terminal. */

import { codeSpan, reportAsMarkdown, withCode } from '../check/reporters/markdown.ts';
import { count } from '../schema/wording.ts';
import type { Review, ReviewedPostmortem } from './review.ts';

/** What GitHub takes is 65,536 characters; the rest is for the signature. */
const LONGEST = 60_000;

export interface RunPage {
  /** Where the run is shown, with the built pages as a download. */
  readonly address: string;
  readonly hasPreview: boolean;
}

/** @returns Markdown that ends with a line break */
export function reviewAsMarkdown({ report, postmortems }: Review, run?: RunPage): string {
  const blocks = [
    reportAsMarkdown(report).trimEnd(),
    ...postmortems.flatMap(aboutPostmortem),
    ...(run ? [aboutRun(run)] : []),
  ];
  const whole = `${blocks.join('\n\n')}\n`;
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, whole.lastIndexOf('\n', LONGEST));
  const isOpen = cut.lastIndexOf('<details>') > cut.lastIndexOf('</details>');
  return `${cut}\n${isOpen ? '\n</details>\n' : ''}\n… cut here: the whole of it is in the log of the run.\n`;
}

function aboutPostmortem({ id, duplicates, similar, relearned, offered }: ReviewedPostmortem): string[] {
  const blocks: string[] = [];
  if (duplicates.length > 0) {
    blocks.push(`#### ${codeSpan(id)}: written twice?`, duplicates.map(withReasons).join('\n'));
  }
  if (relearned.length > 0) {
    const lines = relearned.map(
      (lesson) =>
        `- ${codeSpan(lesson.id)}: ${withCode(lesson.title)}<br>Learned ${lesson.after} after ${lesson.before
          .map((earlier) => codeSpan(earlier.id))
          .join(', ')}`,
    );
    blocks.push(`#### ${codeSpan(id)}: ${count(relearned.length, 'lesson')} learned again`, lines.join('\n'));
  }
  if (similar.length > 0) {
    blocks.push(`#### ${codeSpan(id)}: seen before?`, similar.map(withReasons).join('\n'));
  }
  if (offered.length > 0) {
    const lines = offered.map(
      (lesson) =>
        `- ${codeSpan(lesson.id)}: ${withCode(lesson.title)} (${lesson.from.map(codeSpan).join(', ')})`,
    );
    blocks.push('Lessons that these have taught; do they hold here too?', lines.join('\n'));
  }
  return blocks;
}

function withReasons({ id, title, reasons }: ReviewedPostmortem['similar'][number]): string {
  return `- ${codeSpan(id)}: ${withCode(title)}<br>${reasons.map(withCode).join('; ')}`;
}

function aboutRun({ address, hasPreview }: RunPage): string {
  return hasPreview
    ? `The pages as they would be: download \`preview\` from [this run](${address}).`
    : `No pages were built; [this run](${address}) says why.`;
}

/** @param heading how a heading is set off */
export function relatedForTerminal(
  { duplicates, similar, relearned, offered }: ReviewedPostmortem,
  heading: (text: string) => string = (text) => text,
): string {
  const reasoned = ({ id, title, reasons }: ReviewedPostmortem['similar'][number]) =>
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

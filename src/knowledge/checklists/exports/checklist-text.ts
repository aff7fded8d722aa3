/** Formats a checklist as plain text of at most 78 columns, for a terminal, an email or a ticket. */
import { describeDestructiveStep } from '../../schema/procedure-marks.ts';
import { toPlainText } from '../../source/inline/plain-text.ts';
import { toPrintedText } from '../../source/inline/printed-runs.ts';
import type { Block, Checklist, Item, OmittedItem } from '../checklist.ts';
import {
  describeAttempt,
  describeAudience,
  describeItemEvidence,
  describeMaintenance,
  describeOverdue,
  describeSources,
  describeVersion,
  describeWarnings,
  formatBlockTitle,
  formatItemText,
  groupOmitted,
  MODE_MEANINGS,
  MODE_NAMES,
  OMITTED_HEADING,
  SIGNALS_HEADING,
  TRIED_HEADING,
} from '../checklist-wording.ts';
import { wrapText } from '../print/wrap-text.ts';

const MAX_COLUMNS = 78;

export function formatChecklistText(checklist: Checklist): string {
  const { title, objective, mode, signals, tried, blocks, completion, address } = checklist;
  const parts: string[][] = [
    [
      ...formatHeading(title, '='),
      ...formatSentence(objective),
      ...formatSentence(describeAudience(checklist)),
    ],
    mode === 'mixed' ? [] : formatParagraph(`${MODE_NAMES[mode]}: ${MODE_MEANINGS[mode]}`),
    describeWarnings(checklist).flatMap((warning) => formatSentence(warning)),
    signals.length > 0
      ? [SIGNALS_HEADING, ...signals.flatMap((signal) => formatParagraph(`“${signal}”`, '- ', '  '))]
      : [],
    tried.length > 0
      ? [TRIED_HEADING, ...tried.flatMap((attempt) => formatSentence(describeAttempt(attempt), '- ', '  '))]
      : [],
    ...blocks.map((block) => formatBlock(block, mode)),
    formatSentence(completion, '[ ] ', '    '),
    formatOmitted(checklist),
    [
      '-'.repeat(MAX_COLUMNS),
      ...formatParagraph(describeOverdue(checklist)),
      ...formatSentence(describeSources(checklist)),
      ...formatParagraph(describeVersion(checklist)),
      ...formatParagraph(describeMaintenance(checklist)),
      address,
    ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function formatBlock(block: Block, mode: Checklist['mode']): string[] {
  return [...formatHeading(formatBlockTitle(block, mode), '-'), ...block.items.flatMap(formatItem)];
}

function formatOmitted(checklist: Checklist): string[] {
  if (checklist.omitted.length === 0) return [];
  return [
    ...formatHeading(OMITTED_HEADING, '-'),
    ...groupOmitted(checklist).flatMap(({ why, items }) => [
      ...formatSentence(`${why}:`),
      ...items.flatMap((item) => formatSentence(formatOmittedItem(item), '- ', '  ')),
    ]),
  ];
}

function formatOmittedItem(item: OmittedItem): string {
  return item.expect === undefined ? formatItemText(item) : `${formatItemText(item)}. Expect: ${item.expect}`;
}

function formatItem(item: Item): string[] {
  const { number, expect, code, onlyIf, generalPractice } = item;
  const depth = '    '.repeat((number?.split('.').length ?? 1) - 1);
  const inner = `${depth}    `;
  const condition = onlyIf === undefined ? '' : `${describeDestructiveStep(onlyIf)} `;
  return [
    ...formatSentence(
      `${number ? `${number} ` : ''}${condition}${formatItemText(item)}`,
      `${depth}[ ] `,
      inner,
    ),
    ...(expect === undefined ? [] : formatSentence(`Expect: ${expect}`, inner, inner)),
    // Commands are never wrapped, so that they can be copied.
    ...code.flatMap(({ text: command, where }) => [
      ...(where ? formatSentence(`(${where})`, inner, inner) : []),
      ...command.split('\n').map((line) => `${inner}  ${line}`),
    ]),
    ...formatSentence(describeItemEvidence(item), inner, inner),
    ...(generalPractice ? [`${inner}${generalPractice.url}`] : []),
  ];
}

/** Formats text with inline Markdown. */
function formatSentence(sentence: string, first = '', rest = ''): string[] {
  return formatParagraph(toPrintedText(sentence), first, rest);
}

function formatHeading(sentence: string, underline: string): string[] {
  const title = toPlainText(sentence);
  return [title, underline.repeat(Math.min(MAX_COLUMNS, title.length))];
}

/** Wraps text into lines of at most 78 characters, the first indented with `first`, the others with `rest`. */
function formatParagraph(text: string, first = '', rest = ''): string[] {
  if (text === '') return [];
  const lines = wrapText(
    text.replace(/\s+/g, ' '),
    MONOSPACE_STYLE,
    MAX_COLUMNS - rest.length,
    (part) => part.length,
  );
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`);
}

const MONOSPACE_STYLE = { weight: 'regular', size: 1, leading: 1 } as const;

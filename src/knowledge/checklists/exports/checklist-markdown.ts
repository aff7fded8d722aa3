/** Formats a checklist as Markdown with task-list boxes, for an issue or a chat. */
import { describeDestructiveStep } from '../../schema/procedure-marks.ts';
import { resolveAddress } from '../../source/addresses.ts';
import { escapeInline, formatInline } from '../../source/inline/format-inline.ts';
import type { Block, Checklist, Item } from '../checklist.ts';
import {
  describeAttempt,
  describeCutItemsWithPointer,
  describeEvidence,
  describeMaintenance,
  describeOverdue,
  describeSources,
  describeVersion,
  describeWarnings,
  formatBlockTitle,
  MODE_MEANINGS,
  MODE_NAMES,
  SIGNALS_HEADING,
  TRIED_HEADING,
} from '../checklist-wording.ts';

type FormatSentence = (sentence: string, options?: { readonly strong?: true }) => string;

export function formatChecklistMarkdown(checklist: Checklist): string {
  const { title, objective, mode, signals, tried, blocks, completion, site } = checklist;
  const resolve = (href: string) => resolveAddress(href, site);
  const format: FormatSentence = (sentence, options) => formatInline(sentence, { ...options, resolve });
  const parts = [
    `# ${format(title)}`,
    format(objective),
    mode === 'mixed' ? '' : `**${MODE_NAMES[mode]}.** ${MODE_MEANINGS[mode]}`,
    ...describeWarnings(checklist).map((warning) => format(warning, { strong: true })),
    signals.length > 0
      ? `${SIGNALS_HEADING}:\n\n${formatBullets(signals.map((signal) => `“${escapeInline(signal)}”`))}`
      : '',
    tried.length > 0
      ? `${TRIED_HEADING}:\n\n${formatBullets(tried.map((attempt) => format(describeAttempt(attempt))))}`
      : '',
    ...blocks.map((block) => formatBlock(block, mode, format)),
    `- [ ] ${format(completion)}`,
    formatFooter(checklist, format),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function formatBlock(block: Block, mode: Checklist['mode'], format: FormatSentence): string {
  return [
    `## ${format(formatBlockTitle(block, mode))}`,
    block.items.map((item) => formatItem(item, format)).join('\n'),
    describeCutItemsWithPointer(block),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function formatItem({ number, text, expect, code, evidence, onlyIf }: Item, format: FormatSentence): string {
  const depth = (number?.split('.').length ?? 1) - 1;
  const condition = onlyIf === undefined ? '' : `${describeDestructiveStep(onlyIf)} `;
  const lines = [
    `- [ ] ${format(`${number ? `${number} ` : ''}${condition}${text}`, { strong: true })}`,
    ...(expect === undefined ? [] : [`  Expect: ${format(expect)}`]),
    ...(evidence.length > 0 ? [`  Evidence: ${format(describeEvidence(evidence))}`] : []),
    ...code.flatMap(({ text: command, where }) => [
      ...(where ? ['', `  Where: ${format(where)}`] : []),
      '',
      ...fenceCode(command).map((line) => `  ${line}`),
    ]),
  ];
  // Two spaces at the end are a line break inside the item.
  const withBreaks = lines.map((line, index) =>
    isProse(lines[index + 1]) && line !== '' ? `${line}  ` : line,
  );
  return withBreaks.map((line) => `${'  '.repeat(depth)}${line}`.replace(/^\s+$/, '')).join('\n');
}

function isProse(line: string | undefined): boolean {
  return line !== undefined && /^ {2}(?:Expect|Evidence): /.test(line);
}

/** Puts code between fences that are longer than any run of backticks inside. */
function fenceCode(code: string): string[] {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...code.split('\n'), fence];
}

function formatFooter(checklist: Checklist, format: FormatSentence): string {
  const overdue = describeOverdue(checklist);
  return [
    '---',
    '',
    ...(overdue ? [`**${escapeInline(overdue)}**`, ''] : []),
    [
      format(describeSources(checklist)),
      escapeInline(describeVersion(checklist)),
      escapeInline(describeMaintenance(checklist)),
      `<${checklist.address}>`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  ].join('\n');
}

function formatBullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

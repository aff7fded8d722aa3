/** Formats a checklist as Markdown with task-list boxes, for an issue or a chat. */
import { describeDestructiveStep } from '../../schema/procedure-marks.ts';
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

export function formatChecklistMarkdown(checklist: Checklist): string {
  const { title, objective, mode, signals, tried, blocks, completion } = checklist;
  const parts = [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(objective),
    mode === 'mixed' ? '' : `**${MODE_NAMES[mode]}.** ${MODE_MEANINGS[mode]}`,
    ...describeWarnings(checklist).map((warning) => `**${escapeMarkdown(warning)}**`),
    signals.length > 0
      ? `${SIGNALS_HEADING}:\n\n${formatBullets(signals.map((signal) => `“${escapeMarkdown(signal)}”`))}`
      : '',
    tried.length > 0
      ? `${TRIED_HEADING}:\n\n${formatBullets(tried.map((attempt) => escapeMarkdown(describeAttempt(attempt))))}`
      : '',
    ...blocks.map((block) => formatBlock(block, mode)),
    `- [ ] ${escapeMarkdown(completion)}`,
    formatFooter(checklist),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function formatBlock(block: Block, mode: Checklist['mode']): string {
  return [
    `## ${escapeMarkdown(formatBlockTitle(block, mode))}`,
    block.items.map(formatItem).join('\n'),
    describeCutItemsWithPointer(block),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function formatItem({ number, text, expect, code, evidence, onlyIf }: Item): string {
  const depth = (number?.split('.').length ?? 1) - 1;
  const condition = onlyIf === undefined ? '' : `${describeDestructiveStep(onlyIf)} `;
  const lines = [
    `- [ ] **${number ? `${number} ` : ''}${escapeMarkdown(`${condition}${text}`)}**`,
    ...(expect === undefined ? [] : [`  Expect: ${escapeMarkdown(expect)}`]),
    ...(evidence.length > 0 ? [`  Evidence: ${escapeMarkdown(describeEvidence(evidence))}`] : []),
    ...code.flatMap(({ text: command, where }) => [
      ...(where ? ['', `  Where: ${escapeMarkdown(where)}`] : []),
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

function formatFooter(checklist: Checklist): string {
  const overdue = describeOverdue(checklist);
  return [
    '---',
    '',
    ...(overdue ? [`**${escapeMarkdown(overdue)}**`, ''] : []),
    [
      escapeMarkdown(describeSources(checklist)),
      escapeMarkdown(describeVersion(checklist)),
      escapeMarkdown(describeMaintenance(checklist)),
      `<${checklist.address}>`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  ].join('\n');
}

function formatBullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Escapes the characters that Markdown would read as markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~@]/g, '\\$&');
}

/** Formats a checklist as Markdown with task-list boxes, for an issue or a chat. */
import { describeDestructiveStep } from '../../schema/procedure-marks.ts';
import { resolveAddress } from '../../source/addresses.ts';
import { escapeInline, formatInline } from '../../source/inline/format-inline.ts';
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

type FormatSentence = (sentence: string, options?: { readonly strong?: true }) => string;

export function formatChecklistMarkdown(checklist: Checklist): string {
  const { title, objective, mode, signals, tried, blocks, completion, site } = checklist;
  const resolve = (href: string) => resolveAddress(href, site);
  const format: FormatSentence = (sentence, options) => formatInline(sentence, { ...options, resolve });
  const parts = [
    `# ${format(title)}`,
    format(objective),
    format(describeAudience(checklist)),
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
    ...formatOmitted(checklist, format),
    formatFooter(checklist, format),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function formatBlock(block: Block, mode: Checklist['mode'], format: FormatSentence): string {
  const title = `## ${format(formatBlockTitle(block, mode))}`;
  return [title, block.items.map((item) => formatItem(item, format)).join('\n')].join('\n\n');
}

function formatOmitted(checklist: Checklist, format: FormatSentence): string[] {
  if (checklist.omitted.length === 0) return [];
  const groups = groupOmitted(checklist).flatMap(({ why, items }) => [
    `${format(why)}:`,
    formatBullets(items.map((item) => formatOmittedItem(item, format))),
  ]);
  return [`## ${OMITTED_HEADING}`, ...groups];
}

function formatOmittedItem(item: OmittedItem, format: FormatSentence): string {
  const text = format(formatItemText(item));
  return item.expect === undefined ? text : `${text}. Expect: ${format(item.expect)}`;
}

function formatItem(item: Item, format: FormatSentence): string {
  const { number, expect, code, onlyIf } = item;
  const depth = (number?.split('.').length ?? 1) - 1;
  const condition = onlyIf === undefined ? '' : `${describeDestructiveStep(onlyIf)} `;
  const text = [
    `- [ ] ${format(`${number ? `${number} ` : ''}${condition}${formatItemText(item)}`, { strong: true })}`,
    ...(expect === undefined ? [] : [`  Expect: ${format(expect)}`]),
    ...formatEvidence(item, format).map((line) => `  ${line}`),
  ];
  const lines = [
    // Two spaces at the end are a line break inside the item.
    ...text.map((line, index) => (index < text.length - 1 ? `${line}  ` : line)),
    ...code.flatMap(({ text: command, where }) => [
      ...(where ? ['', `  Where: ${format(where)}`] : []),
      '',
      ...fenceCode(command).map((line) => `  ${line}`),
    ]),
  ];
  return lines.map((line) => `${'  '.repeat(depth)}${line}`.replace(/^\s+$/, '')).join('\n');
}

function formatEvidence(item: Item, format: FormatSentence): string[] {
  if (item.generalPractice) {
    const { title, url } = item.generalPractice;
    return [`General practice: [${escapeInline(title)}](<${url}>)`];
  }
  const evidence = describeItemEvidence(item);
  return evidence ? [format(evidence)] : [];
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

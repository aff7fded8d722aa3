/** A checklist as Markdown with task-list boxes, for an issue or a chat. */
import { type Block, type Checklist, type Item, MODE_MEANINGS, MODE_NAMES } from '../checklist.ts';
import {
  describeAttempt,
  describeEvidence,
  describeOverdue,
  describeRevision,
  describeSources,
} from '../checklist-wording.ts';

export function formatChecklistMarkdown(checklist: Checklist): string {
  const { title, objective, mode, signals, tried, blocks, completion } = checklist;
  const parts = [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(objective),
    mode === 'mixed' ? '' : `**${MODE_NAMES[mode]}.** ${MODE_MEANINGS[mode]}`,
    signals.length > 0
      ? `Use it when you see:\n\n${formatBullets(signals.map((signal) => `“${escapeMarkdown(signal)}”`))}`
      : '',
    tried.length > 0
      ? `Tried before, without the help that was hoped for:\n\n${formatBullets(tried.map((one) => escapeMarkdown(describeAttempt(one))))}`
      : '',
    ...blocks.map((block) => formatBlock(block, mode)),
    `- [ ] ${escapeMarkdown(completion)}`,
    formatFooter(checklist),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function formatBlock(block: Block, mode: Checklist['mode']): string {
  const heading = mode === 'mixed' ? `${block.title} · ${MODE_NAMES[block.mode]}` : block.title;
  const cut = block.cut.length > 0 ? [`${block.cut.length} more did not fit; see the page.`] : [];
  return [`## ${escapeMarkdown(heading)}`, block.items.map(formatItem).join('\n'), ...cut].join('\n\n');
}

function formatItem({ number, text, expect, code, evidence }: Item): string {
  const depth = (number?.split('.').length ?? 1) - 1;
  const lines = [
    `- [ ] **${number ? `${number} ` : ''}${escapeMarkdown(text)}**`,
    ...(expect === undefined ? [] : [`  Expect: ${escapeMarkdown(expect)}`]),
    ...(evidence.length > 0 ? [`  Evidence: ${escapeMarkdown(describeEvidence(evidence))}`] : []),
    ...code.flatMap(({ text: command, where }) => [
      ...(where ? ['', `  Where: ${escapeMarkdown(where)}`] : []),
      '',
      ...fenceCode(command).map((line) => `  ${line}`),
    ]),
  ];
  // Two spaces at the end break the line without ending the item.
  const broken = lines.map((line, index) => (isProse(lines[index + 1]) && line !== '' ? `${line}  ` : line));
  return broken.map((line) => `${'  '.repeat(depth)}${line}`.replace(/^\s+$/, '')).join('\n');
}

function isProse(line: string | undefined): boolean {
  return line !== undefined && /^ {2}(?:Expect|Evidence): /.test(line);
}

/** A fence longer than any run of backticks inside. */
function fenceCode(code: string): string[] {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...code.split('\n'), fence];
}

function formatFooter(checklist: Checklist): string {
  const { version, owner, reviewBy, address } = checklist;
  const overdue = describeOverdue(checklist);
  return [
    '---',
    '',
    ...(overdue ? [`**${escapeMarkdown(overdue)}**`, ''] : []),
    [
      escapeMarkdown(describeSources(checklist)),
      `Version ${version}`,
      escapeMarkdown(describeRevision(checklist)),
      owner ? `Owner: ${escapeMarkdown(owner)}` : '',
      reviewBy ? `Review by: ${escapeMarkdown(reviewBy.date)}` : '',
      `<${address}>`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  ].join('\n');
}

function formatBullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** What is content and not markup: characters that Markdown would read are kept from it. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~@]/g, '\\$&');
}

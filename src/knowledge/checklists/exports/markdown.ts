/** A checklist as Markdown with task-list boxes, for an issue or a chat. */
import { type Block, type Checklist, type Item, MODE_MEANINGS, MODE_NAMES } from '../checklist.ts';
import {
  describeEvidence,
  describeOverdue,
  describeRevision,
  describeSources,
  describeTried,
} from '../wording.ts';

export function checklistMarkdown(checklist: Checklist): string {
  const { title, objective, mode, signals, tried, blocks, completion } = checklist;
  const parts = [
    `# ${escaped(title)}`,
    escaped(objective),
    mode === 'mixed' ? '' : `**${MODE_NAMES[mode]}.** ${MODE_MEANINGS[mode]}`,
    signals.length > 0
      ? `Use it when you see:\n\n${bullets(signals.map((signal) => `“${escaped(signal)}”`))}`
      : '',
    tried.length > 0
      ? `Tried before, without the help that was hoped for:\n\n${bullets(tried.map((one) => escaped(describeTried(one))))}`
      : '',
    ...blocks.map((block) => blockMarkdown(block, mode)),
    `- [ ] ${escaped(completion)}`,
    footer(checklist),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockMarkdown(block: Block, mode: Checklist['mode']): string {
  const heading = mode === 'mixed' ? `${block.title} · ${MODE_NAMES[block.mode]}` : block.title;
  const cut = block.cut.length > 0 ? [`${block.cut.length} more did not fit; see the page.`] : [];
  return [`## ${escaped(heading)}`, block.items.map(itemMarkdown).join('\n'), ...cut].join('\n\n');
}

function itemMarkdown({ number, text, expect, code, evidence }: Item): string {
  const depth = (number?.split('.').length ?? 1) - 1;
  const lines = [
    `- [ ] **${number ? `${number} ` : ''}${escaped(text)}**`,
    ...(expect === undefined ? [] : [`  Expect: ${escaped(expect)}`]),
    ...(evidence.length > 0 ? [`  Evidence: ${escaped(describeEvidence(evidence))}`] : []),
    ...code.flatMap(({ text: command, where }) => [
      ...(where ? ['', `  Where: ${escaped(where)}`] : []),
      '',
      ...fenced(command).map((line) => `  ${line}`),
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
function fenced(code: string): string[] {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...code.split('\n'), fence];
}

function footer(checklist: Checklist): string {
  const { version, owner, reviewBy, address } = checklist;
  const overdue = describeOverdue(checklist);
  return [
    '---',
    '',
    ...(overdue ? [`**${escaped(overdue)}**`, ''] : []),
    [
      escaped(describeSources(checklist)),
      `Version ${version}`,
      escaped(describeRevision(checklist)),
      owner ? `Owner: ${escaped(owner)}` : '',
      reviewBy ? `Review by: ${escaped(reviewBy.date)}` : '',
      `<${address}>`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  ].join('\n');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** What is content and not markup: characters that Markdown would read are kept from it. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~@]/g, '\\$&');
}

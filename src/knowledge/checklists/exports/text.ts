/** A checklist as plain text of at most 78 columns, for a terminal, a mail or a ticket. */
import { type Block, type Checklist, type Item, MODE_MEANINGS, MODE_NAMES } from '../checklist.ts';
import { wrap } from '../print/wrap.ts';
import {
  describeEvidence,
  describeOverdue,
  describeRevision,
  describeSources,
  describeTried,
} from '../wording.ts';

const WIDTH = 78;

export function checklistText(checklist: Checklist): string {
  const { title, objective, mode, signals, tried, blocks, completion, version, owner, reviewBy, address } =
    checklist;
  const parts: string[][] = [
    [title, '='.repeat(Math.min(WIDTH, title.length)), ...filled(objective)],
    mode === 'mixed' ? [] : filled(`${MODE_NAMES[mode]}: ${MODE_MEANINGS[mode]}`),
    signals.length > 0
      ? ['Use it when you see', ...signals.flatMap((signal) => filled(`“${signal}”`, '- ', '  '))]
      : [],
    tried.length > 0
      ? [
          'Tried before, without the help that was hoped for',
          ...tried.flatMap((one) => filled(describeTried(one), '- ', '  ')),
        ]
      : [],
    ...blocks.map((block) => blockText(block, mode)),
    filled(completion, '[ ] ', '    '),
    [
      '-'.repeat(WIDTH),
      ...filled(describeOverdue(checklist)),
      ...filled(describeSources(checklist)),
      ...filled(`Version ${version} · ${describeRevision(checklist)}`),
      ...filled(
        [owner && `Owner: ${owner}`, reviewBy && `Review by: ${reviewBy.date}`].filter(Boolean).join(' · '),
      ),
      address,
    ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function blockText(block: Block, mode: Checklist['mode']): string[] {
  const title = mode === 'mixed' ? `${block.title} · ${MODE_NAMES[block.mode]}` : block.title;
  const cut = block.cut.length > 0 ? ['', `${block.cut.length} more did not fit; see the page.`] : [];
  return [title, '-'.repeat(Math.min(WIDTH, title.length)), ...block.items.flatMap(itemText), ...cut];
}

function itemText({ number, text, expect, code, evidence }: Item): string[] {
  const depth = '    '.repeat((number?.split('.').length ?? 1) - 1);
  const inner = `${depth}    `;
  return [
    ...filled(`${number ? `${number} ` : ''}${text}`, `${depth}[ ] `, inner),
    ...(expect === undefined ? [] : filled(`Expect: ${expect}`, inner, inner)),
    // Commands are never broken: they are copied.
    ...code.flatMap(({ text: command, where }) => [
      ...(where ? filled(`(${where})`, inner, inner) : []),
      ...command.split('\n').map((line) => `${inner}  ${line}`),
    ]),
    ...filled(describeEvidence(evidence), inner, inner),
  ];
}

/** Lines of at most 78 characters, the first begun with `first`, the others with `rest`. */
function filled(text: string, first = '', rest = ''): string[] {
  if (text === '') return [];
  const lines = wrap(text.replace(/\s+/g, ' '), COLUMNS, WIDTH - rest.length, (part) => part.length);
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`);
}

const COLUMNS = { weight: 'regular', size: 1, leading: 1 } as const;

/** Draws the block of one pause point: its title below a rule, and its items with their boxes. */
import { MAX_REPEATS } from '../knowledge/checklists/checklist.ts';
import type { MeasuredBlock, MeasuredItem } from '../knowledge/checklists/print/checklist-measurer.ts';
import { CODE_INDENT, getHeight } from '../knowledge/checklists/print/checklist-measurer.ts';
import {
  BLOCK_GAP,
  BOX_SIZE,
  COLUMN_GAP,
  NAMES_HEIGHT,
  NUMBER_WIDTH,
  SEEN_WIDTH,
  STYLES,
} from '../knowledge/checklists/print/paper.ts';
import { drawBox, type Pen, toStyledLines, writeLines } from './pen.ts';

export function drawBlock(pen: Pen, block: MeasuredBlock): void {
  const gap = BLOCK_GAP * pen.scale;
  pen.document.drawRule(pen.left, pen.y + gap * 0.5, pen.width, 1.6);
  pen.y += gap * 0.7;
  writeLines(pen, 'H2', block.title);
  pen.y += gap * 0.3;
  const { repeats } = block.block;
  if (repeats !== undefined) drawNames(pen, repeats);
  const list = pen.document.pdf.struct('L');
  pen.part.add(list);
  for (const item of block.items) {
    const entry = pen.document.pdf.struct('LI');
    list.add(entry);
    const body = pen.document.pdf.struct('LBody');
    entry.add(body);
    drawItem({ ...pen, part: body }, item, repeats !== undefined);
    body.end();
    entry.end();
    pen.y += item.height;
  }
  list.end();
}

/** Draws a numbered line for the name of each machine. */
function drawNames(pen: Pen, repeats: string): void {
  const { document, left, width } = pen;
  const label = toFirstUpper(repeats);
  const style = STYLES.label;
  const y = pen.y + NAMES_HEIGHT - style.leading - 8;
  const start = left + document.measureWidth(label, style) + COLUMN_GAP / 2;
  const step = (left + width - start) / MAX_REPEATS;
  const places = REPEATS.map((number, index) => ({ number, x: start + index * step }));
  pen.part.add(
    document.pdf.struct('P', {}, () => {
      document.drawLines([label], style, left, y);
      for (const { number, x } of places) document.drawLines([number], style, x, y);
    }),
  );
  for (const { x } of places) document.drawRule(x + 8, y + style.leading - 1, step - 14, 0.6);
  pen.y += NAMES_HEIGHT;
}

/** Draws a box for each time at the end of the line, with its number in the corner. */
function drawRepeatBoxes(pen: Pen): void {
  const { document, left, width, y } = pen;
  const style = { ...STYLES.label, size: 5.5, leading: 7 };
  const step = (SEEN_WIDTH - BOX_SIZE) / (MAX_REPEATS - 1);
  for (const [index, number] of REPEATS.entries()) {
    const x = left + width - SEEN_WIDTH + index * step;
    drawBox(pen, x, y);
    pen.part.add(document.pdf.struct('P', {}, () => document.drawLines([number], style, x + 2, y + 1.5)));
  }
}

const REPEATS = Array.from({ length: MAX_REPEATS }, (_, index) => `${index + 1}`);

function toFirstUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Moves the pen, which has to be a copy: the caller moves its own by the height of the item. */
function drawItem(
  pen: Pen,
  { item, condition, text, expect, code, evidence, indent }: MeasuredItem,
  repeats: boolean,
): void {
  const { document, left, width } = pen;
  const x = left + indent;
  if (repeats) drawRepeatBoxes(pen);
  else drawBox(pen, left, pen.y + Math.max(0, (text.style.leading - BOX_SIZE) / 2));
  if (item.number !== undefined) {
    const number = toStyledLines(item.number, { ...text.style, weight: 'bold' });
    const { y } = pen;
    writeLines(pen, 'P', number, x - pen.scale * NUMBER_WIDTH);
    pen.y = y;
  }
  const seenAt = pen.y + getHeight(condition) + getHeight(text) + getHeight(expect);
  writeLines(pen, 'P', condition, x);
  writeLines(pen, 'P', text, x);
  writeLines(pen, 'P', expect, x);
  for (const lines of code) {
    const { y } = pen;
    writeLines(pen, 'Code', lines, x + CODE_INDENT);
    document.drawDecoration(() => {
      document.pdf
        .lineWidth(1.5)
        .moveTo(x + 1, y + 1)
        .lineTo(x + 1, pen.y - 1)
        .stroke('#000');
    });
  }
  writeLines(pen, 'P', evidence, x);
  if (item.expect === undefined || repeats) return;
  const style = STYLES.label;
  const seenX = left + width - SEEN_WIDTH;
  const label = 'Seen';
  pen.part.add(
    document.pdf.struct('P', {}, () => document.drawLines([label], style, seenX, seenAt - style.leading)),
  );
  const start = seenX + document.measureWidth(label, style) + 4;
  document.drawRule(start, seenAt - 1, left + width - start, 0.6);
}

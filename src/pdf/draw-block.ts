/** Draws the block of one pause point: its title below a rule, and its items with their boxes. */
import type { MeasuredBlock, MeasuredItem } from '../knowledge/checklists/print/checklist-measurer.ts';
import { CODE_INDENT, getHeight } from '../knowledge/checklists/print/checklist-measurer.ts';
import { BLOCK_GAP, BOX_GAP, BOX_SIZE, SEEN_WIDTH, STYLES } from '../knowledge/checklists/print/paper.ts';
import { drawBox, type Pen, toStyledLines, writeLines } from './pen.ts';

export function drawBlock(pen: Pen, block: MeasuredBlock): void {
  const gap = BLOCK_GAP * pen.scale;
  pen.document.drawRule(pen.left, pen.y + gap * 0.5, pen.width, 1.6);
  pen.y += gap * 0.7;
  writeLines(pen, 'H2', block.title);
  pen.y += gap * 0.3;
  const list = pen.document.pdf.struct('L');
  pen.part.add(list);
  for (const item of block.items) {
    const entry = pen.document.pdf.struct('LI');
    list.add(entry);
    const body = pen.document.pdf.struct('LBody');
    entry.add(body);
    drawItem({ ...pen, part: body }, item);
    body.end();
    entry.end();
    pen.y += item.height;
  }
  list.end();
}

/** Moves the pen, which has to be a copy: the caller moves its own by the height of the item. */
function drawItem(pen: Pen, { item, condition, text, expect, code, evidence, indent }: MeasuredItem): void {
  const { document, left, width } = pen;
  const x = left + indent;
  drawBox(pen, left, pen.y + Math.max(0, (text.style.leading - BOX_SIZE) / 2));
  if (item.number !== undefined) {
    const number = toStyledLines(item.number, { ...text.style, weight: 'bold' });
    const { y } = pen;
    writeLines(pen, 'P', number, left + BOX_SIZE + BOX_GAP);
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
  if (item.expect === undefined) return;
  const style = STYLES.label;
  const seenX = left + width - SEEN_WIDTH;
  const label = 'Seen';
  pen.part.add(
    document.pdf.struct('P', {}, () => document.drawLines([label], style, seenX, seenAt - style.leading)),
  );
  const start = seenX + document.measureWidth(label, style) + 4;
  document.drawRule(start, seenAt - 1, left + width - start, 0.6);
}

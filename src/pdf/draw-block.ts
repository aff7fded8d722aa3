/** Draws what is gone through at one pause point: its title between rules, and its items with their boxes. */
import type { MeasuredBlock, MeasuredItem } from '../knowledge/checklists/print/measured.ts';
import { CODE_INDENT, heightOf } from '../knowledge/checklists/print/measured.ts';
import { BLOCK_GAP, BOX, BOX_GAP, SEEN_WIDTH, STYLES } from '../knowledge/checklists/print/paper.ts';
import { drawBox, type Pen, write } from './pen.ts';

export function drawBlock(pen: Pen, block: MeasuredBlock): void {
  const gap = BLOCK_GAP * pen.scale;
  pen.document.rule(pen.left, pen.y + gap * 0.5, pen.width, 1.6);
  pen.y += gap * 0.7;
  write(pen, 'H2', block.title);
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
  write(pen, 'P', block.cut);
}

/** The pen is a copy: the block moves its own by the item's height. */
function drawItem(pen: Pen, { item, text, expect, code, evidence, indent }: MeasuredItem): void {
  const { document, left, width } = pen;
  const x = left + indent;
  drawBox(pen, left, pen.y + Math.max(0, (text.style.leading - BOX) / 2));
  if (item.number !== undefined) {
    const number = { lines: [item.number], style: { ...text.style, weight: 'bold' as const } };
    const { y } = pen;
    write(pen, 'P', number, left + BOX + BOX_GAP);
    pen.y = y;
  }
  const seenAt = pen.y + heightOf(text) + heightOf(expect);
  write(pen, 'P', text, x);
  write(pen, 'P', expect, x);
  for (const lines of code) {
    const { y } = pen;
    write(pen, 'Code', lines, x + CODE_INDENT);
    document.decoration(() => {
      document.pdf
        .lineWidth(1.5)
        .moveTo(x + 1, y + 1)
        .lineTo(x + 1, pen.y - 1)
        .stroke('#000');
    });
  }
  write(pen, 'P', evidence, x);
  if (item.expect === undefined) return;
  const style = STYLES.label;
  const seenX = left + width - SEEN_WIDTH;
  const label = 'Seen';
  pen.part.add(
    document.pdf.struct('P', {}, () => document.lines([label], style, seenX, seenAt - style.leading)),
  );
  const start = seenX + document.widthOf(label, style) + 4;
  document.rule(start, seenAt - 1, left + width - start, 0.6);
}

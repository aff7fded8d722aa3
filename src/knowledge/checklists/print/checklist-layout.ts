/**
 * A list on paper: which blocks stand on which sheet, at which scale, and every line of text. Pure: with the
 * widths of real fonts it is what the PDF draws; with estimated ones it is where the printed page breaks.
 */
import type { Checklist } from '../checklist.ts';
import { describeOverdue, describeRevision, describeSources } from '../checklist-wording.ts';
import { ChecklistMeasurer, getHeight, type MeasuredBlock, type StyledLines } from './checklist-measurer.ts';
import { fillSheets } from './fill-sheets.ts';
import { BOX_GAP, BOX_SIZE, COLUMN_GAP, MARGIN, QR_SIZE } from './paper.ts';
import type { MeasureWidth } from './wrap-text.ts';

export interface SheetHeader {
  readonly mode: string;
  readonly title: StyledLines;
  readonly objective: StyledLines;
  readonly signals: StyledLines;
  readonly tried: StyledLines;
  readonly height: number;
}

export interface SheetFooter {
  readonly warning: StyledLines;
  readonly lines: StyledLines;
  readonly height: number;
}

export interface Sheet {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  readonly header: SheetHeader;
  readonly blocks: readonly MeasuredBlock[];
  /** The completion line, or on which sheet it goes on. */
  readonly closing: StyledLines;
  readonly footer: SheetFooter;
}

export interface ChecklistLayout {
  /** More than 1 where there is room for larger words, less where they had to be made smaller. */
  readonly scale: number;
  readonly sheets: readonly Sheet[];
}

/**
 * The largest words with which the fewest sheets are needed: a short list can be read from further away,
 * a long one saves a sheet, but no words get so small that they are hard to read.
 */
const SCALES = [1.25, 1.12, 1, 0.94, 0.88];
/** Only where a pause point would be torn apart otherwise. */
const FALLBACK_SCALES = [0.82, 0.76];

export function layoutChecklist(
  checklist: Checklist,
  paper: { readonly width: number; readonly height: number },
  widthOf: MeasureWidth,
): ChecklistLayout {
  const width = paper.width - 2 * MARGIN;
  const height = paper.height - 2 * MARGIN;
  const attempts = SCALES.map((scale) =>
    tryScale(checklist, new ChecklistMeasurer(widthOf, width, scale), height, scale),
  );
  const whole = attempts.filter(({ hasSplitBlock: torn }) => !torn);
  const fewest = Math.min(...whole.map(({ sheets }) => sheets.length));
  const best = whole.find(({ sheets }) => sheets.length === fewest);
  if (best) return best;
  const small = FALLBACK_SCALES.map((scale) =>
    tryScale(checklist, new ChecklistMeasurer(widthOf, width, scale), height, scale),
  );
  return (
    small.find(({ hasSplitBlock: torn }) => !torn) ??
    tryScale(checklist, new ChecklistMeasurer(widthOf, width, 1), height, 1)
  );
}

interface LayoutAttempt extends ChecklistLayout {
  /** A block had to be cut between two of its items. */
  readonly hasSplitBlock: boolean;
}

function tryScale(
  checklist: Checklist,
  measure: ChecklistMeasurer,
  height: number,
  scale: number,
): LayoutAttempt {
  const first = createHeader(checklist, measure, true);
  const rest = createHeader(checklist, measure, false);
  // The footer keeps its size: nobody reads it from across a room.
  const footer = createFooter(checklist, measure.withoutScaling());
  const last = measure.wrapLines(checklist.completion, 'completion', measure.width - BOX_SIZE - BOX_GAP);
  const fixed = footer.height + getHeight(last) + measure.scaleLength(CLOSING_GAP);
  const room = height - fixed - rest.height;
  const firstRoom = height - fixed - first.height;
  const measured = checklist.blocks.map((block) => measure.measureBlock(block, checklist.mode));
  const torn = measured.some((block, index) => block.height > (index === 0 ? firstRoom : room));
  const blocks = measured.flatMap((block, index) => splitBlock(block, index === 0 ? firstRoom : room));
  // The first sheet has less room by what its header is higher: that much is added to its first block.
  const heights = blocks.map(({ height: own }, index) => own + (index === 0 ? room - firstRoom : 0));
  const places = fillSheets(heights, room);
  const sheets = (places.length > 0 ? places : [[]]).map((indices, index, all): Sheet => {
    const next = blocks[all[index + 1]?.[0] ?? -1];
    return {
      number: index + 1,
      total: all.length,
      header: index === 0 ? first : rest,
      blocks: indices.flatMap((place) => blocks[place] ?? []),
      closing: next
        ? measure.wrapLines(
            `Goes on with sheet ${index + 2} of ${all.length}: ${next.block.title}`,
            'completion',
          )
        : last,
      footer,
    };
  });
  return { scale, sheets, hasSplitBlock: torn };
}

/** Above the completion line. */
export const CLOSING_GAP = 14;

/** A block that is higher than a sheet, cut between items; each part says what it is a part of. */
function splitBlock(block: MeasuredBlock, room: number): MeasuredBlock[] {
  if (block.height <= room || block.items.length < 2) return [block];
  const overhead = block.height - block.items.reduce((sum, { height }) => sum + height, 0);
  const parts = fillSheets(
    block.items.map(({ height }) => height),
    room - overhead,
  );
  return parts.map((indices, index) => {
    const items = indices.flatMap((place) => block.items[place] ?? []);
    const isLast = index === parts.length - 1;
    const title = {
      ...block.title,
      lines: index === 0 ? block.title.lines : markContinued(block.title.lines),
    };
    return {
      ...block,
      title,
      items,
      cut: isLast ? block.cut : { ...block.cut, lines: [] },
      height: overhead + items.reduce((sum, { height }) => sum + height, 0),
    };
  });
}

function markContinued(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line} (continued)` : line));
}

/** The badge, its gap and the line for who and when. */
export const HEADER_HEIGHTS = { badge: 20, afterTitle: 3, fillIn: 30, label: 12, gap: 6 };

function createHeader(checklist: Checklist, measure: ChecklistMeasurer, isFirst: boolean): SheetHeader {
  const none = measure.wrapLines('', 'objective');
  const title = measure.wrapLines(checklist.title, 'title');
  const objective = isFirst ? measure.wrapLines(checklist.objective, 'objective') : none;
  const signals = isFirst
    ? measure.wrapLines(checklist.signals.map((signal) => `“${signal}”`).join('\n'), 'signal')
    : none;
  const tried = isFirst ? measure.measureAttempts(checklist) : none;
  const labelled = [signals, tried].filter(({ lines }) => lines.length > 0);
  const labels = labelled.length * measure.scaleLength(HEADER_HEIGHTS.label + HEADER_HEIGHTS.gap);
  const parts = [title, objective, signals, tried].reduce((sum, lines) => sum + getHeight(lines), 0);
  const height =
    measure.scaleLength(HEADER_HEIGHTS.badge + HEADER_HEIGHTS.afterTitle) +
    parts +
    labels +
    HEADER_HEIGHTS.fillIn;
  return { mode: checklist.mode, title, objective, signals, tried, height };
}

function createFooter(checklist: Checklist, measure: ChecklistMeasurer): SheetFooter {
  const width = measure.width - QR_SIZE - COLUMN_GAP;
  const warning = measure.wrapLines(describeOverdue(checklist), 'warning', width);
  const text = [
    describeSources(checklist),
    `Version ${checklist.version} · ${describeRevision(checklist)}`,
    `Owner: ${checklist.owner ?? BLANK_LINE} · Review by: ${checklist.reviewBy?.date ?? BLANK_LINE}`,
    checklist.address,
  ];
  const lines = measure.wrapLines(text.filter((line) => line !== '').join('\n'), 'footer', width);
  return { warning, lines, height: Math.max(QR_SIZE, getHeight(warning) + getHeight(lines)) + FOOTER_GAP };
}

/** Where nobody has set it, it can be written in. */
const BLANK_LINE = '____________________';

/** Above the rule of the footer, and below it. */
export const FOOTER_GAP = 22;

/** Lays a checklist out for a PDF: the scale, the blocks of each sheet, and every line of text. */
import type { Checklist } from '../checklist.ts';
import {
  describeAudience,
  describeContinuation,
  describeMaintenance,
  describeOmittedCount,
  describeOverdue,
  describeSources,
  describeVersion,
  describeWarnings,
} from '../checklist-wording.ts';
import { ChecklistMeasurer, getHeight, type MeasuredBlock, type StyledLines } from './checklist-measurer.ts';
import { fillSheets } from './fill-sheets.ts';
import { BOX_GAP, BOX_SIZE, COLUMN_GAP, MARGIN, QR_SIZE } from './paper.ts';
import type { Line, MeasureWidth } from './wrap-text.ts';

interface SheetHeader {
  readonly mode: string;
  readonly title: StyledLines;
  readonly objective: StyledLines;
  readonly warnings: StyledLines;
  readonly audience: StyledLines;
  readonly signals: StyledLines;
  readonly tried: StyledLines;
  readonly height: number;
}

interface SheetFooter {
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
  /** The completion line, or the page that it continues on. */
  readonly closing: StyledLines;
  readonly footer: SheetFooter;
}

export interface ChecklistLayout {
  /** More than 1 if there is room for larger text, less if the text had to be made smaller. */
  readonly scale: number;
  readonly sheets: readonly Sheet[];
}

/**
 * Tried in this order; the first one that needs the fewest sheets wins. So a short list can be read from further
 * away, a long one saves a sheet, and no text gets so small that it is hard to read.
 */
const SCALES = [1.25, 1.12, 1, 0.94, 0.88];
/** Only if a pause point would otherwise be split. */
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
  const whole = attempts.filter(({ hasSplitBlock }) => !hasSplitBlock);
  const fewest = Math.min(...whole.map(({ sheets }) => sheets.length));
  const best = whole.find(({ sheets }) => sheets.length === fewest);
  if (best) return best;
  const small = FALLBACK_SCALES.map((scale) =>
    tryScale(checklist, new ChecklistMeasurer(widthOf, width, scale), height, scale),
  );
  return (
    small.find(({ hasSplitBlock }) => !hasSplitBlock) ??
    tryScale(checklist, new ChecklistMeasurer(widthOf, width, 1), height, 1)
  );
}

interface LayoutAttempt extends ChecklistLayout {
  /** A block had to be split between two of its items. */
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
  // The footer keeps its size, because nobody reads it from across a room.
  const footer = createFooter(checklist, measure.withoutScaling());
  const last = measure.wrapSentence(checklist.completion, 'completion', measure.width - BOX_SIZE - BOX_GAP);
  const fixed = footer.height + getHeight(last) + measure.scaleLength(CLOSING_GAP);
  const room = height - fixed - rest.height;
  const firstRoom = height - fixed - first.height;
  const measured = checklist.blocks.map((block) => measure.measureBlock(block, checklist.mode));
  const hasSplitBlock = measured.some((block, index) => block.height > (index === 0 ? firstRoom : room));
  const blocks = measured.flatMap((block, index) => splitBlock(block, index === 0 ? firstRoom : room));
  const places = fillSheets(
    blocks.map((block) => block.height),
    room,
    room - firstRoom,
  );
  const sheets = places.map((indices, index, all): Sheet => {
    const next = blocks[all[index + 1]?.[0] ?? -1];
    return {
      number: index + 1,
      total: all.length,
      header: index === 0 ? first : rest,
      blocks: indices.flatMap((place) => blocks[place] ?? []),
      closing: next
        ? measure.wrapSentence(
            `${describeContinuation(index + 2, all.length)}: ${next.block.title}`,
            'completion',
          )
        : last,
      footer,
    };
  });
  return { scale, sheets, hasSplitBlock };
}

/** Above the completion line. */
export const CLOSING_GAP = 14;

/** Splits a block that is higher than a sheet between items. Each part has the title of the block. */
function splitBlock(block: MeasuredBlock, room: number): MeasuredBlock[] {
  if (block.height <= room || block.items.length < 2) return [block];
  const overhead = block.height - block.items.reduce((sum, { height }) => sum + height, 0);
  const parts = fillSheets(
    block.items.map(({ height }) => height),
    room - overhead,
  );
  return parts.map((indices, index) => {
    const items = indices.flatMap((place) => block.items[place] ?? []);
    const title = {
      ...block.title,
      lines: index === 0 ? block.title.lines : markContinued(block.title),
    };
    return {
      ...block,
      title,
      items,
      height: overhead + items.reduce((sum, { height }) => sum + height, 0),
    };
  });
}

function markContinued({ lines, style }: StyledLines): Line[] {
  return lines.map((line, index) =>
    index === lines.length - 1 ? [...line, { text: ' (continued)', style }] : line,
  );
}

/** `fillIn` is the line for who and when. */
export const HEADER_HEIGHTS = { badge: 20, afterTitle: 3, fillIn: 30, label: 12, gap: 6 };

function createHeader(checklist: Checklist, measure: ChecklistMeasurer, isFirst: boolean): SheetHeader {
  const none = measure.wrapLines('', 'objective');
  const title = measure.wrapSentence(checklist.title, 'title');
  const objective = isFirst ? measure.wrapSentence(checklist.objective, 'objective') : none;
  const audience = measure.wrapSentence(describeAudience(checklist), 'audience');
  const signals = isFirst
    ? measure.wrapLines(checklist.signals.map((signal) => `“${signal}”`).join('\n'), 'signal')
    : none;
  const warnings = isFirst ? measure.wrapSentences(describeWarnings(checklist), 'warning') : none;
  const tried = isFirst ? measure.measureAttempts(checklist) : none;
  const labelled = [signals, tried].filter(({ lines }) => lines.length > 0);
  const labels = labelled.length * measure.scaleLength(HEADER_HEIGHTS.label + HEADER_HEIGHTS.gap);
  const parts = [title, objective, audience, warnings, signals, tried].reduce(
    (sum, lines) => sum + getHeight(lines),
    0,
  );
  const height =
    measure.scaleLength(HEADER_HEIGHTS.badge + HEADER_HEIGHTS.afterTitle) +
    parts +
    (warnings.lines.length > 0 ? measure.scaleLength(HEADER_HEIGHTS.gap) : 0) +
    labels +
    HEADER_HEIGHTS.fillIn;
  return { mode: checklist.mode, title, objective, audience, warnings, signals, tried, height };
}

function createFooter(checklist: Checklist, measure: ChecklistMeasurer): SheetFooter {
  const width = measure.width - QR_SIZE - COLUMN_GAP;
  const warning = measure.wrapLines(describeOverdue(checklist), 'warning', width);
  const sources = measure.wrapSentence(describeSources(checklist), 'footer', width);
  const facts = [
    describeOmittedCount(checklist),
    describeVersion(checklist),
    describeMaintenance(checklist),
    checklist.address,
  ].filter((line) => line !== '');
  const { style, lines: rest } = measure.wrapLines(facts.join('\n'), 'footer', width);
  const lines = { style, lines: [...sources.lines, ...rest] };
  return { warning, lines, height: Math.max(QR_SIZE, getHeight(warning) + getHeight(lines)) + FOOTER_GAP };
}

/** The rule of the footer is in the middle of it. */
export const FOOTER_GAP = 22;

/**
 * A list on paper: which blocks stand on which sheet, at which scale, and every line of text. Pure: with the
 * widths of real fonts it is what the PDF draws; with estimated ones it is where the printed page breaks.
 */
import type { Checklist } from '../checklist.ts';
import { describeOverdue, describeRevision, describeSources } from '../wording.ts';
import { heightOf, type Lines, Measure, type MeasuredBlock } from './measured.ts';
import { BOX, BOX_GAP, COLUMN_GAP, MARGIN, QR_SIZE } from './paper.ts';
import { sheetsOf } from './sheets.ts';
import type { WidthOf } from './wrap.ts';

export interface Header {
  readonly mode: string;
  readonly title: Lines;
  readonly objective: Lines;
  readonly signals: Lines;
  readonly tried: Lines;
  readonly height: number;
}

export interface Footer {
  readonly warning: Lines;
  readonly lines: Lines;
  readonly height: number;
}

export interface Sheet {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly header: Header;
  readonly blocks: readonly MeasuredBlock[];
  /** The completion line, or on which sheet it goes on. */
  readonly last: Lines;
  readonly footer: Footer;
}

export interface Layout {
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
const LAST_SCALES = [0.82, 0.76];

export function layoutChecklist(
  checklist: Checklist,
  paper: { readonly width: number; readonly height: number },
  widthOf: WidthOf,
): Layout {
  const width = paper.width - 2 * MARGIN;
  const height = paper.height - 2 * MARGIN;
  const attempts = SCALES.map((scale) =>
    attempt(checklist, new Measure(widthOf, width, scale), height, scale),
  );
  const whole = attempts.filter(({ torn }) => !torn);
  const fewest = Math.min(...whole.map(({ sheets }) => sheets.length));
  const best = whole.find(({ sheets }) => sheets.length === fewest);
  if (best) return best;
  const small = LAST_SCALES.map((scale) =>
    attempt(checklist, new Measure(widthOf, width, scale), height, scale),
  );
  return small.find(({ torn }) => !torn) ?? attempt(checklist, new Measure(widthOf, width, 1), height, 1);
}

interface Attempt extends Layout {
  /** A block had to be cut between two of its items. */
  readonly torn: boolean;
}

function attempt(checklist: Checklist, measure: Measure, height: number, scale: number): Attempt {
  const first = headerOf(checklist, measure, true);
  const rest = headerOf(checklist, measure, false);
  // The footer keeps its size: nobody reads it from across a room.
  const footer = footerOf(checklist, measure.unscaled());
  const last = measure.lines(checklist.completion, 'completion', measure.width - BOX - BOX_GAP);
  const fixed = footer.height + heightOf(last) + measure.scaled(LAST_GAP);
  const room = height - fixed - rest.height;
  const firstRoom = height - fixed - first.height;
  const measured = checklist.blocks.map((block) => measure.block(block, checklist.mode));
  const torn = measured.some((block, index) => block.height > (index === 0 ? firstRoom : room));
  const blocks = measured.flatMap((block, index) => tornApart(block, index === 0 ? firstRoom : room));
  // The first sheet has less room by what its header is higher: that much is added to its first block.
  const heights = blocks.map(({ height: own }, index) => own + (index === 0 ? room - firstRoom : 0));
  const places = sheetsOf(heights, room);
  const sheets = (places.length > 0 ? places : [[]]).map((indices, index, all): Sheet => {
    const next = blocks[all[index + 1]?.[0] ?? -1];
    return {
      number: index + 1,
      of: all.length,
      header: index === 0 ? first : rest,
      blocks: indices.flatMap((place) => blocks[place] ?? []),
      last: next
        ? measure.lines(`Goes on with sheet ${index + 2} of ${all.length}: ${next.block.title}`, 'completion')
        : last,
      footer,
    };
  });
  return { scale, sheets, torn };
}

/** Above the completion line. */
export const LAST_GAP = 14;

/** A block that is higher than a sheet, cut between items; each part says what it is a part of. */
function tornApart(block: MeasuredBlock, room: number): MeasuredBlock[] {
  if (block.height <= room || block.items.length < 2) return [block];
  const overhead = block.height - block.items.reduce((sum, { height }) => sum + height, 0);
  const parts = sheetsOf(
    block.items.map(({ height }) => height),
    room - overhead,
  );
  return parts.map((indices, index) => {
    const items = indices.flatMap((place) => block.items[place] ?? []);
    const isLast = index === parts.length - 1;
    const title = { ...block.title, lines: index === 0 ? block.title.lines : continued(block.title.lines) };
    return {
      ...block,
      title,
      items,
      cut: isLast ? block.cut : { ...block.cut, lines: [] },
      height: overhead + items.reduce((sum, { height }) => sum + height, 0),
    };
  });
}

function continued(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line} (continued)` : line));
}

/** The badge, its gap and the line for who and when. */
export const HEADER_PARTS = { badge: 20, afterTitle: 3, fillIn: 30, label: 12, gap: 6 };

function headerOf(checklist: Checklist, measure: Measure, isFirst: boolean): Header {
  const none = measure.lines('', 'objective');
  const title = measure.lines(checklist.title, 'title');
  const objective = isFirst ? measure.lines(checklist.objective, 'objective') : none;
  const signals = isFirst
    ? measure.lines(checklist.signals.map((signal) => `“${signal}”`).join('\n'), 'signal')
    : none;
  const tried = isFirst ? measure.tried(checklist) : none;
  const labelled = [signals, tried].filter(({ lines }) => lines.length > 0);
  const labels = labelled.length * measure.scaled(HEADER_PARTS.label + HEADER_PARTS.gap);
  const parts = [title, objective, signals, tried].reduce((sum, lines) => sum + heightOf(lines), 0);
  const height =
    measure.scaled(HEADER_PARTS.badge + HEADER_PARTS.afterTitle) + parts + labels + HEADER_PARTS.fillIn;
  return { mode: checklist.mode, title, objective, signals, tried, height };
}

function footerOf(checklist: Checklist, measure: Measure): Footer {
  const width = measure.width - QR_SIZE - COLUMN_GAP;
  const warning = measure.lines(describeOverdue(checklist), 'warning', width);
  const text = [
    describeSources(checklist),
    `Version ${checklist.version} · ${describeRevision(checklist)}`,
    `Owner: ${checklist.owner ?? BLANK} · Review by: ${checklist.reviewBy?.date ?? BLANK}`,
    checklist.address,
  ];
  const lines = measure.lines(text.filter((line) => line !== '').join('\n'), 'footer', width);
  return { warning, lines, height: Math.max(QR_SIZE, heightOf(warning) + heightOf(lines)) + FOOTER_GAP };
}

/** Where nobody has set it, it can be written in. */
const BLANK = '____________________';

/** Above the rule of the footer, and below it. */
export const FOOTER_GAP = 22;

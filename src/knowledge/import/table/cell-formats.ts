/** Numbers in the cells of workbooks as people see them: days, clock times, lengths of time and percentages. */
import { getAttribute, listElements, type XmlElement } from '../office/xml-tree.ts';

export interface CellFormat {
  readonly kind: 'number' | 'day' | 'clock' | 'time' | 'length' | 'percent';
  readonly isStruck: boolean;
}

/** The numbers of formats that need no definition (ECMA-376, part 1, 18.8.30). */
const KNOWN_FORMATS: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** Returns the formats that cells name by their index. */
export function readCellFormats(styles: XmlElement | undefined): CellFormat[] {
  const list = (name: string) => listElements(listElements(styles).find((element) => isNamed(element, name)));
  const codes = new Map(
    list('numFmts').map((element) => [
      getAttribute(element, 'numFmtId') ?? '',
      getAttribute(element, 'formatCode') ?? '',
    ]),
  );
  const struckFonts = list('fonts').map((font) =>
    listElements(font).some(
      (element) => isNamed(element, 'strike') && !/^(?:0|false)$/.test(getAttribute(element, 'val') ?? '1'),
    ),
  );
  return list('cellXfs').map((element) => {
    const id = getAttribute(element, 'numFmtId') ?? '0';
    const code =
      codes.get(id) ?? KNOWN_FORMATS[Number(id)] ?? (isEastAsianDay(Number(id)) ? 'yyyy-mm-dd' : '');
    return {
      kind: findKind(code),
      isStruck: struckFonts[Number(getAttribute(element, 'fontId') ?? 0)] === true,
    };
  });
}

function isNamed({ name }: XmlElement, local: string): boolean {
  return name === local || name.endsWith(`:${local}`);
}

function isEastAsianDay(id: number): boolean {
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function findKind(code: string): CellFormat['kind'] {
  const [positive = ''] = code.split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return 'length';
  const letters = positive.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').replace(/AM\/PM|A\/P/gi, '');
  const hasDay = /[yd]|m{3,}|^m+[/-]/i.test(letters);
  const hasClock = /[hs]/i.test(letters);
  if (hasDay) return hasClock ? 'time' : 'day';
  if (hasClock) return 'clock';
  return letters.includes('%') ? 'percent' : 'number';
}

const SECONDS_PER_DAY = 86_400;
/** The days from the start of Excel's calendar to that of Unix. Excel counts a 29 February 1900 that never was. */
const DAYS_TO_1970 = 25_569;
const DAYS_FROM_1900_TO_1904 = 1_462;
/** Before this day, the count is off by one. */
const FIRST_SAFE_DAY = 61;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

export function formatNumber(value: string, format: CellFormat | undefined, isFrom1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const kind = format?.kind ?? 'number';
  if (kind === 'percent') return `${toShort(number * 100)}%`;
  if (kind === 'length' && number >= 0) return formatLength(Math.round(number * SECONDS_PER_DAY));
  if (kind === 'clock' && number >= 0 && number < 1) return formatClock(Math.round(number * SECONDS_PER_DAY));
  const days = number + (isFrom1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (kind === 'number' || kind === 'length' || days < FIRST_SAFE_DAY || days > LAST_DAY)
    return toShort(number);
  const seconds = Math.round((days - DAYS_TO_1970) * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const date = new Date(day * SECONDS_PER_DAY * 1_000).toISOString().slice(0, 10);
  const clock = seconds - day * SECONDS_PER_DAY;
  return kind === 'day' && clock === 0 ? date : `${date} ${formatClock(clock)}`;
}

/** The digits that Excel shows at most. */
function toShort(number: number): string {
  return String(Number(number.toPrecision(15)));
}

function formatClock(seconds: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  return `${pad(hours)}:${pad(minutes)}${rest > 0 ? `:${pad(rest)}` : ''}`;
}

function formatLength(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const shown = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return shown.join(' ') || '0 min';
}

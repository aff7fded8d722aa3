/** Bounds what is read of a pasted text, so that no text takes long. */

const MAX_TEXT_LENGTH = 50_000;
const MAX_LINE_LENGTH = 2_000;

export interface CutText {
  readonly text: string;
  /** True if the end of the text was not read. */
  readonly isCut: boolean;
  /** The number of lines whose end was not read. */
  readonly cutLines: number;
}

/** Cuts a text to 50,000 characters, and each of its lines to 2,000. */
export function cutText(text: string): CutText {
  const isCut = text.length > MAX_TEXT_LENGTH;
  const lines = text.slice(0, MAX_TEXT_LENGTH).split(/\r?\n/);
  const cutLines = lines.filter((line) => line.length > MAX_LINE_LENGTH).length;
  return { text: lines.map((line) => line.slice(0, MAX_LINE_LENGTH)).join('\n'), isCut, cutLines };
}

/** Returns sentences about what was not read. */
export function describeCut({ isCut, cutLines }: Pick<CutText, 'isCut' | 'cutLines'>): string[] {
  const format = (number: number) => number.toLocaleString('en');
  return [
    ...(isCut ? [`Only the first ${format(MAX_TEXT_LENGTH)} characters were read.`] : []),
    ...(cutLines > 0 ? [`Lines were read up to ${format(MAX_LINE_LENGTH)} characters.`] : []),
  ];
}

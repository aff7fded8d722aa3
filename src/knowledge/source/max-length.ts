/** The longest text, in UTF-16 units, that is parsed. */
export const MAX_TEXT_LENGTH = 1_000_000;

export function formatLengthError(length: number): string {
  return `Unexpected length of ${length} characters, expected at most ${MAX_TEXT_LENGTH}`;
}

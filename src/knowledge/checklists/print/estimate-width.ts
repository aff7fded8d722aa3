/**
 * How wide text is about, for places that have no font: the builder in the browser, and the page breaks
 * of the printed page. Rather too wide than too narrow: a break too early is the lesser harm.
 */
import type { Style } from './paper.ts';

const NARROW = /[ijlI.,:;'’‘|!()[\]ft/ `·-]/;
const WIDE = /[mwMW@%—…]/;
const BROAD = /[A-Z0-9&#$+=<>~“”→]/;

/** The share of the font's size that a character of Inter takes; measured, and rounded up. */
function getWidthShare(character: string): number {
  if (NARROW.test(character)) return 0.37;
  if (WIDE.test(character)) return 0.92;
  if (BROAD.test(character)) return 0.69;
  // Letters of other scripts may be as wide as they are high.
  return character.charCodeAt(0) > 0x2fff ? 1 : 0.6;
}

const WEIGHT_FACTORS = { regular: 1, semibold: 1.03, bold: 1.05 };

export function estimateWidth(text: string, { size, weight }: Style): number {
  let shares = 0;
  for (const character of text) shares += getWidthShare(character);
  return shares * size * WEIGHT_FACTORS[weight];
}

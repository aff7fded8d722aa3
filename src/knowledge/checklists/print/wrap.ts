/** Words into lines. The same for real fonts and for an estimate: only `widthOf` differs. */
import type { Style } from './paper.ts';

/** How wide a text without line breaks is in a style, in points. */
export type WidthOf = (text: string, style: Style) => number;

/** Greedy: each line takes what fits. A word that is too long for a line is cut where it has to be. */
export function wrap(text: string, style: Style, width: number, widthOf: WidthOf): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph.trimEnd(), style, width, widthOf));
}

function wrapParagraph(text: string, style: Style, width: number, widthOf: WidthOf): string[] {
  const lines: string[] = [];
  let line = '';
  // Spaces belong to the word before them, so that indented code keeps its shape.
  for (const word of text.match(/\s*\S+\s*?/g) ?? []) {
    const longer = line + word;
    if (widthOf(longer, style) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = lines.length > 0 ? word.trimStart() : word;
    while (widthOf(line, style) > width && line.length > 1) {
      const fits = charactersThatFit(line, style, width, widthOf);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/** How many of a long word's characters fit a line; preferably up to a `/`, `-`, `.`, `,` or `_`; at least one. */
function charactersThatFit(word: string, style: Style, width: number, widthOf: WidthOf): number {
  let fits = 1;
  while (fits < word.length && widthOf(word.slice(0, fits + 1), style) <= width) fits++;
  const joint = /.*[/\-.,_?&=]/.exec(word.slice(0, fits))?.[0].length ?? 0;
  const end = joint > fits / 2 ? joint : fits;
  // Never between the two halves of a character outside the basic plane.
  const code = word.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? Math.max(1, end + 1) : end;
}

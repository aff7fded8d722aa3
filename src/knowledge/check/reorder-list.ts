/** Puts the items of a YAML list into another order by moving their lines, comments above them included. */
import type { Edit } from '../source/problem.ts';
import type { Path, YamlSource } from '../source/yaml/yaml-source.ts';

/**
 * @param text the whole file
 * @param list where the list stands
 * @param order the items by their present places, in the order that they are to have
 * @returns one edit; undefined where the list is not written with one item on lines of its own, or no order is given
 */
export function createReorderEdits(
  text: string,
  yaml: YamlSource,
  list: Path,
  order: readonly number[] | undefined,
): Edit[] | undefined {
  if (!order) return undefined;
  const spans = [...order.keys()].map((index) => yaml.spanAt([...list, index]));
  const first = spans[0] && findItemStart(text, spans[0].start);
  if (first === undefined || spans.some(({ start }) => findItemStart(text, start) === undefined)) {
    return undefined;
  }
  // A comment belongs to the item below it, so that a piece begins where the one before it ends.
  const bounds = [first, ...spans.map(({ end }) => findLineEnd(text, end))];
  const isAscending = bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? 0));
  if (!isAscending) return undefined;
  const pieces = order.map((index) => ensureLineBreak(text.slice(bounds[index], bounds[index + 1]), text));
  const [start, end] = [first, bounds.at(-1) ?? first];
  const joined = pieces.join('');
  const isOpenEnded = !/[\n\r]$/.test(text.slice(start, end));
  return [{ span: { start, end }, text: isOpenEnded ? joined.replace(/\r?\n$/, '') : joined }];
}

/** Returns the start of the line of an item, if the line has nothing before it but its dash. */
function findItemStart(text: string, start: number): number | undefined {
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return /^[ ]*-[ ]+$/.test(text.slice(line, start)) ? line : undefined;
}

function findLineEnd(text: string, offset: number): number {
  const at = offset > 0 && text[offset - 1] === '\n' ? offset - 1 : offset;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function ensureLineBreak(piece: string, text: string): string {
  if (/[\n\r]$/.test(piece)) return piece;
  return piece + (text.includes('\r\n') ? '\r\n' : '\n');
}

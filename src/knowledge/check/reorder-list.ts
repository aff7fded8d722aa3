/** Puts the items of a YAML list into another order by moving their lines, comments above them included. */
import type { Edit } from '../source/problem.ts';
import type { Path, YamlSource } from '../source/yaml/yaml-source.ts';

/**
 * @param text the whole file
 * @param list the path of the list
 * @param order the indexes of the items, in their new order
 * @returns one edit; undefined if an item is not on lines of its own, the YAML has errors, or no order is given
 */
export function createReorderEdits(
  text: string,
  yaml: YamlSource,
  list: Path,
  order: readonly number[] | undefined,
): Edit[] | undefined {
  if (!order || yaml.errors.length > 0) return undefined;
  const spans = [...order.keys()].map((index) => yaml.spanAt([...list, index]));
  const starts = spans.map(({ start }) => findItemStart(text, start));
  const [first] = starts;
  if (first === undefined || starts.includes(undefined)) return undefined;
  // A comment belongs to the item below it, so that a piece begins where the one before it ends.
  const bounds = [first, ...spans.map(({ end }) => findLineEnd(text, end))];
  const pieces = order.map((index) => ensureLineBreak(text.slice(bounds[index], bounds[index + 1]), text));
  const end = bounds.at(-1) ?? first;
  const joined = pieces.join('');
  return [
    { span: { start: first, end }, text: text[end - 1] === '\n' ? joined : joined.replace(/\r?\n$/, '') },
  ];
}

/** Returns the start of the line of an item, if the line has nothing before it but its dash. */
function findItemStart(text: string, start: number): number | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return /^[ ]*-[ ]+$/.test(text.slice(line, start)) ? line : undefined;
}

function findLineEnd(text: string, offset: number): number {
  const at = text[offset - 1] === '\n' ? offset - 1 : offset;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function ensureLineBreak(piece: string, text: string): string {
  if (piece.endsWith('\n')) return piece;
  return piece + (text.includes('\r\n') ? '\r\n' : '\n');
}

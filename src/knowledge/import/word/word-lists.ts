/** The numbers of list items in Word, which are counted over the whole document (ECMA-376, part 1, 17.9). */
import { findElement, getAttribute, listElements, type XmlElement } from '../office/xml-tree.ts';
import { getValue, type ListPlace } from './word-styles.ts';

export interface ListMark {
  /** The number of the item; undefined for a bullet. */
  readonly number: number | undefined;
  /** The words that Word puts before the item: "Step 3:". */
  readonly words: string | undefined;
}

interface Level {
  readonly format: string;
  readonly start: number;
  readonly text: string;
}

export interface WordLists {
  /** Returns the mark of the next item, and counts it; undefined if the level has no mark. */
  count(place: ListPlace): ListMark | undefined;
}

export function readWordLists(part: XmlElement | undefined): WordLists {
  const definitions = new Map<string, XmlElement>();
  for (const element of listElements(part)) {
    if (element.name === 'w:abstractNum')
      definitions.set(getAttribute(element, 'w:abstractNumId') ?? '', element);
  }
  const lists = new Map<string, { readonly definition: string; readonly element: XmlElement }>();
  for (const element of listElements(part)) {
    if (element.name !== 'w:num') continue;
    const definition = getValue(element, 'w:abstractNumId') ?? '';
    lists.set(getAttribute(element, 'w:numId') ?? '', { definition, element });
  }
  /** The numbers of each definition, by level. Lists of one definition go on counting, unless they start again. */
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    count({ list, level }) {
      const found = lists.get(list);
      if (!found) return { number: undefined, words: undefined };
      const override = findLevel(found.element, 'w:lvlOverride', level);
      const element =
        findElement(override, 'w:lvl') ?? findLevel(definitions.get(found.definition), 'w:lvl', level);
      const { format, start, text } = readLevel(element);
      if (format === 'none') return undefined;
      const numbers = counts.get(found.definition) ?? [];
      counts.set(found.definition, numbers);
      if (format === 'bullet') {
        numbers.length = Math.min(numbers.length, level);
        return { number: undefined, words: undefined };
      }
      const restart = getValue(override, 'w:startOverride');
      const isFirst = restart !== undefined && !started.has(`${list}/${level}`);
      started.add(`${list}/${level}`);
      const number = isFirst ? Number(restart) : (numbers[level] ?? start - 1) + 1;
      numbers[level] = number;
      numbers.length = level + 1;
      return { number, words: formatWords(text, numbers) };
    },
  };
}

function findLevel(element: XmlElement | undefined, name: string, level: number): XmlElement | undefined {
  return listElements(element).find(
    (child) => child.name === name && getAttribute(child, 'w:ilvl') === String(level),
  );
}

function readLevel(element: XmlElement | undefined): Level {
  return {
    format: getValue(element, 'w:numFmt') ?? (element ? 'decimal' : 'bullet'),
    start: Number(getValue(element, 'w:start') ?? 1) || 0,
    text: getValue(element, 'w:lvlText') ?? '',
  };
}

/** Returns the text of a mark that has words in it; undefined for "1.", "(a)" and "1.2.3". */
function formatWords(text: string, numbers: readonly (number | undefined)[]): string | undefined {
  if (!/\p{L}{2,}/u.test(text)) return undefined;
  return text.replace(/%(\d)/g, (_, level: string) => String(numbers[Number(level) - 1] ?? 1)).trim();
}

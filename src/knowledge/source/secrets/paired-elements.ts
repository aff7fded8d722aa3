/**
 * Finds pairs of an element with a name and an element with its value, in any order and with other elements between them:
 * `<Name>DB_PASSWORD</Name><Value>…</Value>`, as in property lists, exports of settings and XML-RPC.
 */
import type { PairedField } from './paired-fields.ts';

const NAME_ELEMENT =
  /<(?<tag>[\w:.-]{0,40}(?:name|key))>\s{0,40}(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,80})\s{0,40}<\/\k<tag>>/dgiu;
const VALUE_TAG = /(?:value|string|default|data|array|text)$/i;
const NAME_TAG = /(?:name|key)$/i;
const MAX_DISTANCE = 600;

/** @param isName returns whether a name is that of a secret */
export function* listPairedElements(text: string, isName: (name: string) => boolean): Generator<PairedField> {
  for (const match of text.matchAll(NAME_ELEMENT)) {
    const name = match.groups?.name ?? '';
    const [start, end] = match.indices?.groups?.name ?? [0, 0];
    if (!isName(name)) continue;
    const valueStart =
      findNextValue(text, match.index + match[0].length) ?? findPreviousValue(text, match.index);
    if (valueStart !== undefined) yield { name, span: { start, end }, valueStart, op: '=' };
  }
}

interface Tag {
  readonly type: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly end: number;
}

const TAG = /<(?<slash>\/?)(?<name>[\w:.-]{1,60})(?:\s[^<>]{0,200}?)?(?<empty>\/?)>/g;

function listTags(text: string, from: number, to: number): Tag[] {
  return [...text.slice(Math.max(0, from), to).matchAll(TAG)].map(({ index, 0: tag, groups }) => ({
    type: groups?.slash ? 'close' : groups?.empty ? 'empty' : 'open',
    name: groups?.name ?? '',
    end: Math.max(0, from) + index + tag.length,
  }));
}

/** Returns where the text starts in the next value of the same element. */
function findNextValue(text: string, from: number): number | undefined {
  let depth = 0;
  for (const { type, name, end } of listTags(text, from, from + MAX_DISTANCE)) {
    if (type === 'open' && depth === 0) {
      if (NAME_TAG.test(name)) return undefined;
      if (VALUE_TAG.test(name)) return skipTags(text, end);
    }
    if (type === 'open') depth++;
    if (type === 'close' && --depth < 0) return undefined;
  }
  return undefined;
}

/** Returns where the text starts in the value before a name, unless that is the value of another name. */
function findPreviousValue(text: string, to: number): number | undefined {
  let depth = 0;
  let found: number | undefined;
  for (const { type, name, end } of listTags(text, to - MAX_DISTANCE, to).reverse()) {
    if (type === 'close') {
      if (depth === 0 && NAME_TAG.test(name)) return undefined;
      depth++;
    }
    if (type !== 'open') continue;
    if (--depth < 0) return found;
    if (depth === 0 && VALUE_TAG.test(name)) found ??= skipTags(text, end);
  }
  return found;
}

/** In XML-RPC and lists, the text of a value is in an element of its own. */
function skipTags(text: string, from: number): number {
  return (
    from + (/^\s{0,40}(?:<[\w:.-]{1,60}>\s{0,40}){0,3}/.exec(text.slice(from, from + 300))?.[0].length ?? 0)
  );
}

/** Lists the contributing factors that a section names. */
import type { RootContent } from 'mdast';
import { listWords } from './block-words.ts';
import { toPlainWords } from './plain-words.ts';

/** Each paragraph, item and row, without what only introduces those after it; "First, …" and "Second, …" are two. */
export function listFactors(blocks: readonly RootContent[]): string[] {
  const told = blocks.filter(
    (block, at) =>
      !isOtherFact(block) &&
      !(
        block.type === 'paragraph' &&
        /[:：]$/.test(toPlainWords(block)) &&
        blocks[at + 1]?.type !== 'heading'
      ),
  );
  return listWords(told.length > 0 ? told : blocks)
    .filter((text) => !RULED_OUT.test(text))
    .flatMap(splitOrdinals);
}

/** A line such as "**Trigger:** the roll-out" next to causes is another fact of the page. */
function isOtherFact(block: RootContent): boolean {
  const [, label = ''] =
    block.type === 'paragraph' ? (/^([^:：.]{2,40})[:：]/.exec(toPlainWords(block)) ?? []) : [];
  return OTHER_FACTS.test(label.trim());
}

const OTHER_FACTS =
  /^(?:triggers?|auslöser|déclencheur|desencadenante|gatilho|トリガー|publicly|internally|communications?|status|detection|resolution|duration|impact|severity|timeline|owners?|authors?)$/i;
const RULED_OUT =
  /\((?:was )?(?:ruled out|disproved|not the cause|ausgeschlossen|écartée?|descartad[oa])(?:[ ,][^()]*)?\)\s*\.?$/i;

const ORDINALS = [
  'first(?:ly)?|erstens|premièrement|primero|primeiro|em primeiro lugar|en primer lugar|第一',
  'second(?:ly)?|zweitens|deuxièmement|segundo|em segundo lugar|en segundo lugar|第二',
  'third(?:ly)?|drittens|troisièmement|tercero|terceiro|第三',
  'fourth(?:ly)?|viertens|quatrièmement|cuarto|quarto|第四',
  'fifth(?:ly)?|fünftens|cinquièmement|quinto|第五',
];

/** Splits a text that counts its sentences, in the right order from the first on. */
function splitOrdinals(text: string): string[] {
  const starts: number[] = [];
  for (const ordinal of ORDINALS) {
    const from = starts.at(-1) ?? 0;
    const pattern = new RegExp(
      String.raw`(?:^|[.;:!?。；：]\s*)(?=(?:and )?(?:${ordinal})(?![\p{L}-]))`,
      'iu',
    );
    const found = pattern.exec(text.slice(from + (starts.length > 0 ? 1 : 0)));
    if (!found) break;
    starts.push(from + (starts.length > 0 ? 1 : 0) + found.index + found[0].length);
  }
  if (starts.length < 2) return [text];
  return starts.map((start, at) =>
    text
      .slice(start, starts[at + 1])
      .trim()
      .replace(/[;；]$/, '.'),
  );
}

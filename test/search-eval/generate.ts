/**
 * Many documents with a vocabulary as real texts have it: sentences of real documents in new company, and
 * rare words that grow with the amount of text (Heaps' law), since names, hosts and ids never end.
 */
import { tokensOf } from '../../src/knowledge/search/tokens.ts';
import type { SearchDocument } from '../../src/knowledge/search-document.ts';
import { type Random, randomOf } from './random.ts';

const SENTENCES = 16;
/** So many rare words in a document bring 5,000 documents to some 50,000 different words, as measured on real ones. */
const RARE_WORDS = 12;

/** @param sources real documents, whose sentences are used */
export function generateDocuments(sources: readonly SearchDocument[], count: number): SearchDocument[] {
  const random = randomOf('hindsight');
  const sentences = sources.flatMap(({ summary, sections }) =>
    [summary, ...sections.map(({ text }) => text)].flatMap(sentencesOf),
  );
  const titles = sources.map(({ title }) => title);
  const words = [
    ...new Set(sentences.flatMap((sentence) => tokensOf(sentence).flatMap(({ parts }) => parts))),
  ];
  const invented: string[] = [];
  return Array.from({ length: count }, (_, index) => {
    const pick = (items: readonly string[]) => items[random.below(items.length)] ?? '';
    const chosen = Array.from({ length: SENTENCES }, () => pick(sentences));
    const rare = Array.from({ length: RARE_WORDS }, () => rareWord(invented, words, random));
    const summary = pick(sentences);
    return {
      kind: 'postmortem',
      id: `generated-${index}`,
      title: mixed(pick(titles), pick(titles)),
      summary,
      aliases: [],
      misspellings: [],
      signals: [pick(sentences)],
      sections: [
        { anchor: 'timeline', title: 'Timeline', text: chosen.slice(0, 8).join('\n') },
        {
          anchor: 'factors',
          title: 'Contributing factors',
          text: [...chosen.slice(8), rare.join(' ')].join('\n'),
        },
      ],
      filters: {
        kind: ['postmortem'],
        year: [String(2005 + random.below(20))],
        severity: [`sev${1 + random.below(4)}`],
      },
    };
  });
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n/).filter((sentence) => sentence.length > 30 && sentence.length < 400);
}

function mixed(a: string, b: string): string {
  const [first, second] = [a.split(' '), b.split(' ')];
  return [
    ...first.slice(0, Math.ceil(first.length / 2)),
    ...second.slice(Math.floor(second.length / 2)),
  ].join(' ');
}

/** Mostly a new word; now and then one that was used before. */
function rareWord(invented: string[], words: readonly string[], random: Random): string {
  const used = invented[random.below(Math.max(1, invented.length))];
  if (used !== undefined && random.below(4) === 0) return used;
  const [a = '', b = ''] = random.some(words, 2);
  const word = a.slice(0, 2 + random.below(4)) + b.slice(-(2 + random.below(4)));
  invented.push(word);
  return word;
}

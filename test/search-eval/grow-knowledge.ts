/**
 * A large knowledge base grown from real documents: its texts are sentences of real documents in new company, and
 * rare words are added that grow with the amount of text (Heaps' law), since names, hosts and ids never end.
 * Services and tags grow with it and are linked unevenly (Zipf's law), as in a real one.
 */

import type { SearchDocument } from '../../src/knowledge/search/search-document.ts';
import { tokenize } from '../../src/knowledge/search/tokens.ts';
import { createRandom, type Random } from './random.ts';

/** Of one document: sentences of running text, and words that hardly another one has. */
const SHAPES = {
  postmortem: { share: 0.74, sentences: 16, rare: 14 },
  lesson: { share: 0.14, sentences: 6, rare: 3 },
  procedure: { share: 0.06, sentences: 8, rare: 8 },
  service: { share: 0.04, sentences: 1, rare: 1 },
  tag: { share: 0.02, sentences: 1, rare: 0 },
} as const;
type GrownKind = keyof typeof SHAPES;

/** @returns the project's own documents as they are, and as many grown ones as make up `count` */
export function growKnowledge(
  own: readonly SearchDocument[],
  others: readonly SearchDocument[],
  count: number,
): SearchDocument[] {
  const random = createRandom('hindsight');
  const material = collectMaterial([...own, ...others], random);
  const missing = Math.max(0, count - own.length);
  const titles: Record<GrownKind, string[]> = {
    postmortem: [],
    lesson: [],
    procedure: [],
    service: [],
    tag: [],
  };
  const order: readonly GrownKind[] = ['service', 'tag', 'lesson', 'procedure', 'postmortem'];
  const kinds = order.flatMap((kind) =>
    Array<GrownKind>(Math.round(missing * SHAPES[kind].share)).fill(kind),
  );
  const grown = kinds.slice(0, missing).map((kind, number): SearchDocument => {
    const document = growDocument(kind, material, random);
    titles[kind].push(document.title);
    const linked = {
      service: pickUnevenly(titles.service, 3, random),
      tag: pickUnevenly(titles.tag, 3, random),
    };
    return {
      ...document,
      id: `${document.id}-${number}`,
      filters: {
        kind: [kind],
        ...linked,
        ...(kind === 'postmortem'
          ? { year: [String(2005 + random.pickBelow(20))], severity: [`sev${1 + random.pickBelow(4)}`] }
          : {}),
      },
    };
  });
  return [...own, ...grown];
}

/** Counts the different words of the documents. */
export function countDistinctWords(documents: readonly SearchDocument[]): number {
  const texts = documents.flatMap(({ title, summary, signals, sections }) => [
    title,
    summary,
    ...signals,
    ...sections.map(({ text }) => text),
  ]);
  return new Set(texts.flatMap((text) => tokenize(text).map(({ whole }) => whole))).size;
}

interface Material {
  /** The sentences of each real document. */
  readonly sources: readonly (readonly string[])[];
  readonly sentences: readonly string[];
  readonly titles: readonly string[];
  rareWord(): string;
}

function collectMaterial(documents: readonly SearchDocument[], random: Random): Material {
  const sources = documents
    .map(({ summary, sections }) => [summary, ...sections.map(({ text }) => text)].flatMap(splitSentences))
    .filter((found) => found.length > 3);
  const sentences = sources.flat();
  const words = [
    ...new Set(sentences.flatMap((sentence) => tokenize(sentence).flatMap(({ parts }) => parts))),
  ];
  const invented: string[] = [];
  return {
    sources,
    sentences,
    titles: documents.map(({ title }) => title),
    /** Mostly a new word; now and then one that was used before. */
    rareWord() {
      const used = invented[random.pickBelow(Math.max(1, invented.length))];
      if (used !== undefined && random.pickBelow(8) === 0) return used;
      const [a = '', b = ''] = random.sample(words, 2);
      const word = a.slice(0, 2 + random.pickBelow(4)) + b.slice(-(2 + random.pickBelow(4)));
      invented.push(word);
      return word;
    },
  };
}

function growDocument(
  kind: GrownKind,
  { sources, sentences, titles, rareWord }: Material,
  random: Random,
): Omit<SearchDocument, 'filters'> {
  const shape = SHAPES[kind];
  const pick = (items: readonly string[]) => items[random.pickBelow(items.length)] ?? '';
  // A document is about something: most of it comes from two sources, so words keep their rarity.
  const about = random.sample(sources, 2);
  const own = () => pick(about[random.pickBelow(2)] ?? sentences);
  const chosen = Array.from({ length: shape.sentences }, (_, at) => (at % 8 === 7 ? pick(sentences) : own()));
  const rare = Array.from({ length: shape.rare }, rareWord);
  const isName = kind === 'service' || kind === 'tag';
  const half = Math.ceil(chosen.length / 2);
  const name = rareWord();
  return {
    kind,
    id: 'grown',
    title: kind === 'service' ? `${name} ${rareWord()}` : mixWords(pick(titles), pick(titles)),
    summary: own(),
    aliases: kind === 'service' ? [name, rareWord()] : kind === 'tag' ? [mixWords(pick(titles), name)] : [],
    misspellings: kind === 'service' ? [name.slice(1)] : [],
    signals: kind === 'postmortem' || kind === 'procedure' ? [own()] : [],
    sections: isName
      ? []
      : [
          { anchor: 'timeline', title: 'Timeline', text: chosen.slice(0, half).join('\n') },
          {
            anchor: 'factors',
            title: 'Contributing factors',
            text: [...chosen.slice(half), rare.join(' ')].join('\n'),
          },
        ],
    ...(kind === 'lesson' ? { evidence: random.pickBelow(12) } : {}),
  };
}

function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n/).filter((sentence) => sentence.length > 30 && sentence.length < 400);
}

function mixWords(a: string, b: string): string {
  const [first, second] = [a.split(' '), b.split(' ')];
  return [
    ...first.slice(0, Math.ceil(first.length / 2)),
    ...second.slice(Math.floor(second.length / 2)),
  ].join(' ');
}

/** One to `most` of the items, the first ones far more often. */
function pickUnevenly(items: readonly string[], most: number, random: Random): string[] {
  const picked = Array.from({ length: 1 + random.pickBelow(most) }, () => {
    const at = Math.floor(items.length ** (random.pickBelow(1000) / 1000)) - 1;
    return items[Math.max(0, at)];
  });
  return [...new Set(picked)].filter((item) => item !== undefined);
}

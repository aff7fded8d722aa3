/** Evaluates the similarity of the site, and plain TF-IDF, on the pairs of `pairs.ts`. */
import type { PostmortemEntry } from '../../src/knowledge/graph/entries.ts';
import { PostmortemSimilarity } from '../../src/knowledge/similar/similar-postmortems.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';
import { type Figures, type FindSimilar, measureAgreement, splitInHalves } from './measure-agreement.ts';
import { RELATED, UNRELATED } from './pairs.ts';
import { createTfIdfCosine, findNinthDecile } from './plain-tf-idf.ts';

export interface Row {
  readonly measure: string;
  readonly pairs: 'tuning half' | 'held-out half' | 'all';
  readonly figures: Figures;
}

export function evaluateSimilarity(corpus: CorpusKnowledge): Row[] {
  return [
    ...createRows('plain TF-IDF', createTfIdfMeasure(corpus)),
    ...createRows('ours', createOwnMeasure(corpus)),
  ];
}

function createRows(name: string, findSimilar: FindSimilar): Row[] {
  const [related, unrelated] = [splitInHalves(RELATED), splitInHalves(UNRELATED)];
  return [
    {
      measure: name,
      pairs: 'tuning half',
      figures: measureAgreement(related.tuning, unrelated.tuning, findSimilar, RELATED),
    },
    {
      measure: name,
      pairs: 'held-out half',
      figures: measureAgreement(related.heldOut, unrelated.heldOut, findSimilar, RELATED),
    },
    { measure: name, pairs: 'all', figures: measureAgreement(RELATED, UNRELATED, findSimilar) },
  ];
}

function createNameGetter({ byUuid }: CorpusKnowledge): (postmortem: PostmortemEntry) => string {
  const uuids = new Map([...byUuid].map(([uuid, postmortem]) => [postmortem, uuid]));
  return (postmortem) => uuids.get(postmortem) ?? postmortem.id;
}

function findPostmortem({ byUuid }: CorpusKnowledge, uuid: string): PostmortemEntry {
  const postmortem = byUuid.get(uuid);
  if (!postmortem) throw new Error(`The corpus has no file ${uuid}-…`);
  return postmortem;
}

function createOwnMeasure(corpus: CorpusKnowledge): FindSimilar {
  const similarity = new PostmortemSimilarity(corpus.knowledge);
  const nameOf = createNameGetter(corpus);
  return memoize((uuid) =>
    similarity.findSimilar(findPostmortem(corpus, uuid)).map(({ postmortem }) => nameOf(postmortem)),
  );
}

/** Uses the best threshold for the very pairs that it is measured on, an advantage over real use. */
function createTfIdfMeasure(corpus: CorpusKnowledge): FindSimilar {
  const postmortems = corpus.knowledge.all('postmortem');
  const cosine = createTfIdfCosine(postmortems);
  const nameOf = createNameGetter(corpus);
  const threshold = findNinthDecile(
    UNRELATED.map(([one, other]) => cosine(findPostmortem(corpus, one), findPostmortem(corpus, other))),
  );
  return memoize((uuid) => {
    const own = findPostmortem(corpus, uuid);
    return postmortems
      .filter((other) => other !== own)
      .map((other) => ({ id: nameOf(other), cosine: cosine(own, other) }))
      .filter((other) => other.cosine >= threshold)
      .sort((a, b) => b.cosine - a.cosine)
      .map(({ id }) => id);
  });
}

function memoize(findSimilar: FindSimilar): FindSimilar {
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const similar = known.get(id) ?? findSimilar(id);
    known.set(id, similar);
    return similar;
  };
}

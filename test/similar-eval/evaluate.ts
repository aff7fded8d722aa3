/** The likeness of the site and plain TF-IDF, held against the pairs of `pairs.ts`. */
import type { PostmortemEntry } from '../../src/knowledge/graph/entries.ts';
import { Similarity } from '../../src/knowledge/similar/similar.ts';
import type { CorpusKnowledge } from './corpus.ts';
import { type AlikeTo, type Figures, halves, measure } from './measure.ts';
import { RELATED, UNRELATED } from './pairs.ts';
import { ninthDecile, plainTfIdf } from './plain-tf-idf.ts';

export interface Row {
  readonly measure: string;
  readonly pairs: 'tuning half' | 'held-out half' | 'all';
  readonly figures: Figures;
}

export function evaluate(corpus: CorpusKnowledge): Row[] {
  return [...rows('plain TF-IDF', plain(corpus)), ...rows('ours', ours(corpus))];
}

function rows(name: string, alikeTo: AlikeTo): Row[] {
  const [related, unrelated] = [halves(RELATED), halves(UNRELATED)];
  return [
    {
      measure: name,
      pairs: 'tuning half',
      figures: measure(related.tuning, unrelated.tuning, alikeTo, RELATED),
    },
    {
      measure: name,
      pairs: 'held-out half',
      figures: measure(related.heldOut, unrelated.heldOut, alikeTo, RELATED),
    },
    { measure: name, pairs: 'all', figures: measure(RELATED, UNRELATED, alikeTo) },
  ];
}

function named({ byUuid }: CorpusKnowledge): (postmortem: PostmortemEntry) => string {
  const uuids = new Map([...byUuid].map(([uuid, postmortem]) => [postmortem, uuid]));
  return (postmortem) => uuids.get(postmortem) ?? postmortem.id;
}

function judged({ byUuid }: CorpusKnowledge, uuid: string): PostmortemEntry {
  const postmortem = byUuid.get(uuid);
  if (!postmortem) throw new Error(`The corpus has no file ${uuid}-…`);
  return postmortem;
}

export function ours(corpus: CorpusKnowledge): AlikeTo {
  const similarity = new Similarity(corpus.knowledge);
  const nameOf = named(corpus);
  return remembered((uuid) =>
    similarity.to(judged(corpus, uuid)).map(({ postmortem }) => nameOf(postmortem)),
  );
}

/** With the threshold that suits it best on the very pairs that it is measured on: more than it would have in use. */
function plain(corpus: CorpusKnowledge): AlikeTo {
  const postmortems = corpus.knowledge.all('postmortem');
  const cosine = plainTfIdf(postmortems);
  const nameOf = named(corpus);
  const threshold = ninthDecile(
    UNRELATED.map(([one, other]) => cosine(judged(corpus, one), judged(corpus, other))),
  );
  return remembered((uuid) => {
    const own = judged(corpus, uuid);
    return postmortems
      .filter((other) => other !== own)
      .map((other) => ({ id: nameOf(other), cosine: cosine(own, other) }))
      .filter((other) => other.cosine >= threshold)
      .sort((a, b) => b.cosine - a.cosine)
      .map(({ id }) => id);
  });
}

function remembered(alikeTo: AlikeTo): AlikeTo {
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const alike = known.get(id) ?? alikeTo(id);
    known.set(id, alike);
    return alike;
  };
}

import { describe, expect, it } from 'vitest';
import { findRelatedPostmortems } from '../../../src/knowledge/similar/related-postmortems.ts';
import { PostmortemSimilarity } from '../../../src/knowledge/similar/similar-postmortems.ts';
import { createGeneratedKnowledge } from '../../bench/generated-knowledge.ts';

const knowledge = await createGeneratedKnowledge(150);
const similarity = new PostmortemSimilarity(knowledge);

describe('findRelatedPostmortems', () => {
  it('returns the five most similar and five that share a theme, and whether there are more', () => {
    for (const postmortem of knowledge.all('postmortem').slice(0, 30)) {
      const { before, again, undated, themes, hasMore } = findRelatedPostmortems(
        knowledge,
        similarity,
        postmortem,
      );
      const all = similarity.findSimilar(postmortem);
      const related = all.filter(({ strength }) => strength !== 'theme');
      const shown = [...before, ...again, ...undated].map((relation) => relation.postmortem.id);
      expect(shown.sort()).toEqual(
        related
          .slice(0, 5)
          .map((relation) => relation.postmortem.id)
          .sort(),
      );
      expect(themes.length).toBeLessThanOrEqual(5);
      if (related.length > 5) expect(hasMore).toBe(true);
    }
  });
});

describe('rankSimilar', () => {
  it('yields the reasons that the two have', () => {
    const [postmortem] = knowledge.all('postmortem');
    if (!postmortem) throw new Error('no postmortem');
    for (const { postmortem: other, reasons } of similarity.findSimilar(postmortem).slice(0, 20)) {
      expect(similarity.findReasons(postmortem, other)).toEqual(reasons);
    }
  });
});

import { generateContent } from '../../bench/content/generate-content.ts';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/graph/knowledge.ts';
import type { Content } from '../../src/knowledge/source/content.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';

/** Returns generated content that is not searched for secrets, which would take longer than the rest. */
function createGeneratedContent(postmortems: number): Promise<Content> {
  return createMaskedContent(generateContent(postmortems), 'generated', []);
}

/** Returns a knowledge base with many connections between its entries. */
export async function createGeneratedKnowledge(postmortems: number): Promise<Knowledge> {
  return createKnowledge(await createGeneratedContent(postmortems));
}

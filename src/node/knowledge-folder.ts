/** The knowledge base of the content folder on disk, for commands. The site has its own door: `content.ts`. */

import { runRules } from '../knowledge/check/run-rules.ts';
import { createEntries } from '../knowledge/graph/entries.ts';
import { Knowledge } from '../knowledge/graph/knowledge.ts';
import { readContent } from './content-folder.ts';

/** @throws where the content has errors: `npm run check` says which */
export async function readKnowledge(folder?: string): Promise<Knowledge> {
  const content = await readContent(folder);
  const site = content.site?.validated.data;
  const hasErrors = runRules(content).some(({ severity }) => severity === 'error');
  if (hasErrors || !site) throw new Error('The content has errors: see `npm run check`');
  return new Knowledge(createEntries(content), site);
}

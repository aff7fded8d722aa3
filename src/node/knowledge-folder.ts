/** Reads the knowledge base of the content folder, for commands. The site has its own entry point: `site-content.ts`. */
import { createKnowledge } from '../knowledge/graph/create-knowledge.ts';
import type { Knowledge } from '../knowledge/graph/knowledge.ts';
import { checkContent } from './check-content.ts';
import { readCommandContent } from './command-content.ts';
import { CommandError, EXIT_CODES } from './command-error.ts';

/** @throws a CommandError if there is no content folder, or if its content has errors */
export async function readKnowledge(folder?: string): Promise<Knowledge> {
  const { content, cache } = await readCommandContent(folder);
  const { errors } = await checkContent(content, content.files, cache);
  if (errors > 0) {
    throw new CommandError(
      'The content has errors. Run `npm run check` to list them, and fix them first.',
      EXIT_CODES.problems,
    );
  }
  return createKnowledge(content);
}

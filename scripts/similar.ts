/** `kb similar FILE`: whether the like was seen before, and which lessons it taught. */
import { relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { Command } from 'commander';
import { contentFolder, readContent } from '../src/content-folder.ts';
import { relatedForTerminal } from '../src/knowledge/reporters/review.ts';
import { knowledgeOf, reviewPostmortem } from '../src/knowledge/review.ts';
import { Similarity } from '../src/knowledge/similar.ts';

export const similarCommand = new Command('similar')
  .description('Shows where the like of a postmortem was seen before, and which lessons it taught.')
  .argument('<file>', 'a postmortem in the content folder')
  .action(async (file: string) => {
    const content = await readContent();
    const path = `${content.root}/${relative(contentFolder(), resolve(file)).split(sep).join('/')}`;
    const document = content.documents.find((candidate) => candidate.path === path);
    const knowledge = knowledgeOf(content);
    const entry = document && knowledge.find({ kind: 'postmortem', id: document.id });
    if (document?.kind !== 'postmortem') return refuse(`${file} is no postmortem in ${content.root}/.`);
    if (!entry) return refuse(`${file} cannot be read: \`npm run check -- ${file}\` says why.`);
    const related = reviewPostmortem(knowledge, new Similarity(knowledge), entry);
    process.stdout.write(relatedForTerminal(related, (text) => styleText('bold', text)));
  });

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

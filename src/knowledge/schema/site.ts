/** `content/site.yaml`: what a team sets once for its whole knowledge base. */
import { z } from 'zod';
import { optionalList, percent, text, webAddress } from './scalars.ts';

const knowledgeBase = z.strictObject({
  title: text.describe('What it is called beside its results.'),
  address: webAddress.describe('Where it stands, as its own site.yaml says.'),
});

export const siteSchema = z.strictObject({
  title: text.describe('The name of the knowledge base.'),
  description: text.describe('One sentence: whose knowledge it holds.'),
  address: webAddress.describe(
    'Where the site will stand. A path in it (https://example.org/kb/) is the prefix of every address.',
  ),
  repository: webAddress
    .optional()
    .describe('Where a content file can be edited: the address to which its path is appended.'),
  paper: z.enum(['a4', 'letter']).default('a4').describe('The paper that checklists are printed on.'),
  owner: text.optional().describe('The role or team to ask; never a person.'),
  sections: z
    .array(text)
    .default(['What happened', 'What was done'])
    .describe('The sections, each under a heading `##`, that every postmortem has.'),
  completeness: percent
    .default(50)
    .describe('How complete a postmortem has to be, in percent; below it the check warns.'),
  knowledgeBases: optionalList(knowledgeBase).describe(
    'Other sites that are searched too: knowledge bases of this kind, or any site with a Pagefind index.',
  ),
});

export type SiteData = z.output<typeof siteSchema>;
export type OtherKnowledgeBase = SiteData['knowledgeBases'][number];

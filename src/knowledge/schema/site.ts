/** `content/site.yaml`: the settings of a knowledge base. */
import { z } from 'zod';
import { field } from './field.ts';
import {
  accentColour,
  megabytes,
  optionalList,
  percent,
  picture,
  prose,
  role,
  text,
  ticketAddress,
  ticketPattern,
  webAddress,
} from './scalars.ts';
import { VISIBILITIES, withInternalFields } from './visibility.ts';

const knowledgeBase = z.strictObject({
  title: field(prose, 'The name to show next to its results.'),
  address: field(webAddress, 'Its address, as in its own site.yaml.'),
});

const ruleLevel = z.strictObject({
  rule: field(text, 'The name of the rule, as in a message.'),
  level: field(
    z.enum(['off', 'warn', 'error']),
    'Whether the rule is silent, warns, or makes the check fail.',
  ),
});

const ticketLink = z.strictObject({
  pattern: field(
    ticketPattern,
    'How the tickets look, with the part that changes in parentheses: `PAY-(\\d+)` for the tickets of one project, `([A-Z]+-\\d+)` for those of all projects.',
  ),
  address: field(
    ticketAddress,
    'The address of a ticket, in which `$1` stands for the part in parentheses: https://tickets.example.org/PAY-$1.',
  ),
});

export const siteSchema = withInternalFields({
  title: field(prose, 'The name of the knowledge base.'),
  description: field(prose, 'One sentence: whose knowledge it contains.'),
  address: field(
    webAddress,
    'The address of the published site. A path in it (https://example.org/kb/) is the prefix of every address.',
  ),
  repository: field(
    webAddress.optional(),
    'The address for editing a content file, to which the path of the file is appended.',
  ),
  logo: field(
    picture.optional(),
    'A picture next to the title in the header, shown 28 pixels high. It has to be readable on a light and on a dark background.',
  ),
  accent: field(
    accentColour.optional(),
    'The colour of links and buttons. The colour for the dark theme is derived from it.',
  ),
  paper: field(z.enum(['a4', 'letter']).default('a4'), 'The paper size of printed checklists.'),
  owner: field(role.optional(), 'The role or team to ask; never a person.'),
  securityContact: field(
    z
      .union([webAddress, z.string().regex(/^mailto:[^\s@]+@[^\s@]+$/)])
      .meta({ expected: 'an address that starts with https:// or mailto:' })
      .optional(),
    'Where to report a weakness of the site, for its security.txt: an address such as https://example.org/security or mailto:security@example.org.',
  ),
  visibility: field(
    z.enum(VISIBILITIES).default('internal'),
    'Who may read the lessons, services, recurring issues, activities and organizations that do not state it themselves; `internal` if the field is omitted.',
  ),
  sections: field(
    z.array(text).default(['What happened', 'What was done']),
    'The sections, each with a heading `##`, that every postmortem has.',
  ),
  completeness: field(
    percent.default(50),
    'How complete a postmortem has to be, in percent; the check warns below this.',
  ),
  rules: field(optionalList(ruleLevel), 'Rules with another level than their own.'),
  offlineBudget: field(
    megabytes.default(50),
    'How many megabytes of the site a browser keeps for use without a network. The oldest postmortems beyond it are left out; 0 keeps nothing.',
  ),
  ticketLinks: field(
    optionalList(ticketLink),
    'Where the tickets of actions are, so that their numbers become links. The first pattern that matches a whole ticket applies.',
  ),
  knowledgeBases: field(
    optionalList(knowledgeBase),
    'Other sites to search too: knowledge bases of this kind, or any site with a Pagefind index.',
  ),
});

export type SiteData = z.output<typeof siteSchema>;

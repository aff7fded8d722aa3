/**
 * Words that exclude people, with better ones, from the lists of the Inclusive Naming Initiative and from
 * operations texts. General lists (retext-equality) take 65 ms for a postmortem, and warn about "host",
 * "disabled", "simple" and "execute", which have their plain meaning here.
 */

import type { ContentFile } from '../../source/content.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote, type Span } from '../../source/problem.ts';
import { listSentenceLinks } from '../../source/sentences.ts';
import { createPhraseFinder, type Phrase } from '../phrase-finder.ts';
import { getProse } from '../prose.ts';
import { isQuoted } from '../quotations.ts';
import type { Rule } from './rule.ts';

const EXCLUSIONARY_PHRASES: readonly Phrase[] = [
  {
    pattern: 'slaves?(?:[- ](?:node|server|replica)s?)?',
    suggestion: 'Use `replica`, `secondary` or `standby`.',
  },
  { pattern: 'master[/-]slaves?', suggestion: 'Use `primary and replica`.' },
  { pattern: 'white-?list(?:s|ed|ing)?', suggestion: 'Use `allow list`, or `to allow`.' },
  { pattern: 'black-?list(?:s|ed|ing)?', suggestion: 'Use `deny list`, or `to block`.' },
  {
    pattern: 'gr[ae]y-?list(?:s|ed|ing)?',
    suggestion: 'Use `deferral list`. If you mean the mail technique, put the word in `code`.',
  },
  { pattern: '(?:black|white)[- ]?hat(?:s|ted)?', suggestion: 'Use `attacker`, or `security researcher`.' },
  {
    pattern: 'sanity[- ](?:check|test)(?:s|ed|ing)?',
    suggestion: 'Use `quick check`, or name what is checked.',
  },
  {
    pattern: 'dummy (?:value|data|variable|account|file|record|entry|user)s?',
    suggestion: 'Use `placeholder` or `sample`.',
  },
  { pattern: 'man[- ]hours?', suggestion: 'Use `person-hours`, or `hours of work`.' },
  { pattern: '(?:man|men)(?:power|ned)', suggestion: 'Use `staff`, or `staffed`.' },
  { pattern: 'unmanned', suggestion: 'Use `unstaffed`, or `automatic`.' },
  { pattern: 'man-in-the-middle', suggestion: 'Use `on-path attack`.' },
  { pattern: 'middlem[ae]n', suggestion: 'Use `intermediary`.' },
  { pattern: '(?:hey |you )?guys', suggestion: 'Use `everyone`, or `the team`.' },
  {
    pattern: '(?:grandfather(?:ed|ing)?(?: clause| in)?)',
    suggestion: 'Use `kept under the old terms`, or `legacy`.',
  },
  {
    pattern: '(?:crazy|insane(?:ly)?|nuts|lunatic|schizophrenic|psychotic|bonkers)',
    suggestion: 'Use `unexpected`, `very high` or `erratic`.',
  },
  { pattern: '(?:cripple[ds]?|crippling)', suggestion: 'Use `slowed`, `impaired` or `brought to a halt`.' },
  {
    // A lame delegation, of a lame server, is a term of the DNS (RFC 9499).
    pattern: '(?:lame(?! (?:delegations?|servers?|ducks?)\\b)|retarded|spastic)',
    suggestion: 'Describe what is wrong with it.',
  },
  {
    pattern:
      '(?:blind(?:ed)? to|blind spots?|turned a blind eye|blindly|deaf to|fell on deaf ears|tone[- ]deaf)',
    suggestion: 'Use `could not see`, `gap`, `without looking` or `was not heard`.',
  },
  {
    pattern: '(?:he or she|she or he|he/she|s/he|his or her|him or her)',
    suggestion: 'Use `they`, or name the role.',
  },
  {
    pattern: '(?:chairm[ae]n|foreman|cameraman|repairm[ae]n)',
    suggestion: 'Name the role: `chair`, `supervisor` or `technician`.',
  },
  { pattern: '(?:housekeeping)', suggestion: 'Use `clean-up` or `maintenance`.' },
  { pattern: '(?:tribal knowledge)', suggestion: 'Use `unwritten knowledge`.' },
  {
    pattern: '(?:pow-?wow|spirit animal|low man on the totem pole)',
    suggestion: 'Use `meeting`, `favourite` or `most junior`.',
  },
  { pattern: '(?:war ?rooms?)', suggestion: 'Use `incident room`.' },
  {
    pattern: '(?:suicid(?:e|al)|committed suicide)',
    suggestion: 'Use `exited by itself` or `shut itself down`.',
  },
  { pattern: '(?:rape[ds]?|raping)', suggestion: 'Describe what was done to the system.' },
  {
    pattern: '(?:gyp(?:ped|sy|sies)?|indian giver|ghetto|third[- ]world|first[- ]world problems?)',
    suggestion: 'Describe what you mean.',
  },
  {
    pattern:
      '(?:so easy (?:that )?(?:your|my) (?:mother|mom|mum|grandmother|grandma)|(?:mother|mom|mum|grandma)[- ]test)',
    suggestion: 'Use `easy for someone new to it`.',
  },
];

const findPhrases = createPhraseFinder(EXCLUSIONARY_PHRASES);

export const noExclusionaryWording: Rule = {
  name: 'no-exclusionary-wording',
  severity: 'warning',
  why: 'Everyone on call reads these pages. Words in `code` and in quotations are ignored, because there they are names.',
  example: { wrong: 'The slave was behind.', right: 'The replica was behind.' },
  check({ file, report }) {
    for (const { span, text, suggestion } of findPhrases(file)) {
      if (isQuoted(file, span.start) || isNextToItsName(file, span, text) || isSourceTitle(file, span.start))
        continue;
      report({
        span,
        message: `Unexpected ${quote(text)}, expected inclusive wording`,
        hint: suggestion,
      });
    }
  },
};

/** In characters, about two sentences. A passage can be as long as the file, and contain the word on every line. */
const MAX_NAME_DISTANCE = 300;

/** In `Slave_IO_Running and slave lag`, the word is the one that the product uses. */
function isNextToItsName(file: ContentFile, { start }: Span, word: string): boolean {
  const passage = getProse(file).findPassage(start);
  if (!passage) return false;
  const nearby = file.text.slice(
    Math.max(passage.start, start - MAX_NAME_DISTANCE),
    Math.min(passage.end, start + MAX_NAME_DISTANCE),
  );
  const identifiers = nearby.match(/[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+/gu) ?? [];
  return identifiers.some((identifier) => identifier.toLowerCase().includes(word.toLowerCase()));
}

/** The text of a link to another site is the title of what is there. */
function isSourceTitle(file: ContentFile, offset: number): boolean {
  const links = file.type === 'document' ? file.nodes.listByType('link') : [];
  const spans = [
    ...links.map((link) => ({ url: link.url, span: getNodeSpan(link) })),
    ...listSentenceLinks(file),
  ];
  return spans.some(({ url, span }) => /^https?:/.test(url) && offset >= span.start && offset < span.end);
}

/**
 * Words that shut people out, and what to say instead, after the lists of the Inclusive Naming Initiative and
 * what operations texts use. General lists (retext-equality) take 65 ms for a postmortem, and warn of "host",
 * "disabled", "simple" and "execute", which here mean what they say.
 */

import { quote } from '../../source/problem.ts';
import { createPhraseFinder, type Phrase } from '../phrase-finder.ts';
import { isQuoted } from '../quotations.ts';
import type { Rule } from './rule.ts';

const EXCLUSIONARY_PHRASES: readonly Phrase[] = [
  {
    pattern: 'slaves?(?:[- ](?:node|server|replica)s?)?',
    suggestion: 'Say `replica`, `secondary` or `standby`.',
  },
  { pattern: 'master[/-]slaves?', suggestion: 'Say `primary and replica`.' },
  { pattern: 'white-?list(?:s|ed|ing)?', suggestion: 'Say `allow list`, or `to allow`.' },
  { pattern: 'black-?list(?:s|ed|ing)?', suggestion: 'Say `deny list`, or `to block`.' },
  {
    pattern: 'gr[ae]y-?list(?:s|ed|ing)?',
    suggestion: 'Say `deferral list`, unless it is the name of the mail technique: then put it in `code`.',
  },
  { pattern: '(?:black|white)[- ]?hat(?:s|ted)?', suggestion: 'Say `attacker`, or `security researcher`.' },
  { pattern: 'sanity[- ](?:check|test)(?:s|ed|ing)?', suggestion: 'Say `quick check`, or what is checked.' },
  {
    pattern: 'dummy (?:value|data|variable|account|file|record|entry|user)s?',
    suggestion: 'Say `placeholder` or `sample`.',
  },
  { pattern: 'man[- ]hours?', suggestion: 'Say `person-hours`, or `hours of work`.' },
  { pattern: '(?:man|men)(?:power|ned)', suggestion: 'Say `staff`, or `staffed`.' },
  { pattern: 'unmanned', suggestion: 'Say `unstaffed`, or `automatic`.' },
  { pattern: 'man-in-the-middle', suggestion: 'Say `on-path attack`.' },
  { pattern: 'middlem[ae]n', suggestion: 'Say `intermediary`.' },
  { pattern: '(?:hey |you )?guys', suggestion: 'Say `everyone`, or `the team`.' },
  {
    pattern: '(?:grandfather(?:ed|ing)?(?: clause| in)?)',
    suggestion: 'Say `kept under the old terms`, or `legacy`.',
  },
  {
    pattern: '(?:crazy|insane(?:ly)?|nuts|lunatic|schizophrenic|psychotic|bonkers)',
    suggestion: 'Say `unexpected`, `very high`, `erratic`.',
  },
  { pattern: '(?:cripple[ds]?|crippling)', suggestion: 'Say `slowed`, `impaired`, `brought to a halt`.' },
  { pattern: '(?:lame|retarded|spastic)', suggestion: 'Say what is wrong with it.' },
  {
    pattern:
      '(?:blind(?:ed)? to|blind spots?|turned a blind eye|blindly|deaf to|fell on deaf ears|tone[- ]deaf)',
    suggestion: 'Say `could not see`, `gap`, `without looking`, `was not heard`.',
  },
  {
    pattern: '(?:he or she|she or he|he/she|s/he|his or her|him or her)',
    suggestion: 'Say `they`, or name the role.',
  },
  {
    pattern: '(?:chairm[ae]n|foreman|cameraman|repairm[ae]n)',
    suggestion: 'Name the role: `chair`, `supervisor`, `technician`.',
  },
  { pattern: '(?:housekeeping)', suggestion: 'Say `clean-up` or `maintenance`.' },
  { pattern: '(?:tribal knowledge)', suggestion: 'Say `unwritten knowledge`.' },
  {
    pattern: '(?:pow-?wow|spirit animal|low man on the totem pole)',
    suggestion: 'Say `meeting`, `favourite`, `most junior`.',
  },
  { pattern: '(?:war ?rooms?)', suggestion: 'Say `incident room`.' },
  {
    pattern: '(?:suicid(?:e|al)|committed suicide)',
    suggestion: 'Say `exited by itself`, `shut itself down`.',
  },
  { pattern: '(?:rape[ds]?|raping)', suggestion: 'Say what was done to the system.' },
  {
    pattern: '(?:gyp(?:ped|sy|sies)?|indian giver|ghetto|third[- ]world|first[- ]world problems?)',
    suggestion: 'Say what is meant.',
  },
  {
    pattern:
      '(?:so easy (?:that )?(?:your|my) (?:mother|mom|mum|grandmother|grandma)|(?:mother|mom|mum|grandma)[- ]test)',
    suggestion: 'Say `easy for someone new to it`.',
  },
];

const findPhrases = createPhraseFinder(EXCLUSIONARY_PHRASES);

export const noExclusionaryWording: Rule = {
  name: 'no-exclusionary-wording',
  severity: 'warning',
  why: 'A page is read by everyone who is on call. Words in `code` and quotations are left alone: there they are names.',
  example: { wrong: 'The slave was behind.', right: 'The replica was behind.' },
  check({ file, report }) {
    for (const { span, text: written, suggestion: instead } of findPhrases(file)) {
      if (isQuoted(file, span.start)) continue;
      report({
        span,
        message: `Unexpected ${quote(written)}, expected a word that shuts nobody out`,
        hint: instead,
      });
    }
  },
};

/**
 * Words that shut people out, and what to say instead, after the lists of the Inclusive Naming Initiative and
 * what operations texts use. General lists (retext-equality) take 65 ms for a postmortem, and warn of "host",
 * "disabled", "simple" and "execute", which here mean what they say.
 */

import { quote } from '../../source/problem.ts';
import { type Phrase, phraseFinder } from '../phrases.ts';
import type { Rule } from './rule.ts';

const WORDS: readonly Phrase[] = [
  { said: 'slaves?(?:[- ](?:node|server|replica)s?)?', instead: 'Say `replica`, `secondary` or `standby`.' },
  { said: 'master[/-]slaves?', instead: 'Say `primary and replica`.' },
  { said: 'white-?list(?:s|ed|ing)?', instead: 'Say `allow list`, or `to allow`.' },
  { said: 'black-?list(?:s|ed|ing)?', instead: 'Say `deny list`, or `to block`.' },
  {
    said: 'gr[ae]y-?list(?:s|ed|ing)?',
    instead: 'Say `deferral list`, unless it is the name of the mail technique: then put it in `code`.',
  },
  { said: '(?:black|white)[- ]?hat(?:s|ted)?', instead: 'Say `attacker`, or `security researcher`.' },
  { said: 'sanity[- ](?:check|test)(?:s|ed|ing)?', instead: 'Say `quick check`, or what is checked.' },
  {
    said: 'dummy (?:value|data|variable|account|file|record|entry|user)s?',
    instead: 'Say `placeholder` or `sample`.',
  },
  { said: 'man[- ]hours?', instead: 'Say `person-hours`, or `hours of work`.' },
  { said: '(?:man|men)(?:power|ned)', instead: 'Say `staff`, or `staffed`.' },
  { said: 'unmanned', instead: 'Say `unstaffed`, or `automatic`.' },
  { said: 'man-in-the-middle', instead: 'Say `on-path attack`.' },
  { said: 'middlem[ae]n', instead: 'Say `intermediary`.' },
  { said: '(?:hey |you )?guys', instead: 'Say `everyone`, or `the team`.' },
  {
    said: '(?:grandfather(?:ed|ing)?(?: clause| in)?)',
    instead: 'Say `kept under the old terms`, or `legacy`.',
  },
  {
    said: '(?:crazy|insane(?:ly)?|nuts|lunatic|schizophrenic|psychotic|bonkers)',
    instead: 'Say `unexpected`, `very high`, `erratic`.',
  },
  { said: '(?:cripple[ds]?|crippling)', instead: 'Say `slowed`, `impaired`, `brought to a halt`.' },
  { said: '(?:lame|retarded|spastic)', instead: 'Say what is wrong with it.' },
  {
    said: '(?:blind(?:ed)? to|blind spots?|turned a blind eye|blindly|deaf to|fell on deaf ears|tone[- ]deaf)',
    instead: 'Say `could not see`, `gap`, `without looking`, `was not heard`.',
  },
  {
    said: '(?:he or she|she or he|he/she|s/he|his or her|him or her)',
    instead: 'Say `they`, or name the role.',
  },
  {
    said: '(?:chairm[ae]n|foreman|cameraman|repairm[ae]n)',
    instead: 'Name the role: `chair`, `supervisor`, `technician`.',
  },
  { said: '(?:housekeeping)', instead: 'Say `clean-up` or `maintenance`.' },
  { said: '(?:tribal knowledge)', instead: 'Say `unwritten knowledge`.' },
  {
    said: '(?:pow-?wow|spirit animal|low man on the totem pole)',
    instead: 'Say `meeting`, `favourite`, `most junior`.',
  },
  { said: '(?:war ?rooms?)', instead: 'Say `incident room`.' },
  { said: '(?:suicid(?:e|al)|committed suicide)', instead: 'Say `exited by itself`, `shut itself down`.' },
  { said: '(?:rape[ds]?|raping)', instead: 'Say what was done to the system.' },
  {
    said: '(?:gyp(?:ped|sy|sies)?|indian giver|ghetto|third[- ]world|first[- ]world problems?)',
    instead: 'Say what is meant.',
  },
  {
    said: '(?:so easy (?:that )?(?:your|my) (?:mother|mom|mum|grandmother|grandma)|(?:mother|mom|mum|grandma)[- ]test)',
    instead: 'Say `easy for someone new to it`.',
  },
];

const find = phraseFinder(WORDS);

export const inclusiveWording: Rule = {
  name: 'inclusive-wording',
  severity: 'warning',
  why: 'A page is read by everyone who is on call. Words in `code` and quotations are left alone: there they are names.',
  example: { wrong: 'The slave was behind.', right: 'The replica was behind.' },
  check({ file, report }) {
    for (const { span, written, instead } of find(file)) {
      report({
        span,
        message: `Unexpected ${quote(written)}, expected a word that shuts nobody out`,
        hint: instead,
      });
    }
  },
};

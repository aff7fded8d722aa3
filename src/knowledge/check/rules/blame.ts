/**
 * Blame. No library has these phrases (retext-equality, alex and write-good find none of them). Each comes with
 * what to write instead: the condition of the system, not the state of a person.
 */

import { quote } from '../../source/problem.ts';
import { type Phrase, phraseFinder } from '../phrases.ts';
import type { Rule } from './rule.ts';

const ASK_SYSTEM = 'Say what made the slip easy, and what did not catch it.';
const SAY_KNOWN = 'Say what was known at the time, and what would have shown it.';
const SAY_STEP = 'Say which step had to be remembered, and what could do or ask for it instead.';
const SAY_CONDITION = 'Say under which conditions it was done: the alert, the hour, the tool, the deadline.';

const SAY_VIEW =
  'Say what whoever stood there could see and do; how long they had been there explains nothing.';

/** The advice for each kind of phrase, with a sentence before and after it, for the guide. */
export const BLAME_WORDING: readonly {
  readonly instead: string;
  readonly wrong: string;
  readonly right: string;
}[] = [
  {
    instead: ASK_SYSTEM,
    wrong: 'The cause was human error.',
    right: 'The two prompts look alike, and the command asks for no confirmation.',
  },
  {
    instead: SAY_KNOWN,
    wrong: 'They should have noticed that the queue was full.',
    right: 'The dashboard showed the machines as up; nothing showed the length of the queue.',
  },
  {
    instead: SAY_STEP,
    wrong: 'The engineer forgot to renew the certificate.',
    right: 'Renewing the certificate was a step that one person had to remember.',
  },
  {
    instead: SAY_CONDITION,
    wrong: 'The change was careless.',
    right: 'The change was made at three in the morning, during the second alert of the night.',
  },
  {
    instead: SAY_VIEW,
    wrong: 'The junior engineer ran the script on the wrong host.',
    right: 'The script names no host, and whoever ran it saw no difference between the two.',
  },
];

const BLAME: readonly Phrase[] = [
  { said: '(?:human|user|operator|pilot|people|manual|developer|engineer) errors?', instead: ASK_SYSTEM },
  {
    said: "(?:human|somebody's|someone's|his|her|their|rookie|silly|stupid|dumb|careless|embarrassing) mistakes?",
    instead: ASK_SYSTEM,
  },
  { said: '(?:pebkac|pebcak|id10t|layer 8 (?:problem|error|issue))', instead: ASK_SYSTEM },
  {
    said: "(?:should|could|ought to|must)(?: have|'ve|’ve) (?:easily |really |probably |simply |just )?(?:known|noticed|seen|checked|realised|realized|caught|remembered|thought|foreseen|anticipated|been (?:more )?(?:careful|aware|obvious|attentive))",
    instead: SAY_KNOWN,
  },
  {
    said: '(?:(?:had|has|have|was|were) )?(?:forgot|forgotten|forgets)(?: (?:to|about|that|the))?',
    instead: SAY_STEP,
  },
  { said: 'neglect(?:ed|ing|s)? to', instead: SAY_STEP },
  {
    said: 'failed to (?:notice|follow|remember|think|reali[sz]e|communicate|double-check|pay|understand|read|inform|tell|ask)',
    instead: SAY_STEP,
  },
  {
    said: "(?:did not|didn't|didn’t) (?:bother|care|think|pay attention|read the|follow (?:the )?(?:procedure|process|runbook|instructions|rules))",
    instead: SAY_CONDITION,
  },
  {
    said: '(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|sloppy|sloppi(?:ly|ness)|reckless(?:ly|ness)?|incompeten(?:t|ce)|inattenti(?:ve|on)|irresponsibl[ey]|clums(?:y|ily|iness)|complacen(?:t|cy))',
    instead: SAY_CONDITION,
  },
  {
    said: '(?:stupid(?:ly|ity)?|idiot(?:ic|s)?|foolish(?:ly)?|moron(?:ic|s)?|ignoran(?:t|ce)|laziness)',
    instead: SAY_CONDITION,
  },
  {
    said: '(?:lack of|insufficient|without) (?:attention|care|discipline|diligence|common sense|ownership)',
    instead: SAY_CONDITION,
  },
  { said: '(?:not|without) paying attention', instead: SAY_CONDITION },
  {
    said: '(?:is|are|was|were) (?:at fault|to blame|guilty|responsible for the (?:outage|incident|failure|mistake|error))',
    instead: ASK_SYSTEM,
  },
  {
    said: '(?:blame(?:d|s)? (?:on|lies|falls)|the fault of|(?:his|her|their|whose) (?:own )?fault|fat[- ]finger(?:ed|ing|s)?|bad apples?|root cause was (?:a |an |the )?(?:human|engineer|operator|developer|person))',
    instead: ASK_SYSTEM,
  },
  {
    said: '(?:violat(?:ed|ion of|ing)|ignor(?:ed|ing)|disregard(?:ed|ing)) (?:the |our )?(?:procedures?|process|policy|policies|rules?|instructions?|warnings?)',
    instead: SAY_CONDITION,
  },
  {
    said: '(?:the |an? )(?:intern|inexperienced|untrained|junior|new hire)(?: (?:engineer|developer|operator|admin|administrator|employee))?',
    instead: SAY_VIEW,
  },
];

const find = phraseFinder(BLAME);

/** Speaking of a phrase is not using it: `"human error" is no factor`. */
const QUOTES = /["“”„'‘’«»]/;

export const blame: Rule = {
  name: 'blame',
  severity: 'error',
  warnsInDraft: true,
  why: 'Blame ends the search for causes, and the next time nobody tells what happened. A postmortem names conditions, never what is wrong with a person.',
  example: {
    wrong: 'The engineer forgot to renew the certificate.',
    right: 'Renewing the certificate was a step that one person had to remember.',
  },
  check({ file, report }) {
    for (const { span, written, instead } of find(file)) {
      const isQuoted = QUOTES.test(file.text[span.start - 1] ?? '') && QUOTES.test(file.text[span.end] ?? '');
      if (isQuoted) continue;
      report({
        span,
        message: `Unexpected blame ${quote(written)}, expected what made it possible`,
        hint: instead,
      });
    }
  },
};

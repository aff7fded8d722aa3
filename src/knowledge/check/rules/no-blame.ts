/**
 * Blame. No library has these phrases (retext-equality, alex and write-good find none of them). Each comes with
 * what to write instead: the condition of the system, not the state of a person.
 */

import { quote } from '../../source/problem.ts';
import { createPhraseFinder, type Phrase } from '../phrase-finder.ts';
import type { Rule } from './rule.ts';

const ASK_SYSTEM = 'Say what made the slip easy, and what did not catch it.';
const SAY_KNOWN = 'Say what was known at the time, and what would have shown it.';
const SAY_STEP = 'Say which step had to be remembered, and what could do or ask for it instead.';
const SAY_CONDITION = 'Say under which conditions it was done: the alert, the hour, the tool, the deadline.';

const SAY_VIEW =
  'Say what whoever stood there could see and do; how long they had been there explains nothing.';

/** The advice for each kind of phrase, with a sentence before and after it, for the guide. */
export const BLAME_EXAMPLES: readonly {
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

const BLAME_PHRASES: readonly Phrase[] = [
  {
    pattern: '(?:human|user|operator|pilot|people|manual|developer|engineer) errors?',
    suggestion: ASK_SYSTEM,
  },
  {
    pattern:
      "(?:human|somebody's|someone's|his|her|their|rookie|silly|stupid|dumb|careless|embarrassing) mistakes?",
    suggestion: ASK_SYSTEM,
  },
  { pattern: '(?:pebkac|pebcak|id10t|layer 8 (?:problem|error|issue))', suggestion: ASK_SYSTEM },
  {
    pattern:
      "(?:should|could|ought to|must)(?: have|'ve|’ve) (?:easily |really |probably |simply |just )?(?:known|noticed|seen|checked|realised|realized|caught|remembered|thought|foreseen|anticipated|been (?:more )?(?:careful|aware|obvious|attentive))",
    suggestion: SAY_KNOWN,
  },
  {
    pattern: '(?:(?:had|has|have|was|were) )?(?:forgot|forgotten|forgets)(?: (?:to|about|that|the))?',
    suggestion: SAY_STEP,
  },
  { pattern: 'neglect(?:ed|ing|s)? to', suggestion: SAY_STEP },
  {
    pattern:
      'failed to (?:notice|follow|remember|think|reali[sz]e|communicate|double-check|pay|understand|read|inform|tell|ask)',
    suggestion: SAY_STEP,
  },
  {
    pattern:
      "(?:did not|didn't|didn’t) (?:bother|care|think|pay attention|read the|follow (?:the )?(?:procedure|process|runbook|instructions|rules))",
    suggestion: SAY_CONDITION,
  },
  {
    pattern:
      '(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|sloppy|sloppi(?:ly|ness)|reckless(?:ly|ness)?|incompeten(?:t|ce)|inattenti(?:ve|on)|irresponsibl[ey]|clums(?:y|ily|iness)|complacen(?:t|cy))',
    suggestion: SAY_CONDITION,
  },
  {
    pattern: '(?:stupid(?:ly|ity)?|idiot(?:ic|s)?|foolish(?:ly)?|moron(?:ic|s)?|ignoran(?:t|ce)|laziness)',
    suggestion: SAY_CONDITION,
  },
  {
    pattern:
      '(?:lack of|insufficient|without) (?:attention|care|discipline|diligence|common sense|ownership)',
    suggestion: SAY_CONDITION,
  },
  { pattern: '(?:not|without) paying attention', suggestion: SAY_CONDITION },
  {
    pattern:
      '(?:is|are|was|were) (?:at fault|to blame|guilty|responsible for the (?:outage|incident|failure|mistake|error))',
    suggestion: ASK_SYSTEM,
  },
  {
    pattern:
      '(?:blame(?:d|s)? (?:on|lies|falls)|the fault of|(?:his|her|their|whose) (?:own )?fault|fat[- ]finger(?:ed|ing|s)?|bad apples?|root cause was (?:a |an |the )?(?:human|engineer|operator|developer|person))',
    suggestion: ASK_SYSTEM,
  },
  {
    pattern:
      '(?:violat(?:ed|ion of|ing)|ignor(?:ed|ing)|disregard(?:ed|ing)) (?:the |our )?(?:procedures?|process|policy|policies|rules?|instructions?|warnings?)',
    suggestion: SAY_CONDITION,
  },
  {
    pattern:
      '(?:the |an? )(?:intern|inexperienced|untrained|junior|new hire)(?: (?:engineer|developer|operator|admin|administrator|employee))?',
    suggestion: SAY_VIEW,
  },
];

const findBlame = createPhraseFinder(BLAME_PHRASES);

/** Speaking of a phrase is not using it: `"human error" is no factor`. */
const QUOTE_MARKS = /["“”„'‘’«»]/;

export const noBlame: Rule = {
  name: 'no-blame',
  severity: 'error',
  warnsInDraft: true,
  why: 'Blame ends the search for causes, and the next time nobody tells what happened. A postmortem names conditions, never what is wrong with a person.',
  example: {
    wrong: 'The engineer forgot to renew the certificate.',
    right: 'Renewing the certificate was a step that one person had to remember.',
  },
  check({ file, report }) {
    for (const { span, text: written, suggestion: instead } of findBlame(file)) {
      const isQuoted =
        QUOTE_MARKS.test(file.text[span.start - 1] ?? '') && QUOTE_MARKS.test(file.text[span.end] ?? '');
      if (isQuoted) continue;
      report({
        span,
        message: `Unexpected blame ${quote(written)}, expected what made it possible`,
        hint: instead,
      });
    }
  },
};

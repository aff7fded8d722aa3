/**
 * No library has these phrases (retext-equality, alex and write-good find none of them). Each has advice on what to
 * write instead: the condition of the system, not the state of a person.
 */

import { quote } from '../../source/problem.ts';
import { createPhraseFinder, type Phrase } from '../phrase-finder.ts';
import type { Rule } from './rule.ts';

const ABOUT_SYSTEM = 'Write what made the slip easy, and why nothing caught it.';
const ABOUT_KNOWLEDGE = 'Write what people knew at the time, and what would have shown them more.';
const ABOUT_STEP = 'Write which step people had to remember, and what could do it or ask for it instead.';
const ABOUT_CONDITIONS =
  'Write under which conditions it happened: the alert, the time of day, the tool, the deadline.';
const ABOUT_VIEW = 'Write what the person could see and do. Their experience does not explain it.';

/** Each piece of advice with a sentence that the rule rejects and a better one. The guide shows them. */
export const BLAME_EXAMPLES: readonly {
  readonly advice: string;
  readonly wrong: string;
  readonly right: string;
}[] = [
  {
    advice: ABOUT_SYSTEM,
    wrong: 'The cause was human error.',
    right: 'The two prompts look alike, and the command asks for no confirmation.',
  },
  {
    advice: ABOUT_KNOWLEDGE,
    wrong: 'They should have noticed that the queue was full.',
    right: 'The dashboard showed the machines as up; nothing showed the length of the queue.',
  },
  {
    advice: ABOUT_STEP,
    wrong: 'The engineer forgot to renew the certificate.',
    right: 'Renewing the certificate was a step that one person had to remember.',
  },
  {
    advice: ABOUT_CONDITIONS,
    wrong: 'The change was careless.',
    right: 'The change was made at three in the morning, during the second alert of the night.',
  },
  {
    advice: ABOUT_VIEW,
    wrong: 'The junior engineer ran the script on the wrong host.',
    right: 'The script does not show the host, so both terminals looked the same.',
  },
];

const BLAME_PHRASES: readonly Phrase[] = [
  {
    pattern: '(?:human|user|operator|pilot|people|manual|developer|engineer) errors?',
    suggestion: ABOUT_SYSTEM,
  },
  {
    pattern:
      "(?:human|somebody's|someone's|his|her|their|rookie|silly|stupid|dumb|careless|embarrassing) mistakes?",
    suggestion: ABOUT_SYSTEM,
  },
  { pattern: '(?:pebkac|pebcak|id10t|layer 8 (?:problem|error|issue))', suggestion: ABOUT_SYSTEM },
  {
    pattern:
      "(?:should|could|ought to|must)(?: have|'ve|’ve) (?:easily |really |probably |simply |just )?(?:known|noticed|seen|checked|realised|realized|caught|remembered|thought|foreseen|anticipated|been (?:more )?(?:careful|aware|obvious|attentive))",
    suggestion: ABOUT_KNOWLEDGE,
  },
  {
    pattern: '(?:(?:had|has|have|was|were) )?(?:forgot|forgotten|forgets)(?: (?:to|about|that|the))?',
    suggestion: ABOUT_STEP,
  },
  { pattern: 'neglect(?:ed|ing|s)? to', suggestion: ABOUT_STEP },
  {
    pattern:
      'failed to (?:notice|follow|remember|think|reali[sz]e|communicate|double-check|pay|understand|read|inform|tell|ask)',
    suggestion: ABOUT_STEP,
  },
  {
    pattern:
      "(?:did not|didn't|didn’t) (?:bother|care|think|pay attention|read the|follow (?:the )?(?:procedure|process|runbook|instructions|rules))",
    suggestion: ABOUT_CONDITIONS,
  },
  {
    pattern:
      '(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|sloppy|sloppi(?:ly|ness)|reckless(?:ly|ness)?|incompeten(?:t|ce)|inattenti(?:ve|on)|irresponsibl[ey]|clums(?:y|ily|iness)|complacen(?:t|cy))',
    suggestion: ABOUT_CONDITIONS,
  },
  {
    pattern: '(?:stupid(?:ly|ity)?|idiot(?:ic|s)?|foolish(?:ly)?|moron(?:ic|s)?|ignoran(?:t|ce)|laziness)',
    suggestion: ABOUT_CONDITIONS,
  },
  {
    pattern:
      '(?:lack of|insufficient|without) (?:attention|care|discipline|diligence|common sense|ownership)',
    suggestion: ABOUT_CONDITIONS,
  },
  { pattern: '(?:not|without) paying attention', suggestion: ABOUT_CONDITIONS },
  {
    pattern:
      '(?:is|are|was|were) (?:at fault|to blame|guilty|responsible for the (?:outage|incident|failure|mistake|error))',
    suggestion: ABOUT_SYSTEM,
  },
  {
    pattern:
      '(?:blame(?:d|s)? (?:on|lies|falls)|the fault of|(?:his|her|their|whose) (?:own )?fault|fat[- ]finger(?:ed|ing|s)?|bad apples?|root cause was (?:a |an |the )?(?:human|engineer|operator|developer|person))',
    suggestion: ABOUT_SYSTEM,
  },
  {
    pattern:
      '(?:violat(?:ed|ion of|ing)|ignor(?:ed|ing)|disregard(?:ed|ing)) (?:the |our )?(?:procedures?|process|policy|policies|rules?|instructions?|warnings?)',
    suggestion: ABOUT_CONDITIONS,
  },
  {
    pattern:
      '(?:the |an? )(?:intern|inexperienced|untrained|junior|new hire)(?: (?:engineer|developer|operator|admin|administrator|employee))?',
    suggestion: ABOUT_VIEW,
  },
];

const findBlame = createPhraseFinder(BLAME_PHRASES);

/** A quoted phrase is mentioned, not used: `"human error" is not a factor`. */
const QUOTE_MARKS = /["“”„'‘’«»]/;

export const noBlame: Rule = {
  name: 'no-blame',
  severity: 'error',
  warnsInDraft: true,
  why: 'Blame ends the search for causes, and next time nobody reports what happened. A postmortem describes conditions, never what is wrong with a person.',
  example: {
    wrong: 'The engineer forgot to renew the certificate.',
    right: 'Renewing the certificate was a step that one person had to remember.',
  },
  check({ file, report }) {
    for (const { span, text, suggestion } of findBlame(file)) {
      const isQuoted =
        QUOTE_MARKS.test(file.text[span.start - 1] ?? '') && QUOTE_MARKS.test(file.text[span.end] ?? '');
      if (isQuoted) continue;
      report({
        span,
        message: `Unexpected blame ${quote(text)}, expected what made it possible`,
        hint: suggestion,
      });
    }
  },
};

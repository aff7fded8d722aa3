/**
 * Phrases that blame people. No library has them (retext-equality, alex and write-good find none). Each has advice on
 * what to write instead: the condition of the system, not the state of a person.
 */
import { PERSON_NOUNS } from './blame-subject.ts';
import type { Phrase } from './phrase-finder.ts';

export const ABOUT_SYSTEM = 'Write what made the slip easy, and why nothing caught it.';
export const ABOUT_KNOWLEDGE = 'Write what people knew at the time, and what would have shown them more.';
export const ABOUT_STEP =
  'Write which step people had to remember, and what could do it or ask for it instead.';
export const ABOUT_CONDITIONS =
  'Write under which conditions it happened: the alert, the time of day, the tool, the deadline.';
export const ABOUT_VIEW = 'Write what the person could see and do. Their experience does not explain it.';

export interface BlamePhrase extends Phrase {
  /**
   * Whose verb it has to be, to be blame. `person or they` is for verbs of thinking, which machines do not have.
   * Omitted if the phrase itself is about people.
   */
  readonly subject?: 'person' | 'person or they';
}

const BE = '(?:is|are|was|were|be|been|being)';
const PERSON = `(?:(?:the|an?|our|their|his|her|this|that|some|another|each|every)(?: (?:\\p{L}+[- ]){0,2})?)?${PERSON_NOUNS}`;
/** Conduct that only people have. A phrase query can be sloppy too. */
const FAULTY =
  '(?:careless|negligent|sloppy|reckless|incompetent|inattentive|irresponsible|clumsy|complacent|stupid|idiotic|foolish|moronic|ignorant|lazy|thoughtless|unprofessional)';
const DEED =
  '(?:mistakes?|errors?|changes?|decisions?|deploy(?:s|ments?)?|work|edits?|commands?|handling|actions?|behaviou?r|move|attitude|oversights?|slips?|commits?|merges?|roll-?outs?|use)';
const CAUSE =
  '(?:due to|caused by|because of|result of|down to|attributed to|blamed on|led to by|cause (?:is|was)|cause:|it (?:is|was)|this (?:is|was)|that (?:is|was)|but|purely|simply|plain)';

function createPhrase(
  suggestion: string,
  subject: BlamePhrase['subject'],
  ...patterns: string[]
): BlamePhrase {
  return { pattern: `(?:${patterns.join('|')})`, suggestion, ...(subject ? { subject } : {}) };
}

export const BLAME_PHRASES: readonly BlamePhrase[] = [
  createPhrase(
    ABOUT_SYSTEM,
    undefined,
    '(?:human|pilot|people) (?:errors?|failings?)(?! (?:message|code|page|text))',
    'human failures?',
    `(?<=${CAUSE} (?:an? |the |pure |simple |plain |clear )?)(?:user|operator|manual|developer|engineer|admin|administrator|team) errors?`,
    "(?:human|rookie|silly|stupid|dumb|careless|embarrassing|beginner[’']s|somebody[’']s|someone[’']s|his|her) mistakes?",
    'pebkac|pebcak|id10t|layer 8 (?:problem|error|issue)',
    'fat[- ]finger(?:ed|ing|s)?',
    `(?:the )?blame (?:lies|falls|rests) (?:with|on) (?:the |our |an? )?(?:\\p{L}+ ){0,2}${PERSON_NOUNS}`,
    `(?:the )?fault of (?:${PERSON}|an? (?:new |junior )?\\p{L}+ (?:who|of))`,
    '(?:his|her|my|your) (?:own )?fault|whose fault',
    `${PERSON_NOUNS}[’']s? (?:own )?(?:fault|mistakes?|negligence|carelessness|incompetence|ignorance|laziness)`,
    `(?:mistakes?|blunders?|oversights?) (?:of|by|made by|on the part of) ${PERSON}`,
    'bad apples?',
    `root cause(?: (?:was|is))? (?:a |an |the )?(?:human|${PERSON_NOUNS})\\b`,
  ),
  createPhrase(
    ABOUT_SYSTEM,
    'person',
    `${BE} (?:at fault|to blame|guilty)`,
    `${BE} responsible for the (?:outage|incident|failure|mistake|error|problem|damage)`,
  ),
  createPhrase(
    ABOUT_SYSTEM,
    'person',
    '(?:made|makes|did|committed) (?:an?|the|another|several|some) (?:\\p{L}+ )?(?:mistakes?|blunders?)',
    '(?:botched|bungled|mishandled|messed up|screwed up|blundered|goofed|fumbled)',
    '(?:deserves?|should be|must be|has to be|needs to be|was|were) (?:fired|disciplined|reprimanded|punished|sanctioned|retrained|dismissed)',
  ),
  createPhrase(
    ABOUT_KNOWLEDGE,
    'person or they',
    "(?:should|could|ought to)(?: never| not)?(?: have|'ve|’ve) (?:easily |really |probably |simply |just |clearly )?(?:known|noticed|seen|checked|realised|realized|caught|remembered|thought|foreseen|anticipated|read|asked|understood|spotted|tested|told|informed|communicated|escalated|warned|waited|reacted|verified|followed|run|done|double-checked|been (?:more )?(?:careful|aware|attentive))",
  ),
  createPhrase(
    ABOUT_KNOWLEDGE,
    'person or they',
    '(?:overlooked|misread|misunderstood|misjudged)',
    "(?:had no idea|(?:did not|didn[’']t) know) what (?:he|she|they) (?:was|were) doing",
  ),
  createPhrase(ABOUT_KNOWLEDGE, undefined, 'should have been obvious'),
  createPhrase(
    ABOUT_STEP,
    'person or they',
    '(?:forgot|forgotten|forgets|forget)(?: (?:to|about|that|the))?',
  ),
  createPhrase(ABOUT_STEP, undefined, `forgotten by ${PERSON}`),
  createPhrase(
    ABOUT_STEP,
    'person',
    'neglect(?:ed|ing|s)? to',
    'fail(?:ed|s|ing)? to (?:notice|follow|remember|think|reali[sz]e|communicate|double-check|check|verify|pay|understand|read|inform|tell|ask|test|escalate|consider|see|anticipate)',
    "(?:did not|didn't|didn’t) (?:communicate|tell|inform|escalate)",
    'forgot(?:ten)?',
  ),
  createPhrase(
    ABOUT_CONDITIONS,
    'person or they',
    "(?:did not|didn't|didn’t|had not|hadn't|hadn’t|never) (?:bother(?:ed)?|cared? (?:about|enough|to)|care|think|thought(?: about)?|pay attention|paid attention|read the|follow(?:ed)? (?:the |our )?(?:procedures?|process|runbooks?|instructions?|rules?|checklist|guidelines?))",
    "(?:was|were) not (?:paying attention|careful(?: enough)?)|wasn[’']t (?:paying attention|careful)",
    '(?:violat(?:ed|es|ing)|ignor(?:ed|es|ing)|disregard(?:ed|s|ing)) (?:the |our |all |every |any )?(?:procedures?|process|policy|policies|rules?|instructions?|warnings?|runbooks?|guidelines?)',
    '(?:must|has to|have to|should|needs? to) be more (?:careful|attentive|diligent|disciplined)',
    '(?:wrongly|mistakenly|erroneously) (?:assumed|believed|thought|typed|entered|deleted|removed|ran|executed|chose|changed|approved|merged)',
    'panicked|acted (?:carelessly|recklessly|negligently|hastily|irresponsibly)',
    'lack(?:ed|s)? (?:common sense|discipline|diligence|attention|care)',
  ),
  createPhrase(
    ABOUT_CONDITIONS,
    undefined,
    '(?:carelessly|negligently|recklessly|irresponsibly|thoughtlessly|foolishly|stupidly)',
    '(?:carelessness|negligence|sloppiness|recklessness|incompetence|inattention|complacency|laziness|stupidity)',
    '(?:lack of|insufficient) (?:discipline|diligence|common sense|ownership|care|professionalism)',
    `(?:lack of|insufficient) attention(?: (?:of|by|on the side of|from) ${PERSON})`,
    '(?:poor|bad) (?:judge?ment|discipline)',
    '(?:nobody|no one|no-one|none of (?:us|them)) (?:bothered|cared)',
    `${FAULTY} (?:${DEED}|${PERSON_NOUNS})`,
    `(?:idiots?|morons?)`,
    `(?:${DEED}|it) ${BE} (?:very |too |so |rather |just |simply )?(?:careless|negligent|reckless|irresponsible|stupid|foolish|idiotic|thoughtless|incompetent)`,
    `which ${BE} (?:negligent|careless|irresponsible|reckless)`,
    `violations? of (?:the |our )?(?:procedures?|process|policy|policies|rules?|instructions?) by ${PERSON}`,
    `without paying attention`,
  ),
  createPhrase(ABOUT_CONDITIONS, 'person', `${BE} (?:very |too |so |rather |just |simply )?${FAULTY}`),
  createPhrase(
    ABOUT_VIEW,
    undefined,
    `(?:the |an? )(?:inexperienced|untrained|junior|new|green) (?:\\p{L}+ )?(?:engineers?|developers?|operators?|admins?|administrators?|employees?|colleagues?|technicians?|dbas?|sres?)(?= (?:\\p{L}+ed|did|ran|made|was|pushed|took|broke|set|deleted|who|had|changed|shut|hit|cut|put|and|typed|pressed)\\b)`,
    '(?:the |an? )new hires?',
    '(?:the |an? )interns?(?! (?:pool|table|map|cache|strings?|set|function|method|call|step|pass|id)\\b)',
  ),
];

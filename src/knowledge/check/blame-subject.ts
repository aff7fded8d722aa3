/**
 * Finds out who a sentence is about: a verb such as "failed to read" blames an engineer, and describes a service. Reads
 * backwards from the verb, as a reader of English would: over adverbs and auxiliary verbs, to the noun before them.
 */
import { GIVEN_NAMES } from './given-names.ts';

/** `they` can be people or machines. */
export type Subject = 'named person' | 'person' | 'they' | 'other';

/** Nouns for people and groups of people, as the alternatives of a pattern. */
export const PERSON_NOUNS =
  '(?:engineers?|developers?|devs?|programmers?|coders?|operators?|administrators?|admins?|sysadmins?|dbas?|sres?|technicians?|responders?|commanders?|person|persons|people|individuals?|colleagues?|co-?workers?|contractors?|consultants?|freelancers?|employees?|staff|staffer|teams?|crews?|interns?|trainees?|apprentices?|newcomers?|hires?|authors?|reviewers?|maintainers?|managers?|leads?|leaders?|architects?|analysts?|testers?|(?:team|staff|crew|board) members?|bosses|boss|management|operations|ops|on-?calls?|humans?|man|woman|men|women|guys?|folks)';

const PERSON_WORD = new RegExp(
  `^(?:${PERSON_NOUNS}|he|she|we|you|i|who|somebody|someone|anybody|anyone|everybody|everyone|nobody|whoever)$`,
  'i',
);

/** Programs that have the name of a job: `queue manager`, `Postgres operator`. */
const PROGRAM_WORDS =
  /^(?:manager|managers|operator|operators|lead|leads|author|authors|tester|testers|commander)$/i;
const PROGRAM_QUALIFIERS =
  /^(?:boot|buffer|cache|cluster|config|connection|custom|device|display|file|job|key|kubernetes|lock|memory|network|node|package|plugin|pod|postgres|postgresql|process|prometheus|queue|raft|redis|replica|resource|secret|service|session|set|state|storage|task|thread|transaction|volume|window)$/i;

const SKIPPED =
  /^(?:had|has|have|having|was|were|is|are|be|been|being|did|does|do|not|never|always|just|also|then|again|once|simply|even|only|still|already|too|so|very|both|all|later|first|often|almost|would|could|may|might|must|will|shall|should|can|responsible|involved|concerned|alone|himself|herself|themselves|\p{L}+ly|n't)$/iu;

const BOUNDARY =
  /^(?:[,;:()–—]|and|but|or|because|when|while|since|although|though|if|so|as|after|before|until|where|whereas|than|then)$/i;
const RELATIVE = /^(?:that|which)$/i;
const PREPOSITION =
  /^(?:of|in|on|at|from|with|for|by|to|about|behind|under|near|within|between|during|over|inside|across|without)$/i;
const PART_OF_GROUP = /^(?:one|some|none|any|each|many|most|several|two|three|member|members|half|part)$/i;

/** @param before the text before the verb */
export function findSubject(before: string): Subject {
  const words = splitIntoWords(getSentence(before));
  let end = words.length;
  while (end > 0 && SKIPPED.test(words[end - 1] ?? '')) end--;
  let start = end;
  while (start > 0 && !isBoundary(words[start - 1])) start--;
  const boundary = words[start - 1] ?? '';
  if (isWho(boundary) || isWho(words[start])) return 'person';
  if (start < end) return classify(words.slice(start, end));
  if (RELATIVE.test(boundary)) return classify(words.slice(0, start - 1).filter((word) => word !== ','));
  return classifyFirst(words.slice(0, Math.max(0, start - 1)));
}

function isBoundary(word = ''): boolean {
  return BOUNDARY.test(word) || RELATIVE.test(word) || isWho(word);
}

function isWho(word = ''): boolean {
  return /^who(?:ever)?$/i.test(word);
}

/** The end of the text, from the start of its last sentence, field or item of a list. */
function getSentence(before: string): string {
  const start = Math.max(
    ...[
      ...before.matchAll(/[.!?]["”’)*_]*\s|\n\s*\n|\n\s*(?:[-*+>]|\d+[.)]|#+)\s|^[ \t]*[\w-]+:\s|[|:]\s/gm),
    ].map(({ index, 0: mark }) => index + mark.length),
    0,
  );
  return before.slice(start);
}

function splitIntoWords(text: string): string[] {
  return (
    text
      .replace(/[*_`[\]"“”]|\]\([^)]*\)/g, '')
      .match(/@?[\p{L}\p{N}][\p{L}\p{N}.’'-]*[\p{L}\p{N}’']|[\p{L}\p{N}]|[,;:()–—]/gu) ?? []
  );
}

/** Classifies a noun phrase by its last noun before a preposition: `the engineer on duty` is an engineer. */
function classify(phrase: readonly string[]): Subject {
  const at = phrase.findIndex((word, index) => index > 0 && PREPOSITION.test(word));
  const head = at < 0 ? phrase : phrase.slice(0, at);
  const isPart = at >= 0 && PART_OF_GROUP.test(head.at(-1) ?? '') && /^of$/i.test(phrase[at] ?? '');
  return isPart ? classifyHead(phrase) : classifyHead(PREPOSITION.test(phrase[0] ?? '') ? phrase : head);
}

function classifyHead(words: readonly string[]): Subject {
  const [previous = '', noun = ''] = words.length > 1 ? words.slice(-2) : ['', words[0] ?? ''];
  if (/^@/.test(noun) || GIVEN_NAMES.has(noun)) return 'named person';
  if (GIVEN_NAMES.has(previous) && /^\p{Lu}/u.test(noun)) return 'named person';
  if (/^they$/i.test(noun)) return 'they';
  if (/^members?$/i.test(noun)) return /^(?:team|staff|crew|board)$/i.test(previous) ? 'person' : 'other';
  if (!PERSON_WORD.test(noun)) return 'other';
  return PROGRAM_WORDS.test(noun) && isProgram(previous, words.length > 2) ? 'other' : 'person';
}

/** In the middle of a sentence, a capital begins the name of a product. */
function isProgram(previous: string, isInside: boolean): boolean {
  return PROGRAM_QUALIFIERS.test(previous) || (isInside && /^\p{Lu}\p{Ll}/u.test(previous));
}

const FIRST_WORDS = 6;

/** After `and` or `but` without a subject of its own, the subject is the first one of the sentence. */
function classifyFirst(words: readonly string[]): Subject {
  const first = words.slice(0, FIRST_WORDS);
  const at = first.findIndex(
    (_, index) =>
      classifyHead(first.slice(0, index + 1)) !== 'other' && !isProgram(first[index - 1] ?? '', index > 1),
  );
  return at < 0 ? 'other' : classifyHead(first.slice(0, at + 1));
}

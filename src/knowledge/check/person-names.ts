/** Finds people in a text: handles such as `@jane.doe`, and given names with a surname. */
import type { Span } from '../source/problem.ts';
import { GIVEN_NAMES } from './given-names.ts';

export interface FoundPerson {
  readonly name: string;
  readonly span: Span;
}

const HANDLE_PATTERN =
  /(?<![\p{L}\p{N}_@/.-])@(?<handle>\p{Ll}[\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*)(?![\p{L}\p{N}_(/:])/gu;

/** Programs read a file for `@body.json`. */
const FILE_NAME = /\.(?:json|ya?ml|txt|pem|crt|csv|xml|env|conf|sh|sql)$/;

/** Annotations, rules of style sheets, and groups that everybody is in. */
const NO_HANDLES = new Set(
  `all author autowired bean charset channel click component context cron dataclass decorator deprecated echo else end
   endif everyone example extend fixture font-face foreach function here if import include injectable input internal
   keyframes layer latest main media mention method mixin model module next ngmodule noreply off on override page param
   parametrize patch post private property public pytest react return returns see service staticmethod supports task template
   test throws todo track ts-expect-error ts-ignore type types use user username users value version void`.split(
    /\s+/,
  ),
);

const PARTICLE = '(?:(?:van|von|de|der|den|del|di|da|la|le|el|al|bin)(?: (?:der|den|la|los))? )?';
const WORD_START = String.raw`(?<![\p{L}\p{M}\p{N}_’'.-])`;
const WORD_END = String.raw`(?![\p{L}\p{M}\p{N}_-])`;
const CAPITALISED = String.raw`\p{Lu}\p{M}*(?:['’]\p{Lu})?\p{Ll}[\p{Ll}\p{M}]*(?:-\p{Lu}[\p{Ll}\p{M}]+)?`;
const CAPITALS = String.raw`\p{Lu}\p{M}*['’]?[\p{Lu}\p{M}]{2,}(?:-[\p{Lu}\p{M}]{2,})?`;

const NAME_PATTERN = new RegExp(
  String.raw`${WORD_START}(?<given>\p{Lu}\p{M}*\p{Ll}[\p{Ll}\p{M}]*)(?:-\p{Lu}[\p{Ll}\p{M}]+)?(?: \p{Lu}\.)? ${PARTICLE}(?<surname>${CAPITALISED})${WORD_END}`,
  'gu',
);
const CAPITALS_PATTERN = new RegExp(
  String.raw`${WORD_START}(?<given>[\p{Lu}\p{M}]{2,})(?:-[\p{Lu}\p{M}]{2,})?(?: \p{Lu}\.)? (?<surname>${CAPITALS})${WORD_END}`,
  'gu',
);
/** `Dr. Smith`, `Frau Dr. Müller`: no given name has to be known. */
const TITLED_PATTERN = new RegExp(
  String.raw`${WORD_START}(?:(?:Dr|Mr|Mrs|Ms|Mx|Prof|Mme|Mlle)(?:\.|(?= ))|Frau|Herrn?|Professor|Madame|Monsieur|Señora?)(?: (?:Dr|Prof)\.)? (?:(?:${CAPITALISED}|\p{Lu}\.) ){0,2}${PARTICLE}(?<surname>${CAPITALISED})${WORD_END}`,
  'gu',
);

const PERSON =
  '(?:administrator|admin|analyst|architect|author|boss|colleague|commander|consultant|contractor|dba|designer|developer|director|employee|engineer|expert|intern|lead|manager|on-call|operator|programmer|responder|sre|supervisor|sysadmin|technician|tester|trainee)';
/** A given name alone, next to what the person does: `the on-call engineer, Jane, restarted`, `Jane, our DBA,`. */
const DESCRIBED_PATTERNS = [
  String.raw`(?<=\b${PERSON}(?:, | \(| [–—-] ?|, (?:named|called) | (?:named|called) ))(?<given>\p{Lu}[\p{Ll}\p{M}]+)(?=[,).;:!?]| [–—-] |$)`,
  String.raw`(?<=\b(?:named|called) )(?<given>\p{Lu}[\p{Ll}\p{M}]+)(?<=\b${PERSON},? (?:named|called) \S+)${WORD_END}`,
  String.raw`${WORD_START}(?<given>\p{Lu}[\p{Ll}\p{M}]+)(?=(?:, | \()(?:a|an|the|our|their|one of (?:our|the|their))(?: [\p{L}-]+){0,3}? ${PERSON}\b)`,
].map((source) => new RegExp(source, 'giu'));

/** In capitals, they are also words of messages, formats and machine code: `MAX CONNECTIONS`, `JAN FEB`, `LEA RAX`. */
const NO_NAMES_IN_CAPITALS = new Set(
  'ALI BEN BOB CARL CAROL DAN DAVE DIRK ERIC FRANK GARY HANS IAN JAN JEAN KAI LEA LEO LINDA LUCA MARC MAX MORGAN NICK NORMAN ROBIN ROMAN ROSA SUE TED TIM TOM TRACY VERA YAN'.split(
    ' ',
  ),
);
/** Products, figures and films that are called like people. */
const NO_TITLED =
  /^(?:Data|Elephant|Evil|Excel|Hyde|Jekyll|Memory|Office|Outlook|Pac|Robot|Spock|Strange|Teams|Watson|Who|Word)\b/;

/** Words behind a given name that make it the name of a thing or a place. */
const NO_SURNAMES =
  /^(?:Agent|Airport|Alert|App|Avenue|Bay|Beach|Bridge|Bug|Cache|Cathedral|Center|Centre|Chain|Church|City|Client|Cloud|Cluster|College|Conference|Connect|Core|County|Creek|Data|Database|Day|Db|Driver|Engine|Error|Foundation|Framework|Friday|Gateway|Gems|Hospital|House|Institute|Island|Islands|Lab|Labs|Lake|Law|Library|License|Linux|Louis|Manager|Market|Metrics|Method|Module|Monday|Mountain|Museum|Office|Operator|Park|Platform|Plugin|Port|Prize|Process|Project|Proxy|Queue|Release|River|Road|Rule|Saturday|Sdk|Server|Serverless|Service|Services|Square|Station|Stream|Street|Sunday|System|Telegraph|Test|Theorem|Thursday|Times|Tower|Tree|Tuesday|University|Update|Valley|Wednesday|Works)$/;
/** Authors of what a page cites. */
const CITED =
  /^['’]s (?:article|blog|book|essay|keynote|law|paper|post|presentation|principle|rule|talk|theorem|work)\b/;

/** @param isRole returns whether a word occurs in the names of roles, teams, services or organizations, in lower case */
export function findPeople(text: string, isRole: (word: string) => boolean): FoundPerson[] {
  const handles = [...text.matchAll(HANDLE_PATTERN)].filter(({ groups: { handle = '' } = {} }) => {
    const lower = handle.toLowerCase();
    return (
      !NO_HANDLES.has(lower) && !FILE_NAME.test(lower) && !lower.split(/[._-]/).some(isRole) && !isRole(lower)
    );
  });
  const names = [
    ...matchNames(text, NAME_PATTERN, isGivenName),
    ...matchNames(text, CAPITALS_PATTERN, (given) => !NO_NAMES_IN_CAPITALS.has(given) && isGivenName(given)),
    ...[...text.matchAll(TITLED_PATTERN)].filter(({ groups }) => !NO_TITLED.test(groups?.surname ?? '')),
  ].filter(({ index, 0: name, groups: { surname = '' } = {} }) => {
    const after = text.slice(index + name.length, index + name.length + 40);
    return !NO_SURNAMES.test(capitalize(surname)) && !isRole(surname.toLowerCase()) && !CITED.test(after);
  });
  const described = DESCRIBED_PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)]).filter(
    ({ groups: { given = '' } = {} }) =>
      /^\p{Lu}/u.test(given) && isGivenName(given) && !isRole(given.toLowerCase()),
  );
  const found = [...handles, ...names, ...described]
    .map(({ index, 0: name }) => ({ name, span: { start: index, end: index + name.length } }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let lastEnd = 0;
  return found.filter(({ span }) => {
    const isSeparate = span.start >= lastEnd;
    lastEnd = Math.max(lastEnd, span.end);
    return isSeparate;
  });
}

/** The given names, without accents: `José` is often written as `Jose`. */
const FOLDED_NAMES = new Set([...GIVEN_NAMES].map(foldName));

function isGivenName(word: string): boolean {
  return FOLDED_NAMES.has(foldName(capitalize(word)));
}

function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('ß', 'ss');
}

function capitalize(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}

/** A capital at the start of a sentence is no given name, but the next word can be one. */
function* matchNames(
  text: string,
  pattern: RegExp,
  isGiven: (word: string) => boolean,
): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { given = '' } = match.groups ?? {};
    const end = match.index + given.length;
    if (isGiven(given)) yield match;
    else pattern.lastIndex = end;
  }
}

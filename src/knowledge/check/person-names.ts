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

const NAME_PATTERN =
  /(?<![\p{L}\p{N}_’'.-])(?<given>\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\.)? (?:(?:van|von|de|der|den|del|di|da|la|le|el|al|bin)(?: (?:der|den|la|los))? )?(?<surname>\p{Lu}(?:['’]\p{Lu})?\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?![\p{L}\p{N}_-])/gu;

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
  const names = [...matchNames(text)].filter(({ index, 0: name, groups: { surname = '' } = {} }) => {
    const after = text.slice(index + name.length, index + name.length + 40);
    return !NO_SURNAMES.test(surname) && !isRole(surname.toLowerCase()) && !CITED.test(after);
  });
  return [...handles, ...names]
    .map(({ index, 0: name }) => ({ name, span: { start: index, end: index + name.length } }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** A capital at the start of a sentence is no given name, but the next word can be one. */
function* matchNames(text: string): Generator<RegExpExecArray> {
  NAME_PATTERN.lastIndex = 0;
  for (let match = NAME_PATTERN.exec(text); match; match = NAME_PATTERN.exec(text)) {
    const { given = '' } = match.groups ?? {};
    if (GIVEN_NAMES.has(given)) yield match;
    else NAME_PATTERN.lastIndex = match.index + given.length;
  }
}

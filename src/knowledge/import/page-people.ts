/** Finds the people that a page names as its authors and responders, so that fields name their roles. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isRoleName, isTeamIn, isTeamName } from './owner-names.ts';
import { splitLines } from './paragraph-lines.ts';
import { toPlainWords } from './plain-words.ts';

export interface PagePeople {
  /** Their names, with the role that the page gives them. */
  readonly roles: readonly (readonly [name: string, role: string | undefined])[];
  /** The names of one word that mean nothing else. */
  readonly words: ReadonlySet<string>;
}

const RESPONSE_ROLES =
  /^(?:incident (?:commander|lead|leader|manager|owner)|commander|scribe|facilitator|moderator|(?:communications?|comms) (?:lead|manager)|customer liaison|reporter|reported by)$/i;
const OTHER_ROLES =
  /^(?:ic|im|sme|authors?|(?:(?:doc(?:ument)?|page|report|post-?mortem|action) )?owners?|(?:prepared|written|created|reviewed|compiled) by|participants|attendees|responders|on-?call|reviewers?|assignees?|autor(?:en|es|as|a)?|verfasser(?:in)?|auteur(?:e|s)?|rédacteur|responsable del informe|redactado por|responsável pelo relatório|作成者|報告者|記入者)$/i;
const FULL_NAME = /^\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}[\p{L}'’-]*\.?|de|da|dos|van|von|der|la|bin|al)){1,3}$/u;
const MAX_NAME_LENGTH = 60;
/** For each line, and in sentences. */
const MAX_NAMES = 30;
const MIN_HANDLE_LENGTH = 6;
const MIN_FIRST_NAME_LENGTH = 4;

export function findPagePeople(blocks: readonly RootContent[]): PagePeople {
  const text = blocks.map((block) => textOf(block)).join('\n');
  const people = new Map<string, string | undefined>();
  for (const line of blocks.flatMap(listLines)) {
    const [, label = '', value = ''] = /^([^:：]{2,40}?)\s*[:：]\s*(.+)$/.exec(line) ?? [];
    const isRole = RESPONSE_ROLES.test(label);
    if (!isRole && !OTHER_ROLES.test(label)) continue;
    const role = isRole ? label.toLowerCase().replace(/^reported by$/, 'reporter') : undefined;
    for (const name of splitNames(value))
      if (isPerson(name, text)) people.set(name, people.get(name) ?? role);
  }
  for (const name of findNamedInSentences(text)) people.set(name, people.get(name));
  return {
    roles: [...people],
    words: new Set([...people.keys()].filter((name) => !name.includes(' '))),
  };
}

/** "mkowalski is incident commander", "@nadia.k declares the incident" */
function findNamedInSentences(text: string): string[] {
  const takers = text.matchAll(
    /(?<![\p{L}\d@./-])(\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+|[a-z][a-z\d._-]{5,}) (?:is|was|becomes|became|(?:takes|took) over as|(?:joins|joined) as|acts as) (?:the )?(?:new )?(?:IC|incident (?:commander|lead|manager)|scribe)(?!\p{L})/gu,
  );
  const handles = text.matchAll(/(?<![\p{L}\d/.@])@([a-z]{2,}\.[a-z]+)(?![\w/@.-]*[/@])/gu);
  const names = new Set([...takers, ...handles].map(([, name = '']) => name));
  return [...names].slice(0, MAX_NAMES).filter((name) => isPerson(name, text));
}

function splitNames(value: string): string[] {
  return value
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/@?[\w.-]+\/[\w./-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .split(/\s*(?:[,;&+、]|\s\/\s|(?<!\p{L})(?:and|und|et|y|e|with help from|with)(?!\p{L}))\s*/u)
    .map((name) => name.replace(/^@/, '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, MAX_NAMES);
}

/** A first name alone counts only if the page never uses it as an ordinary word. */
function isPerson(name: string, text: string): boolean {
  if (name.length > MAX_NAME_LENGTH) return false;
  const parts = name.replaceAll(/[._]/g, ' ');
  if (isRoleName(parts) || isTeamName(name) || isTeamIn(name, text) || ORDINARY_WORDS.test(name))
    return false;
  if (FULL_NAME.test(name) || /^[a-z]{2,}\.[a-z]+$/.test(name)) return true;
  if (/^[a-z][a-z\d_-]+$/.test(name)) return name.length >= MIN_HANDLE_LENGTH;
  const isFirstName = /^\p{Lu}\p{Ll}+$/u.test(name) && name.length >= MIN_FIRST_NAME_LENGTH;
  return isFirstName && !new RegExp(String.raw`(?<!\p{L})${name.toLowerCase()}(?!\p{L})`, 'u').test(text);
}

const ORDINARY_WORDS =
  /^(?:nobody|none|unknown|everyone|everybody|someone|somebody|anyone|various|pending|several|please|draft|final|review|complete|confluence|google|slack|github|gitlab|jira|internal|external|public|automatic|automated)$/i;

/** Returns each line, item and row of a block as "name: value". */
function listLines(block: RootContent): string[] {
  if (block.type === 'list') {
    return block.children.flatMap((item) => item.children.flatMap((inner) => listLines(inner)));
  }
  if (block.type === 'blockquote') return block.children.flatMap(listLines);
  if (block.type === 'paragraph') {
    return splitLines(block.children)
      .map((children) => toPlainWords({ type: 'paragraph', children }))
      .flatMap((line) => line.split(/\s+[|·]\s+/));
  }
  if (block.type !== 'table') return [];
  const rows = block.children.map(({ children }) => children.map((cell) => toPlainWords(cell)));
  const [head = [], first = [], ...others] = rows;
  if (head.length === 2)
    return rows.map(([name = '', value = '']) => `${name.replace(/[:：]$/, '')}: ${value}`);
  return others.length === 0 ? head.map((name, at) => `${name}: ${first[at] ?? ''}`) : [];
}

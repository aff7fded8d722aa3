/** Finds values that are secrets because of their names: `DB_PASS=…`, `client_secret: …`, `"apiKey": "…"`. */
import type { Span } from '../problem.ts';
import { type ContainedField, listContainedFields } from './container-fields.ts';
import { listPairedElements } from './paired-elements.ts';
import { listPairedFields, type PairedField } from './paired-fields.ts';
import { isPlaceholder, isReference } from './placeholder.ts';
import { isChosenWord, isRandom, isStronglyRandom, isWordy } from './randomness.ts';
import type { SecretMatch } from './secret-match.ts';
import { classifyName, maybeSecretName, type NameKind } from './secret-names.ts';

/** Neither inside a name nor behind a dot or a dash of one, but behind other dashes: `-Ddb.password`, `--dbPassword`. */
const NAME_START = String.raw`(?<![\p{L}\p{N}_$]|[\p{L}\p{N}_$][.-])`;
/** Whose secret it is, by the first word in brackets: `password (root)`, `password["prod"]`. */
const OWNER = String.raw`(?:[ \t]?(?<owner>[([]["']?[\p{L}\p{N}_.-]{1,40})[^()[\]\n]{0,60}[)\]])?`;
const GAP = String.raw`[ \t\u00a0]{0,3}`;
const SIGN = String.raw`["'*_%\]]{0,3}(?:[ \t]{1,3}(?:is|was|are|were))?${GAP}(?<op>=>|:=|[+?]?=|[:：＝→⇒|]|(?<=[ \t])->(?=[ \t]))${GAP}`;
/** A field with the value next to one with the name, as attributes of an element or fields of JSON or YAML. */
const VALUE_FIELD = String.raw`["'][ \t]{1,3}value=|["']?(?:[ \t]{0,3},\s{0,40}|\r?\n[ \t]{1,40})["']?value["']?[ \t]{0,3}:[ \t]{0,3}`;
/** The name of a field or a variable, and what is between it and its value. */
const ASSIGNMENT_PATTERN = new RegExp(
  String.raw`${NAME_START}(?<name>[\p{L}\p{N}_$][\p{L}\p{N}_.$-]{0,160})(?:${OWNER}${SIGN}|${VALUE_FIELD})`,
  'gu',
);
/** `ENV NAME value`, as in a Dockerfile. */
const ENV_PATTERN = /^[ \t]*ENV[ \t]+(?<name>\w{1,80})[ \t]+/gmu;
/** `-token value`. A source of a password for OpenSSL is none: `-pass pass:…`. */
const OPTION_PATTERN =
  /(?<=(?<![\p{L}\p{N}_-])--?)(?<name>\p{L}[\p{L}\p{N}_.-]{1,60})(?<op>[ \t])[ \t]{0,2}(?=[^\s-])(?!pass:)/gu;
/** `DB_PASSWORD value` alone on a line, as `env` of some tools and tables print it. */
const COLUMN_PATTERN =
  /^[ \t>]{0,20}(?<name>[A-Z][A-Z\d_]{2,60})(?<op>[ \t])[ \t]{0,40}(?=\S{8,200}[ \t]*$)/gm;
/** `setx NAME value`, `npm config set //registry.example.org/:_authToken value`. */
const SETTING_PATTERN =
  /\b(?:setx|setenv|export|(?:config(?:ure)?|npm)[ \t]set)[ \t]{1,3}(?<name>[\w./:-]{1,100})(?<op>[ \t])[ \t]{0,2}/g;
/** `setPassword("value")`, `withPassword("value")`, `.password("value")`. */
const SETTER_PATTERN =
  /(?:\b(?:set|with)|\.)(?<name>[Pp]ass(?:word|phrase|wd)|[Ss]ecret(?:[Kk]ey)?|[Aa]pi[Kk]ey|[Tt]oken)(?<op>\()[ \t]{0,3}(?=["'])/g;
/** `"password", "value"`, as in a list of pairs. */
const PAIR_PATTERN = /(?<![\w\\])["'](?<name>[\w.-]{1,60})["'][ \t]{0,3}(?<op>,)[ \t]{0,3}(?=["'])/g;
/** `define("NAME", "value")`, and a variable of Terraform with its default. */
const CALL_PATTERN =
  /\b(?:define|set\w{0,20}|put|putenv|fetch|get(?:env|Env|OrDefault|Property)?|env)\([ \t]{0,3}["'](?<name>[\w.-]{1,80})["'][ \t]{0,3},[ \t]{0,3}(?=["'])/g;
const VARIABLE_PATTERN =
  /\bvariable[ \t]{1,3}"(?<name>[\w-]{1,80})"[ \t]{0,3}\{[^{}]{0,400}?\bdefault[ \t]{0,20}=[ \t]{0,3}(?=")/g;
/** A value for a variable that is not set: `process.env.TOKEN || "…"`, `${TOKEN:-…}`, `{{ token | default("…") }}`. */
const DEFAULT_PATTERN =
  /(?<![\w$])(?<name>[\w$][\w.$[("'-]{0,100})["')\]]{0,3}(?:[ \t]{0,3}(?:\|\||\?\?|\bor\b)[ \t]{0,3}(?=["'])|:-(?=[^\s}])|[ \t]{0,3}\|[ \t]{0,3}default[ \t(]{1,3}(?=["']))/g;
/** `<password>…</password>` and `<property name="password">…`, with the value in an element of its own or not. */
const ELEMENT_PATTERN =
  /<(?<name>[\w:.-]{1,60})(?:\s[^<>]{0,200}?\b(?:name|key)=["'](?<attribute>[\w.-]{1,60})["'])?[^<>]{0,100}>\s{0,40}(?:<(?:value|string)(?:\s[^<>]{0,100})?>\s{0,40})?(?=[^<>\s][^<>\n]{0,300}\s{0,40}<\/)/gu;

const PATTERNS = [
  ASSIGNMENT_PATTERN,
  OPTION_PATTERN,
  COLUMN_PATTERN,
  SETTER_PATTERN,
  PAIR_PATTERN,
  SETTING_PATTERN,
  ENV_PATTERN,
  CALL_PATTERN,
  VARIABLE_PATTERN,
  DEFAULT_PATTERN,
  ELEMENT_PATTERN,
];

export function findAssignments(text: string): SecretMatch[] {
  if (!maybeSecretName(text)) return [];
  const isName = (name: string) => classifyName(name, '') !== undefined;
  return [
    ...PATTERNS.flatMap((pattern) => [...listAssignments(pattern, text)]),
    ...[...listPairedFields(text, isName), ...listPairedElements(text, isName)].flatMap(
      (pair) => readPair(pair, text) ?? [],
    ),
    ...[...listContainedFields(text, isName)].flatMap((field) => readContained(field, text) ?? []),
  ];
}

/** A list can also be one of words about passwords, so the value must not be a plain word. */
function readContained(
  { name, valueStart, isInBrackets }: ContainedField,
  text: string,
): SecretMatch | undefined {
  const kind = classifyName(name, '');
  const read = readValue(text, valueStart, ':');
  const value = read && isInBrackets && !read.isQuoted ? cutAtBracket(read) : read;
  if (!kind || !value || !isSecretValue(kind, { ...value, isQuoted: false }, ':', false)) return undefined;
  return { what: 'value of a secret', family: 'secret', span: value.span, extent: 'value' };
}

function cutAtBracket(value: Value): Value {
  const text = /^[^,\]}]*/.exec(value.text)?.[0] ?? '';
  return { ...value, text, span: { start: value.span.start, end: value.span.start + text.length } };
}

function readPair({ name, span, valueStart, op }: PairedField, text: string): SecretMatch | undefined {
  const kind = classifyName(name, '');
  const value = readValue(text, valueStart, op);
  // Two fields on one line can have their values behind both names.
  if (!kind || !value || overlaps(value.span, span)) return undefined;
  if (!isSecretValue(kind, value, op, true)) return undefined;
  return { what: 'value of a secret', family: 'secret', span: value.span, extent: 'value' };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function* listAssignments(pattern: RegExp, text: string): Generator<SecretMatch> {
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    // Everything inside a secret is part of it, even the name of another one.
    if (match.index < end) continue;
    const found = readAssignment(match, text);
    if (!found) continue;
    end = found.span.end;
    yield found;
  }
}

/** Behind an arrow, as behind a colon, a sentence can follow, and a program adds to a value what is no password alone. */
function simplifySign(sign: string): string {
  if (/^(?:[:：→⇒]|->)$/.test(sign)) return ':';
  if (/^(?:[ \t]|\+=)$/.test(sign)) return ' ';
  if (/^[(,]$/.test(sign)) return '(';
  return sign === '|' ? '|' : '=';
}

function readAssignment(match: RegExpExecArray, text: string): SecretMatch | undefined {
  const { name = '', owner = '', attribute, op: sign = '=' } = match.groups ?? {};
  const op = simplifySign(sign);
  const start = match.index;
  // Go prints the result of a test.
  if (name === 'PASS' && /^--- $/.test(text.slice(Math.max(0, start - 4), start))) return undefined;
  const kind = classifyName(attribute ?? name + owner, text.slice(Math.max(0, start - 24), start));
  if (!kind) return undefined;
  const value = readValue(text, start + match[0].length, op);
  if (!value || !isSecretValue(kind, value, op, isAloneOnLine(text, start))) return undefined;
  // Programs build passwords: `password += letters[index]`.
  if (sign === '+=' && !value.isQuoted && /[[(]/.test(value.text)) return undefined;
  return { what: 'value of a secret', family: 'secret', span: value.span, extent: 'value' };
}

interface Value {
  readonly text: string;
  readonly span: Span;
  readonly isQuoted: boolean;
  /** True if nothing follows on its line. */
  readonly endsLine: boolean;
}

/**
 * In quotes, in a list, in an object with a `value`, as text in a template, behind a tag or anchor of YAML, on the same
 * line, or on the next line of a YAML block.
 */
const VALUE_PATTERN =
  /(?:(?:!!\w{1,20}|!vault|!str|!<[^>\n]{1,60}>|&[\w-]{1,40})[ \t]{1,3}){0,2}(?<open>\{[ \t]{0,3}["']value["'][ \t]{0,3}:[ \t]{0,3}|\[[ \t]{0,3}(?=["'])|["']?(?:\{\{-?|<%=)(?:[^\n%}]{0,100}?(?:\|\||\?\?|\bor\b|\|[ \t]{0,3}default\b\(?))?[ \t]{0,3}(?=["']))?(?:\\?"(?<double>(?:[^"\\\n]|\\[^\n]){1,500})\\?"|'(?<single>(?:[^'\n]|''){1,500})'|(?:[|>][+-]?[ \t]{0,3})?\r?\n[ \t]{0,40}(?<block>[^\s"'`<>]{6,500})(?=[ \t]*(?:\r?\n|$))|\*{0,2}`?(?:["'](?=[\p{L}\p{N}]))?(?<bare><?[^\s"'`<>](?:[^\s"'`<>]|["'](?=[\p{L}\p{N}])){0,499}))/duy;

function readValue(text: string, at: number, op: string): Value | undefined {
  VALUE_PATTERN.lastIndex = at;
  const match = VALUE_PATTERN.exec(text);
  const groups = match?.indices?.groups;
  const found = groups?.double ?? groups?.single ?? groups?.block ?? groups?.bare;
  if (!match || !found) return undefined;
  // A colon at the end of a line introduces a list or a field of its own.
  const isBareBlock = groups?.block && !/^[|>]/.test(match[0]);
  if (isBareBlock && op !== '=') return undefined;
  const [start, valueEnd] = found;
  // A filter looks the text up: `{{ "db_password" | secret }}`.
  const isTemplate = /\{\{|<%/.test(match[0].slice(0, start - at));
  if (isTemplate && /^["'][ \t]*\|/.test(text.slice(valueEnd, valueEnd + 9))) return undefined;
  // The bracket that closes a gap to fill in.
  const end = text[start] === '<' && text[valueEnd] === '>' ? valueEnd + 1 : valueEnd;
  const rest = /^[^\n]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return {
    text: text.slice(start, end),
    span: { start, end },
    isQuoted: groups?.double !== undefined || groups?.single !== undefined,
    endsLine: /^["'`]?[\s,;}\])*|<]*(?:#.*)?$/.test(rest),
  };
}

/** Returns whether nothing but marks precedes a name on its line, or a brace opens an object before it. */
function isAloneOnLine(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return (
    /(?:^|[\n{,(;/])[\s>|*+"'`-]*$/.test(before) ||
    /(?:export|set|env|ENV|const|let|var|val|user|login)[ \t:]+\S*$/i.test(before)
  );
}

const MIN_LENGTH = 6;
/** The start of a long value is enough to tell whether it is one. */
const MAX_READ_LENGTH = 200;
const MIN_PLAIN_WORD_LENGTH = 8;

function isSecretValue(kind: NameKind, value: Value, op: string, isAlone: boolean): boolean {
  const word = value.text.slice(0, MAX_READ_LENGTH).replace(/[.,;:!?)\]}]+$/, '');
  if (word.length < MIN_LENGTH || !isLikelyValue(kind, word, value, op, isAlone)) return false;
  return !isNoSecret(word) && !isNoSecret(value.text) && !startsWithPlaceholder(word);
}

/** Another field can follow a placeholder: `password=***;user=root`. One letter or digit is the start of a password. */
function startsWithPlaceholder(word: string): boolean {
  const first = word.split(/[,;&]/)[0] ?? '';
  if (first === word || first === '') return false;
  return first.length === 1 ? /[*•.xX#_?-]/.test(first) : isNoSecret(first);
}

function isLikelyValue(kind: NameKind, word: string, value: Value, op: string, isAlone: boolean): boolean {
  if (op === '|' && kind === 'password') return isRandom(word);
  if (op === '|' || kind === 'maybe token') return isStronglyRandom(word);
  // A program also passes names to functions.
  if (op === '(') return isRandom(word);
  if (kind === 'maybe password') return isRandom(word);
  if (kind === 'token') return isTokenValue(word, value, op);
  if (kind === 'secret') return isTokenValue(word, value, op) || isChosenSecret(word, value, op, isAlone);
  return isPasswordValue(kind, word, value, op, isAlone);
}

function isNoSecret(value: string): boolean {
  return isPlaceholder(value) || isReference(value) || /(?:Exception|Error|Failure)$/.test(value);
}

/** The name of a procedure that signs: `SHA256withRSA`. */
const ALGORITHM = /^(?:SHA-?\d{1,3}(?:\/\d{3})?|MD[25]|NONE)with\w{2,10}$/i;

/** Random; in quotes or behind `=` also short. */
function isTokenValue(word: string, { isQuoted, text }: Value, op: string): boolean {
  if (/\s/.test(text) || ALGORITHM.test(word)) return false;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word)) return true;
  if (/[&=]/.test(word) && !/^base64:|=+$/.test(word)) return isRandom(word.split(/[&=]/)[0] ?? '');
  const minLength = isQuoted || op !== ':' ? MIN_PLAIN_WORD_LENGTH : 12;
  // A program can also make a key of one kind of signs.
  if (/^(?:\d{16,}|\p{Ll}{16,}|\p{Lu}{16,})$/u.test(word)) return isQuoted || op === '=';
  return word.length >= minLength && isRandom(word);
}

const FUNCTION_WORDS = /\b(?:the|of|an?|is|was|for|to|from|not|no|and|or|in|with|by)\b/i;
const MAX_PHRASE_WORDS = 4;

/** A word with a number, or a few words in quotes. */
function isChosenSecret(
  word: string,
  { isQuoted, endsLine, text }: Value,
  op: string,
  isAlone: boolean,
): boolean {
  if (/\s/.test(text)) {
    return isQuoted && !FUNCTION_WORDS.test(text) && text.trim().split(/\s+/).length <= MAX_PHRASE_WORDS;
  }
  return isChosenWord(word) && (op === '=' || isQuoted || (isAlone && endsLine));
}

function isPasswordValue(kind: NameKind, word: string, value: Value, op: string, isAlone: boolean): boolean {
  const { isQuoted, endsLine, text } = value;
  if (/^\d+$/.test(word)) return kind === 'password' && (op !== ':' || endsLine);
  if (isPlainWord(word)) return isPlainPassword(word, value, op, isAlone);
  if (/\s/.test(text)) return isQuoted && (op !== ':' || /\d/.test(text));
  return /\p{L}/u.test(word) && (op === '=' || isQuoted || endsLine || /\d/.test(word));
}

function isPlainWord(word: string): boolean {
  return /^(?:\p{Ll}+|\p{Lu}\p{Ll}+|\p{Lu}+)\d?$/u.test(word) || (isWordy(word) && !/\d/.test(word));
}

/** A word behind a colon can be a sentence, unless it is all that the line contains. */
function isPlainPassword(
  word: string,
  { isQuoted, endsLine, text }: Value,
  op: string,
  isAlone: boolean,
): boolean {
  if (/\s/.test(text)) return isQuoted && op !== ':';
  // A word behind an option can be part of a sentence about it.
  if (op === ' ') return isQuoted;
  if (op !== ':') return true;
  if (isQuoted) return !/^\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u.test(word);
  return isAlone && endsLine && word.length >= MIN_PLAIN_WORD_LENGTH;
}

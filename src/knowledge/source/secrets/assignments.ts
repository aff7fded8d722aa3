/**
 * Finds values that are secrets because of their names: `DB_PASS=…`, `client_secret: …`, `"apiKey": "…"`. The last word of
 * a name says what the value is, and the words before it which kind: `db_password` is one, `password_file` is none.
 */
import type { Span } from '../problem.ts';
import { listPairedFields, type PairedField } from './paired-fields.ts';
import { isPlaceholder, isReference } from './placeholder.ts';
import { isRandom, isStronglyRandom, isWordy } from './randomness.ts';
import type { SecretMatch } from './secret-match.ts';

/** The name of a field or a variable, and what is between it and its value. */
const ASSIGNMENT_PATTERN =
  /(?<![\p{L}\p{N}_.$-])(?<name>[\p{L}\p{N}_$][\p{L}\p{N}_.$-]{0,80})(?:["'*_\]]{0,3}[ \t]{0,3}(?<op>=>|:=|=|:|\|)[ \t]{0,3}|["'][ \t]{1,3}value=|["']?(?:[ \t]{0,3},\s{0,40}|\r?\n[ \t]{1,40})["']?value["']?[ \t]{0,3}:[ \t]{0,3})/gu;
/** `ENV NAME value`, as in a Dockerfile. */
const ENV_PATTERN = /^[ \t]*ENV[ \t]+(?<name>\w{1,80})[ \t]+/gmu;
/** `define("NAME", "value")`, and a variable of Terraform with its default. */
const CALL_PATTERN =
  /\b(?:define|set\w{0,20}|put|putenv)\([ \t]{0,3}["'](?<name>[\w.-]{1,80})["'][ \t]{0,3},[ \t]{0,3}(?=["'])/g;
const VARIABLE_PATTERN =
  /\bvariable[ \t]{1,3}"(?<name>[\w-]{1,80})"[ \t]{0,3}\{[^{}]{0,400}?\bdefault[ \t]{0,20}=[ \t]{0,3}(?=")/g;
/** `<password>…</password>` and `<property name="password">…`. */
const ELEMENT_PATTERN =
  /<(?<name>[\w:.-]{1,60})(?:\s[^<>]{0,200}?\b(?:name|key)=["'](?<attribute>[\w.-]{1,60})["'])?[^<>]{0,100}>\s{0,40}(?=[^<>\s][^<>\n]{0,300}\s{0,40}<\/)/gu;

/** Without ordinary words such as `passes`, `author` and `credit`, which are in every second text. */
const MAYBE_SECRET_NAME =
  /pass(?!es|ed|ing|enger|port|age|ive)|pwd|\bpw\b|_pw\b|secret|token|key|auth(?!ors?\b)|cred(?!it)|signature|psk|wort|contrase|wacht|senha|parola|heslo|has[lł]o|l[oö]senord|парол/i;

/** Returns whether the name of a secret could be in a text. */
export function maybeSecretName(text: string): boolean {
  return MAYBE_SECRET_NAME.test(text);
}

const PATTERNS = [ASSIGNMENT_PATTERN, ENV_PATTERN, CALL_PATTERN, VARIABLE_PATTERN, ELEMENT_PATTERN];

export function findAssignments(text: string): SecretMatch[] {
  if (!maybeSecretName(text)) return [];
  return [
    ...PATTERNS.flatMap((pattern) => [...listAssignments(pattern, text)]),
    ...listPairedFields(text, (name) => classifyName(name, '') !== undefined).flatMap((pair) => {
      const match = readPair(pair, text);
      return match ? [match] : [];
    }),
  ];
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

function readAssignment(match: RegExpExecArray, text: string): SecretMatch | undefined {
  const { name = '', attribute, op = '=' } = match.groups ?? {};
  const start = match.index;
  // Go prints the result of a test.
  if (name === 'PASS' && /^--- $/.test(text.slice(Math.max(0, start - 4), start))) return undefined;
  const kind = classifyName(attribute ?? name, text.slice(Math.max(0, start - 24), start));
  if (!kind) return undefined;
  const value = readValue(text, start + match[0].length, op);
  if (!value || !isSecretValue(kind, value, op, isAloneOnLine(text, start))) return undefined;
  return { what: 'value of a secret', family: 'secret', span: value.span, extent: 'value' };
}

/** The kind of a name: a password can be any word, a token is random, and an unknown key is certainly random. */
type NameKind = 'password' | 'pass' | 'token' | 'unknown key';

const PASSWORD_NOUN =
  /(?:password|passwd|passphrase|passcode|passwort|kennwort|contraseña|contrasena|wachtwoord|senha|parola|heslo|hasło|haslo|lösenord|losenord|пароль|psk)$/;
const SHORT_PASSWORD_NOUNS = new Set(['pass', 'pwd', 'pw', 'passe', 'dbpass', 'userpass']);
const TOKEN_NOUN =
  /(?:secret|token|credential|credentials|apikey|accesskey|secretkey|authkey|privatekey|signature|sig)$/;

/** Words before `key` in the names of keys that are no secrets. */
const HARMLESS_KEYS =
  /^(?:public|pub|primary|foreign|partition|sort|cache|hash|range|row|index|object|idempotency|dedup|unique|composite|shard|group|translation|message|config|map|lookup|hot|mon|tur|don|keyboard|job|s3|surrogate|natural|binding|registry|press|record|event|item|sequence|search|the)$/;
/** Words in the names of tokens that are no secrets: numbers, places in a list, parts of a text, names of objects. */
const HARMLESS_TOKENS =
  /^(?:max|min|num|number|count|next|page|continuation|cancellation|completion|prompt|input|output|total|sync|resume|pad|eos|bos|start|stop|unexpected|invalid|pull|existing|image)$/;
const KNOWN_KEYS =
  /^(?:api|access|secret|private|auth|encryption|signing|sign|account|shared|app|application|license|licence|client|master|webhook|storage|service|deploy|subscription|integration|ingest|write|admin|server|session|hmac|jwt|aes|preshared|wifi|wlan|wpa|security|recovery|bot|x|dd)$/;

/** @param before the text before the name, for the word before a name of one word: `WiFi key` */
function classifyName(name: string, before: string): NameKind | undefined {
  const words = addPreviousWord(splitName(name), before);
  if (words.length > 1 && CONTAINER_WORDS.test(words.at(-1) ?? '')) words.pop();
  const noun = words.at(-1) ?? '';
  const qualifiers = words.slice(0, -1);
  if (noun === 'passe') return /mot de[ \t]$/i.test(before) ? 'pass' : undefined;
  if (SHORT_PASSWORD_NOUNS.has(noun)) return 'pass';
  if (PASSWORD_NOUN.test(noun)) return 'password';
  if (noun === 'key') return classifyKey(qualifiers);
  return TOKEN_NOUN.test(noun) ? classifyToken(qualifiers) : undefined;
}

/** `password.value` and `SECRET_KEY_BASE` are the password and the key. */
const CONTAINER_WORDS = /^(?:value|base|string|text|plain|data|raw)$/;

function addPreviousWord(words: string[], before: string): string[] {
  if (words.length !== 1) return words;
  const previous = /([\p{L}\d-]+)[ \t]$/u.exec(before)?.[1];
  if (previous) return [previous.toLowerCase(), ...words];
  return words[0] === 'key' && /[?&]$/.test(before) ? ['api', ...words] : words;
}

function classifyKey(qualifiers: readonly string[]): NameKind | undefined {
  // The routing key of a queue is a name, and that of PagerDuty is a token.
  if (qualifiers.includes('routing')) return 'unknown key';
  if (qualifiers.length === 0 || qualifiers.some((word) => HARMLESS_KEYS.test(word))) return undefined;
  return qualifiers.some((word) => KNOWN_KEYS.test(word)) ? 'token' : 'unknown key';
}

function classifyToken(qualifiers: readonly string[]): NameKind | undefined {
  return qualifiers.some((word) => HARMLESS_TOKENS.test(word)) ? undefined : 'token';
}

/** `spring.datasource.adminPassword` is spring, datasource, admin, password. */
function splitName(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\d+$/, ''))
    .filter(Boolean);
}

interface Value {
  readonly text: string;
  readonly span: Span;
  readonly isQuoted: boolean;
  /** True if nothing follows on its line. */
  readonly endsLine: boolean;
}

/** In quotes, in a list, in an object with a `value`, on the same line, or on the next line of a YAML block. */
const VALUE_PATTERN =
  /(?<open>\{[ \t]{0,3}["']value["'][ \t]{0,3}:[ \t]{0,3}|\[[ \t]{0,3}(?=["']))?(?:\\?"(?<double>(?:[^"\\\n]|\\[^\n]){1,500})\\?"|'(?<single>[^'\n]{1,500})'|(?:[|>][+-]?[ \t]{0,3})?\r?\n[ \t]{0,40}(?<block>[^\s"'`<>]{6,500})(?=[ \t]*(?:\r?\n|$))|\*{0,2}`?(?<bare><?[^\s"'`<>]{1,500}))/duy;

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
  const first = word.split(/[,;&]/)[0] ?? '';
  if (
    word.length < MIN_LENGTH ||
    isNoSecret(word) ||
    isNoSecret(value.text) ||
    (first !== word && first !== '' && isNoSecret(first))
  )
    return false;
  if (op === '|' || kind === 'unknown key') return isStronglyRandom(word);
  if (kind === 'token') return isTokenValue(word, value, op);
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
  return word.length >= minLength && isRandom(word);
}

function isPasswordValue(kind: NameKind, word: string, value: Value, op: string, isAlone: boolean): boolean {
  const { isQuoted, endsLine, text } = value;
  if (/^\d+$/.test(word)) return kind === 'password' && (op !== ':' || endsLine);
  if (isPlainWord(word)) return isPlainPassword(word, value, op, isAlone);
  if (/\s/.test(text)) return isQuoted && (op !== ':' || /\d/.test(text));
  return /\p{L}/u.test(word) && (op !== ':' || isQuoted || endsLine || /\d/.test(word));
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
  if (op !== ':') return true;
  if (isQuoted) return !/^\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u.test(word);
  return isAlone && endsLine && word.length >= MIN_PLAIN_WORD_LENGTH;
}

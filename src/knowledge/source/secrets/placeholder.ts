/** Recognizes text that stands for a secret without being one. */
import { isFillIn } from './fill-in-words.ts';
import { isRandomBase64, isWordy } from './randomness.ts';

/** Words with which people build the names of variables: `$db_password` is a variable, `$ecretpassword` is not. */
const VARIABLE_WORDS =
  'my|db|app|root|user|admin|redis|pg|mysql|postgres|mongo|mq|smtp|mail|aws|gcp|azure|git|ci|cd|vault|env|new|old|prod|stage|dev|test|pass|password|passwd|passphrase|pwd|pw|secret|token|key|api|auth|access|client|private|cred|creds|credentials|id|name|value|base';
const SHELL_VARIABLE = new RegExp(
  `^\\\\?\\$(?:[A-Z_][A-Z\\d_]*|(?:(?:${VARIABLE_WORDS})_?)+|\\{.*|\\(.*)(?:[/:@&,;].*)?$`,
);

/** A value that a program puts into a statement: `:new_password`, `@password`, `&&pw`. */
const BIND_VARIABLE = new RegExp(`^(?::|@|&{1,2})(?:(?:${VARIABLE_WORDS})_?)+$`, 'i');

/** Keys that vendors mean to be in the pages of a site: of PostHog, Stripe, Supabase, Mapbox and Langfuse. */
const PUBLIC_KEY = /^(?:phc_|pk_(?:live|test)_|sb_publishable_|pk-lf-|pk\.eyJ)[\w.-]{16,250}$/;

const PLACEHOLDERS: readonly RegExp[] = [
  SHELL_VARIABLE,
  BIND_VARIABLE,
  PUBLIC_KEY,
  // Brackets around the whole value, and templates.
  /^<[^<>]*>$/,
  /^(?:\{\{|\$\{\{|\{%|<%).*/,
  /^\[[\p{L} _-]*\]$/u,
  /^\((?:[\p{L} _-]*)\)$/u,
  /^%(?:[A-Za-z_]\w*%|\(\w+\)[sd]|[sd])$/,
  /^@[\w.-]+@$/,
  /^__?\p{L}+(?:_+\p{L}+)*\d{0,2}__?$/u,
  // The name of a variable, and what tools leave of a value: the start of its digest.
  /^(?:[A-Z]+_)+(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|TOKEN|KEY)_{0,2}$/,
  /^[^\p{L}\p{N}]*(?:redacted|masked|filtered)[^\p{L}\p{N}]*[\da-f]{0,8}[^\p{L}\p{N}]*$/iu,
  // A run of one sign, or of x.
  /^(.)\1*$/,
  /^[*•.xX#_-]+$/,
  // A request as one word. `isFillIn` recognizes those of several words.
  /^(?:your|insert|enter|replace|put|add|use|change|set)(?:your|me|this|these|here|it|now|with|the|new|own|my|random|strong|secure|real|password|passwd|passphrase|pass|secret|token|api|access|key|user|db|value|name|before|production|prod|in|a)+\d{0,3}[.!]?$/i,
  /^(?:my|the|some|an?)[-_ ]?(?:password|secret|token|key|value)$/i,
  /EXAMPLE(?:KEY)?$/,
  /^(?:password|passwd|passwort|secret|token|pass|apikey|redacted|filtered|hidden|masked|undefined|unknown|required|optional|missing|invalid|expired|incorrect|wrong|rejected|rotated|empty|unset|enabled|disabled|default|generated|random|prompt|none|null|nil|true|false|yes|no|string|text|varchar|include|includes|sensitive|encrypted|protected|authentication|verification|validation|reset|changed|correct|accepted|failed|failure)$/i,
  // Code that reads it from somewhere.
  /^(?:process\.env|import\.meta|os\.(?:environ|getenv)|env[.[(]|getenv|ENV\[|System\.getenv)/,
  /^[A-Za-z_][A-Za-z_.:>-]*\([^()]*\)?;?$/,
  /^[a-z]+(?:[A-Z][a-z]+)*(?:Password|Passwd|Secret|Token|Key|Pass)$/,
];

/** An object of a program or a template. What follows is the name of a field, not a password. */
const OBJECT_FIELD =
  /^(?:secrets?|vars?|local|data|module|config|settings|params?|args|options|self|this|request|input|env)(?:\.|\[["']?)(?<path>.*)$/s;

function isObjectField(value: string): boolean {
  const path = OBJECT_FIELD.exec(value)?.groups?.path;
  if (path === undefined) return false;
  // An index or a call, and what follows it.
  const names = path.replace(/[[("'].*$/s, '');
  return /^\p{L}{0,2}$/u.test(names) || isWordy(names) || /\.\p{L}+(?:_\p{L}+)*$/u.test(names);
}

/** The digests of nothing: MD5, SHA-1 and SHA-256. */
const EMPTY_DIGESTS =
  /d41d8cd98f00b204e9800998ecf8427e|da39a3ee5e6b4b0d3255bfef95601890afd80709|e3b0c44298fc1c14/;

/**
 * Returns whether a value is no secret: a variable, a gap to fill in, a word about its state, or an example of its
 * vendor. A weak password is still a password.
 */
export function isPlaceholder(value: string): boolean {
  return (
    PLACEHOLDERS.some((pattern) => pattern.test(value)) ||
    isFillIn(value) ||
    isObjectField(value) ||
    isVendorExample(value)
  );
}

/** Returns whether a token is from the documentation of its vendor: marked as an example, or nearly all one sign. */
export function isVendorExample(token: string): boolean {
  if (/EXAMPLE(?![a-z])/.test(token) || EMPTY_DIGESTS.test(token)) return true;
  const [, longest = ''] = /([xX0*•.])\1{7,}/.exec(token) ?? [];
  return longest !== '' && token.length < 200;
}

/** A path, an address without a password in it, or the name under which a store keeps a secret. */
const REFERENCE_PATTERN =
  /^(?:~?\.{0,2}\/|~|[A-Za-z]:\\|file[:(]|https?:\/\/(?![^/]*@)|(?:vault|ssm|secretsmanager|keyring|gsm|kms|op|env|ref|sops|conjur|doppler|akv|bws|awssm|gcpsm):|arn:|projects\/|secret\/|secrets\/|kv\/)/i;

export function isReference(value: string): boolean {
  if (isRandomBase64(value)) return false;
  return REFERENCE_PATTERN.test(value) || /^(?:[\w-]+\/){2,}[\w-]+$/.test(value);
}

/**
 * Tells from the words of a name whether its value is a secret. A noun says what the value is, the words before it which
 * kind, and the words behind it whose: `db_password_prod` is a secret, `password_file` and `public_key` are none.
 */

/**
 * A password can be any word, and a token is random. A secret with which a program signs is chosen by people. A name that only could be one of a secret needs a value that
 * certainly is one.
 */
export type NameKind = 'password' | 'pass' | 'secret' | 'token' | 'maybe password' | 'maybe token';

/** Without ordinary words such as `passes`, `author` and `credit`, which are in every second text. */
const MAYBE_SECRET_NAME =
  /pass(?!es|ed|ing|enger|port|age|ive)|pwd|pw\b|pw_|secret|token|key|auth(?!ors?\b)|cred(?!it)|signature|\bsig\b|psk|bearer|jwt|salt\b|(?:\b|_)pat\b|wort|contrase|wacht|senha|parola|heslo|has[lł]o|l[oö]senord|парол|パスワード|密[码碼]|비밀번호/i;

/** Returns whether the name of a secret could be in a text. */
export function maybeSecretName(text: string): boolean {
  return MAYBE_SECRET_NAME.test(text);
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const PASSWORD_NOUN =
  /(?:(?:password|passwd|passphrase|passcode)s?|passwort|kennwort|contraseña|contrasena|wachtwoord|senha|parola|heslo|hasło|haslo|lösenord|losenord|пароль|パスワード|密码|密碼|비밀번호|psk)$/;
const SHORT_PASSWORD_NOUN = /(?:pass|pwd|(?:^|root|bind|user|admin|db|ldap|smtp|mail|vnc)pw)$/;
/** Words that end with `pass` and are about something else. */
const OTHER_PASSES = words(
  'bypass compass encompass trespass surpass overpass underpass lowpass highpass bandpass multipass singlepass ' +
    'renderpass lastpass keepass',
);
const TOKEN_NOUN =
  /(?:(?:secret|token|credential|apikey|accesskey|secretkey|authkey|privatekey|writekey|authtok)s?|signature|sig)$/;
/** At the end of a name, also methods and formats: `auth: oauth2`. */
const MAYBE_TOKEN_NOUNS = words('auth authorization bearer jwt pat salt cred creds');

/** Words before `key` in the names of keys that are no secrets. */
const HARMLESS_KEYS = words(
  'public pub primary foreign partition sort cache hash range row index object idempotency dedup unique composite ' +
    'shard group translation message config map lookup hot mon tur don keyboard job s3 surrogate natural binding ' +
    'registry press record event item sequence search the',
);
const KNOWN_KEYS = words(
  'api access secret private auth encryption signing sign account shared app application license licence client ' +
    'master webhook storage service deploy subscription integration ingest write admin server session hmac jwt aes ' +
    'preshared wifi wlan wpa security recovery bot x dd sdk unseal',
);
/** Words before `key` in the names of keys that people choose. */
const CHOSEN_KEYS = words('secret signing sign session hmac jwt encryption');
/** Words in the names of tokens that are no secrets: numbers, places in a list, parts of a text, names of objects. */
const HARMLESS_TOKENS = words(
  'max min num number count next page continuation cancellation completion prompt input output total sync resume pad ' +
    'eos bos start stop unexpected invalid pull existing image',
);

/** Behind the noun, these say in which form or for which system: `password.value`, `SECRET_KEY_BASE`, `API_KEY_LIVE`. */
const SAME_VALUE_WORDS = words(
  'value base b hex string text plain data raw prod production stage staging stg dev development qa uat sandbox live primary ' +
    'secondary old new current previous backup admin root db database',
);
/** Behind the noun, these say that the value is something about the secret: `password_policy`, `token_url`. */
const ATTRIBUTE_WORDS = words(
  'policy length len size bits file files filename path dir directory folder name names id ids identifier count counts ' +
    'number type types kind expiry expires expiration exp ttl age lifetime duration interval timeout period url uri ' +
    'endpoint host port address env environment variable algorithm alg algo hasher method mode format encoding encryption ' +
    'cipher rule rules min max minimum maximum limit limits quota attempts retries failures reset resets required ' +
    'enabled disabled strength history rotation rotated rotate version field fields column label title description ' +
    'prompt hint placeholder pattern regex schema prefix suffix header param parameter provider source store storage manager ref refs ' +
    'reference from arn selector template bucket buckets ring usage index cache scope scopes issuer audience subject ' +
    'status state error errors message updated created changed modified date time at by valid validity validation ' +
    'validator verified match check checker generator command cmd cert certificate fingerprint thumbprint checksum ' +
    'digest authentication request response handler class owner namespace region sock socket mount volume',
);

/** Options that define a variable have its name next to their letter: `-Ddb.password=`, `-Papi.key=`. */
const DEFINING_LETTER = /^[DPE](?=\p{L})/u;

/**
 * @param name with what is in brackets behind it: `password (root)`, `password["prod"]`
 * @param before the text before the name, for the word before a name of one word: `WiFi key`
 */
export function classifyName(name: string, before: string): NameKind | undefined {
  const isDefined = before.endsWith('-') && DEFINING_LETTER.test(name);
  return (
    (isDefined ? classifyWords(splitName(name.slice(1)), '') : undefined) ??
    classifyWords(splitName(name), before)
  );
}

function classifyWords(own: readonly string[], before: string): NameKind | undefined {
  const all = addPreviousWord(own, before);
  // A personal access token, as in `GITLAB_PAT`. A name of one word can be that of a person.
  if (own.length > 1 && own.at(-1) === 'pat') return 'token';
  // Vault returns its keys under this name.
  if (own.join(' ') === 'keys base') return 'token';
  if (MAYBE_TOKEN_NOUNS.has(all.at(-1) ?? '')) return 'maybe token';
  const at = all.findLastIndex(isNoun);
  if (at < 0) return undefined;
  const kind = classifyNoun(all[at] ?? '', all.slice(0, at), before);
  const behind = all.slice(at + 1);
  if (!kind || behind.every((word) => SAME_VALUE_WORDS.has(word))) return kind;
  // In a sentence, any word can follow.
  const isOwn = at >= all.length - own.length;
  return isOwn ? classifyQualified(kind, behind) : undefined;
}

/** Behind most names of keys and short names, words make another one: `pass_rate`, `partition_key_range`. */
function classifyQualified(kind: NameKind, behind: readonly string[]): NameKind | undefined {
  if (behind.some((word) => ATTRIBUTE_WORDS.has(word))) return undefined;
  // The hash of a password can be cracked, that of a token cannot.
  if (behind.includes('hash')) return kind === 'password' ? 'maybe token' : undefined;
  if (kind === 'token' || kind === 'secret') return 'maybe token';
  return kind === 'password' ? 'maybe password' : undefined;
}

function isNoun(word: string): boolean {
  return /^keys?$/.test(word) || isPasswordNoun(word) || isShortPasswordNoun(word) || TOKEN_NOUN.test(word);
}

function isPasswordNoun(word: string): boolean {
  return PASSWORD_NOUN.test(word);
}

function isShortPasswordNoun(word: string): boolean {
  return word === 'passe' || (SHORT_PASSWORD_NOUN.test(word) && !OTHER_PASSES.has(word));
}

function classifyNoun(noun: string, qualifiers: readonly string[], before: string): NameKind | undefined {
  if (noun === 'passe') return /mot de[ \t]$/i.test(before) ? 'pass' : undefined;
  if (isShortPasswordNoun(noun)) return 'pass';
  if (isPasswordNoun(noun)) return 'password';
  if (noun === 'key') return classifyKey(qualifiers);
  // Several keys are often those that everybody may know: `--recv-keys`.
  if (noun === 'keys')
    return ['token', 'secret'].includes(classifyKey(qualifiers) ?? '') ? 'token' : undefined;
  const kind = classifyToken(qualifiers);
  return kind && /secret(?:key)?$/.test(noun) ? 'secret' : kind;
}

function addPreviousWord(own: readonly string[], before: string): readonly string[] {
  if (own.length !== 1) return own;
  const previous = /([\p{L}\d-]+)[ \t]$/u.exec(before)?.[1];
  if (previous) return [previous.toLowerCase(), ...own];
  return own[0] === 'key' && /[?&]$/.test(before) ? ['api', ...own] : own;
}

function classifyKey(qualifiers: readonly string[]): NameKind | undefined {
  // The routing key of a queue is a name, and that of PagerDuty is a token.
  if (qualifiers.includes('routing')) return 'maybe token';
  if (qualifiers.length === 0 || qualifiers.some((word) => HARMLESS_KEYS.has(word))) return undefined;
  if (qualifiers.some((word) => CHOSEN_KEYS.has(word))) return 'secret';
  return qualifiers.some((word) => KNOWN_KEYS.has(word)) ? 'token' : 'maybe token';
}

function classifyToken(qualifiers: readonly string[]): NameKind | undefined {
  return qualifiers.some((word) => HARMLESS_TOKENS.has(word)) ? undefined : 'token';
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

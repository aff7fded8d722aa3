/**
 * Patterns of secrets and personal data that secretlint's recommended rules do not find. The group `secret`,
 * `quoted` or `bare` is masked, or the whole match if there is none.
 */

export interface SecretPattern {
  /** Its name in messages, a noun phrase. */
  readonly what: string;
  readonly family: 'secret' | 'personal-data';
  /** In lower case. The pattern is only tried on texts that contain one of them. */
  readonly keywords: readonly string[];
  /** With the flags `g` and `d`. Every repetition is bounded, so that no text takes long. */
  readonly pattern: RegExp;
}

/** The end of the name of a field or variable that contains a secret. */
const SECRET_NAME_PATTERN =
  '(?:password|passwd|passphrase|pwd|secret|secret[_-]?key|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|account[_-]?key|shared[_-]?access[_-]?key|token|requirepass|masterauth|credentials?)';

export const CONNECTION_PASSWORD = 'password in a connection string';

export const SECRET_PATTERNS: readonly SecretPattern[] = [
  createSecretPattern(
    'AWS access key id',
    ['akia', 'asia', 'abia', 'acca'],
    /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/dg,
  ),
  createSecretPattern('Google API key', ['aiza'], /\bAIza[\w-]{35}(?![\w-])/dg),
  createSecretPattern(
    'Google OAuth token',
    ['ya29.', 'gocspx-'],
    /\b(?:ya29\.[\w-]{20,500}|GOCSPX-[\w-]{20,100})/dg,
  ),
  createSecretPattern('JSON web token', ['eyj'], /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}/dg),
  createSecretPattern('bearer token', ['bearer'], /\bBearer[ \t]+(?<secret>[\w.~+/-]{16,1000}={0,2})/dgi),
  createSecretPattern(
    'basic authorization',
    ['authorization'],
    /\bAuthorization['"]?[:=][ \t]*['"]?Basic[ \t]+(?<secret>[A-Za-z0-9+/]{8,500}={0,2})/dgi,
  ),
  createSecretPattern(
    CONNECTION_PASSWORD,
    ['://'],
    // Up to the last `@`, because a password can contain one. Digits and a slash are a port and a path.
    /\b[a-z][a-z\d+.-]{1,30}:\/\/[^\s:/@'"`<>]{0,100}:(?!\d{1,5}(?:\/|$))(?<secret>[^\s'"`<>]{3,200})@[\w[]/dgi,
  ),
  createSecretPattern(
    'value of a secret',
    ['pass', 'pwd', 'secret', 'key', 'token', 'auth', 'credential'],
    new RegExp(
      `${SECRET_NAME_PATTERN}['"]?[ \\t]{0,3}(?:=>|:=|=)[ \\t]{0,3}(?:"(?<secret>[^"\\n]{6,500})"|'(?<quoted>[^'\\n]{6,500})'|(?<bare>[^\\s"'\`,;&<>(){}]{6,500}))`,
      'dgi',
    ),
  ),
  createSecretPattern(
    'value of a secret',
    ['pass', 'pwd', 'secret', 'key', 'token', 'auth', 'credential'],
    new RegExp(
      `${SECRET_NAME_PATTERN}['"]?[ \\t]{0,3}:[ \\t]{0,3}(?:"(?<secret>[^"\\s]{6,500})"|'(?<quoted>[^'\\s]{6,500})'|(?<bare>(?=[^\\s]*\\d)(?=[^\\s]*[a-z])[^\\s"'\`,;&<>(){}]{8,500}))`,
      'dgi',
    ),
  ),
  createSecretPattern(
    'password on a command line',
    ['--', 'sshpass', 'mysql', 'redis-cli', 'curl'],
    /(?:--(?:password|passwd|pass|token|secret|api-key)[ \t=]|\bsshpass[ \t]+-p[ \t]*|\b(?:mysql|mysqldump|mysqladmin)\b[^\n`]{0,80}?[ \t]-p|\bredis-cli\b[^\n`]{0,80}?[ \t]-a[ \t]+|\bcurl\b[^\n`]{0,80}?[ \t](?:-u|--user)[ \t]+[\w.@-]{1,60}:)['"]?(?<secret>[^\s'"`\\|;&<>-][^\s'"`|;&<>]{5,200})/dg,
  ),
  createSecretPattern(
    'password in a configuration',
    ['requirepass', 'masterauth', 'identified by'],
    /\b(?:requirepass|masterauth|IDENTIFIED BY)[ \t]+['"]?(?<secret>[^\s'"`;]{6,200})/dgi,
  ),
  createSecretPattern(
    'password hash',
    ['$'],
    /\$(?:2[aby]\$\d{2}\$[./A-Za-z0-9]{53}|[156y]\$[^\s$'"`]{1,64}\$[./A-Za-z0-9]{22,110}|argon2(?:id|i|d)\$[^\s'"`]{20,200})/dg,
  ),
  createSecretPattern(
    'private key',
    ['private key'],
    /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?<secret>[\s\S]{1,20000}?)(?:-----(?:END|BEGIN)|(?![\s\S]))/dg,
  ),
  createSecretPattern(
    'PuTTY private key',
    ['private-lines'],
    /\bPrivate-Lines: \d{1,3}\r?\n(?<secret>(?:[ \t]*[A-Za-z0-9+/=]{20,64}\r?\n){1,100})/dg,
  ),
  createSecretPattern('age secret key', ['age-secret-key'], /\bAGE-SECRET-KEY-1[0-9A-Z]{50,70}/dg),
  createSecretPattern(
    'Azure storage key',
    ['accountkey='],
    /\bAccountKey=(?<secret>[A-Za-z0-9+/]{40,100}={0,2})/dgi,
  ),
  createSecretPattern(
    'Azure shared access signature',
    ['sig='],
    /[?&]sig=(?<secret>[A-Za-z0-9%+/]{30,100}(?:%3D|=){0,2})/dgi,
  ),
  createSecretPattern(
    'webhook address',
    ['hooks.slack.com', 'webhook'],
    /\bhttps:\/\/(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks|[\w-]{1,60}\.webhook\.office\.com)\/(?<secret>[\w@/-]{20,300})/dg,
  ),
  createSecretPattern('Twilio key', ['sk'], /\bSK[0-9a-f]{32}\b/dg),
  createSecretPattern('Mailgun key', ['key-'], /\bkey-[0-9a-f]{32}\b/dg),
  createSecretPattern('Mailchimp key', ['-us'], /\b[0-9a-f]{32}-us\d{1,2}\b/dg),
  createSecretPattern('DigitalOcean token', ['_v1_'], /\bdo[opr]_v1_[0-9a-f]{64}\b/dg),
  createSecretPattern('Telegram bot token', [':aa'], /\b\d{8,10}:AA[\w-]{32,35}(?![\w-])/dg),
  createSecretPattern('PyPI token', ['pypi-'], /\bpypi-[\w-]{50,300}/dg),
  createSecretPattern('New Relic key', ['nrak-'], /\bNRAK-[A-Z0-9]{27}\b/dg),
  createSecretPattern('Sentry token', ['sntr'], /\bsntr[yu]s_[\w+/=]{20,300}/dg),
  createSecretPattern('Atlassian token', ['atatt3'], /\bATATT3[\w=-]{50,300}/dg),
  createSecretPattern('PlanetScale password', ['pscale_'], /\bpscale_(?:pw|tkn|oauth)_[\w=.-]{32,64}/dg),
  {
    what: 'e-mail address',
    family: 'personal-data',
    keywords: ['@'],
    // Except addresses of example domains (RFC 2606) and repositories (`git@host:path`).
    pattern:
      /(?<![\w.+/:-])(?!git@)[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,6}@(?!(?:[\w-]{1,63}\.){0,5}(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)\b(?![.-]\w))(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,6}[a-z]{2,24}\b/dgi,
  },
  {
    what: 'private address',
    family: 'personal-data',
    keywords: ['10.', '192.168.', '172.'],
    // RFC 1918. All four numbers are required, so that a version such as 10.15.7 does not match.
    pattern:
      /(?<![\w.-])(?:10(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}|192\.168(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){2})(?![\w]|\.\d)/dg,
  },
  {
    what: 'private address',
    family: 'personal-data',
    keywords: Array.from('0123456789abcdef', (digit) => `fd${digit}`),
    // Unique local addresses (RFC 4193).
    pattern: /(?<![\w:])fd[0-9a-f]{2}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/dgi,
  },
];

function createSecretPattern(what: string, keywords: readonly string[], pattern: RegExp): SecretPattern {
  return { what, family: 'secret', keywords, pattern };
}

/** A variable in a shell or a template. */
const VARIABLE_PATTERN =
  /^\\?\$(?:[A-Z_][A-Z\d_]*|[a-z_]*(?:pass|pw|secret|token|key|cred)[a-z_]*|\{.*\}?|\(.*\)?)$/;

/**
 * Returns whether a value is no secret: a variable, a gap to fill in, or the word "password" itself. Deliberately
 * narrow: a weak password is still a password.
 */
export function isPlaceholder(value: string): boolean {
  return (
    VARIABLE_PATTERN.test(value) ||
    /^(?:[<{[%].*|[*•.xX#_-]+)$/.test(value) ||
    /^(?:your|my|the|some|an?)[-_ ](?:.{0,20}[-_ ])?(?:password|secret|token|key|value|here)$/i.test(value) ||
    /^(?:password|passwd|secret|token|redacted|changeme|undefined|unknown|required|process\.env\b.*|env\..*|os\.environ.*|null|none|true|false)$/i.test(
      value,
    )
  );
}

/** Patterns of addresses and host names of a private network: data for its owner, and help for an attacker. */
import { createExactPatterns, getTextBefore, type SecretPattern } from './secret-match.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** A version can have four numbers too. */
const isAddress: SecretPattern['accepts'] = (value, match) => {
  if (
    /\b(?:version|versions|release|ver|v|build|kernel|firmware|chrome|windows|nginx|database)[.:=]?\s{0,2}v?$/i.test(
      getTextBefore(match, 24),
    )
  )
    return false;
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 4);
  // The ranges of RFC 1918 and RFC 6598 themselves are in every textbook.
  return !(/\.0$/.test(value) && /^\/(?:8|10|12|16)\b/.test(after));
};

const FILE_TYPES =
  /\.(?:ya?ml|json|conf|cfg|ini|env|toml|sh|py|js|ts|php|xml|properties|service|rules|lock)$/i;

/** Names of files and of methods are built in the same way: `settings.local`, `os.priv`. */
const isHostName: SecretPattern['accepts'] = (value) => {
  const [, name = ''] = /^(.*)\.(?:local|priv)$/i.exec(value) ?? [];
  return name === '' || (/[.\d]/.test(name) && !FILE_TYPES.test(name));
};

const createPattern = createExactPatterns('internal-address');

export const INTERNAL_ADDRESS_PATTERNS: readonly SecretPattern[] = [
  createPattern(
    'private address',
    ['10.', '192.168.', '172.', '100.'],
    // RFC 1918 and RFC 6598. All four numbers are required, so that a version such as 10.15.7 does not match.
    new RegExp(
      `(?<![\\w.-])(?:10(?:\\.${OCTET}){3}|192\\.168(?:\\.${OCTET}){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.${OCTET}){2}|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(?:\\.${OCTET}){2})(?![\\w]|\\.\\d)`,
      'dg',
    ),
    isAddress,
  ),
  createPattern(
    'private address',
    Array.from('0123456789abcdef', (digit) => `fd${digit}`),
    // Unique local addresses (RFC 4193).
    /(?<![\w:])fd[0-9a-f]{2}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/dgi,
  ),
  createPattern(
    'internal host name',
    ['ip-10-', 'ip-172-', 'ip-192-168-'],
    /(?<![\w.-])ip-(?:10|172|192)(?:-\d{1,3}){3}(?:\.[a-z\d-]{1,63}){0,6}/dg,
  ),
  createPattern(
    'internal host name',
    ['.internal', '.corp', '.lan', '.intra', '.localdomain', '.local', '.home.arpa', '.priv'],
    // Also in the address of a page and behind a login, but not in a path. Mail addresses are personal data.
    /(?<![\w.-]|(?<!:\/)\/)(?:[a-z\d](?:[a-z\d-]{0,62})\.){1,6}(?:internal|corp|lan|intra(?:net)?|localdomain|local|home\.arpa|priv)(?![\w(-]|\.\w)/dgi,
    isHostName,
  ),
];

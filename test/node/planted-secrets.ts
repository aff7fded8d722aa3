/**
 * A hundred secrets of twenty kinds and more, made when the test runs and from parts, so that no scanner takes
 * this file for a leak. The same number gives the same secret.
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = LETTERS.toLowerCase();
const DIGITS = '0123456789';
const ALPHANUMERIC = LETTERS + LOWER + DIGITS;

export interface PlantedSecret {
  readonly kind: string;
  /** The value that must never be printed whole. */
  readonly secret: string;
  /** The line that contains it. */
  readonly line: string;
}

/** A small linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type PickCharacters = (alphabet: string, length: number) => string;
type SecretKind = (pick: PickCharacters) => { secret: string; line?: string };

/** Joined when called: the parts alone are no prefix that a scanner knows. */
const joined = (...parts: string[]) => parts.join('');

const SECRET_KINDS: Readonly<Record<string, SecretKind>> = {
  'AWS access key id': (pick) => ({ secret: joined('AK', 'IA', pick(`${LETTERS}234567`, 16)) }),
  'AWS secret key': (pick) => {
    const secret = pick(`${ALPHANUMERIC}/+`, 40);
    return { secret, line: `aws_secret_access_key = ${secret}` };
  },
  'GitHub token': (pick) => ({ secret: joined('gh', 'p_', pick(ALPHANUMERIC, 36)) }),
  'GitLab token': (pick) => ({ secret: joined('gl', 'pat-', pick(ALPHANUMERIC, 20)) }),
  'Slack token': (pick) => ({
    secret: joined('xo', 'xb-', pick(DIGITS, 12), '-', pick(DIGITS, 12), '-', pick(ALPHANUMERIC, 24)),
  }),
  'Slack webhook': (pick) => {
    const secret = `T${pick(LETTERS, 8)}/B${pick(LETTERS, 8)}/${pick(ALPHANUMERIC, 24)}`;
    return { secret, line: `curl https://hooks.slack.com/services/${secret}` };
  },
  'Google API key': (pick) => ({ secret: joined('AI', 'za', pick(ALPHANUMERIC, 35)) }),
  'npm token': (pick) => ({ secret: joined('np', 'm_', pick(ALPHANUMERIC, 36)) }),
  'Stripe key': (pick) => ({ secret: joined('sk_', 'live_', pick(ALPHANUMERIC, 24)) }),
  'SendGrid key': (pick) => ({
    secret: joined('S', 'G.', pick(ALPHANUMERIC, 22), '.', pick(ALPHANUMERIC, 43)),
  }),
  'JSON web token': (pick) => ({
    secret: joined(
      'ey',
      'J',
      pick(ALPHANUMERIC, 20),
      '.ey',
      'J',
      pick(ALPHANUMERIC, 60),
      '.',
      pick(ALPHANUMERIC, 43),
    ),
  }),
  'bearer token': (pick) => {
    const secret = pick(ALPHANUMERIC, 32);
    return { secret, line: `curl -H "Authorization: Bearer ${secret}" https://example.org/` };
  },
  'basic authorization': (pick) => {
    const secret = btoa(`admin:${pick(ALPHANUMERIC, 14)}`);
    return { secret, line: `Authorization: Basic ${secret}` };
  },
  'Redis connection': (pick) => {
    const secret = pick(ALPHANUMERIC, 14);
    return { secret, line: `redis-cli -u redis://:${secret}@cache-1:6379/0` };
  },
  'MongoDB connection': (pick) => {
    const secret = pick(`${ALPHANUMERIC}!$`, 12);
    return { secret, line: `mongodb://root:${secret}@db-1,db-2/app` };
  },
  'PostgreSQL connection': (pick) => {
    const secret = pick(ALPHANUMERIC, 10);
    return { secret, line: `psql "postgres://app:${secret}@db.internal:5432/app"` };
  },
  'AMQP connection': (pick) => {
    const secret = pick(ALPHANUMERIC, 18);
    return { secret, line: `broker: amqps://worker:${secret}@queue.internal/vhost` };
  },
  'password in a variable': (pick) => {
    const secret = pick(`${ALPHANUMERIC}!?`, 11);
    return { secret, line: `export REDIS_PASSWORD="${secret}"` };
  },
  'password in a configuration': (pick) => {
    const secret = pick(ALPHANUMERIC, 16);
    return { secret, line: `requirepass ${secret}` };
  },
  'password on a command line': (pick) => {
    const secret = `${pick(LOWER, 8)}${pick(DIGITS, 3)}`;
    return { secret, line: `mysqldump -h db-1 -u root -p${secret} app > dump.sql` };
  },
  'private key': (pick) => {
    const body = Array.from({ length: 6 }, () => pick(`${ALPHANUMERIC}+/`, 64)).join('\n');
    const fence = (word: string) => joined('-----', word, ' RSA PRIV', 'ATE KEY-----');
    return { secret: body, line: `${fence('BEGIN')}\n${body}\n${fence('END')}` };
  },
  'Azure storage key': (pick) => {
    const secret = `${pick(`${ALPHANUMERIC}+/`, 86)}==`;
    return { secret, line: `DefaultEndpointsProtocol=https;AccountName=logs;AccountKey=${secret}` };
  },
  'password hash': (pick) => ({ secret: joined('$2', 'y$10$', pick(`${ALPHANUMERIC}./`, 53)) }),
  'Twilio key': (pick) => ({ secret: joined('S', 'K', pick('0123456789abcdef', 32)) }),
  'e-mail address': (pick) => ({ secret: `${pick(LOWER, 6)}.${pick(LOWER, 9)}@${pick(LOWER, 8)}.io` }),
};

/** @param count how many, the kinds taken in turn */
export function createPlantedSecrets(count: number): PlantedSecret[] {
  const kinds = Object.entries(SECRET_KINDS);
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(index + 1);
    const pick: PickCharacters = (alphabet, length) =>
      Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
    const [kind, make] = kinds[index % kinds.length] as [string, SecretKind];
    const { secret, line } = make(pick);
    return { kind, secret, line: line ?? `It said ${secret} and stopped.` };
  });
}

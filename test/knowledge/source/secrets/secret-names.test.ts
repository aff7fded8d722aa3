import { expect, test } from 'vitest';
import { findSecrets } from '../../../../src/knowledge/source/secrets/find-secrets.ts';
import { maskText } from '../../../../src/knowledge/source/secrets/found-secret.ts';

const RANDOM = 'q8Zr3vXw1LmN0pKd5TyU7bHc';
const PASSWORD = 'Winter2024!x';

async function mask(line: string): Promise<string> {
  const text = `Some words.\n\n${line}\n\nMore words.\n`;
  const secrets = (await findSecrets([{ path: 'a.mdx', text }])).get('a.mdx') ?? [];
  return maskText(
    text,
    secrets.filter(({ family }) => family === 'secret'),
  ).slice(13, -14);
}

const rows = (templates: readonly string[]) => templates.map((template) => [template] as const);

/** `R` is a random value and `P` a password. */
const fill = (template: string) => template.replaceAll(/\bR\b/g, RANDOM).replaceAll(/\bP\b/g, PASSWORD);
const hide = (template: string) =>
  template.replaceAll(/\bR\b/g, '•'.repeat(RANDOM.length)).replaceAll(/\bP\b/g, '•'.repeat(PASSWORD.length));

test.each(
  rows([
    // Behind a dash or a dot.
    'java -Ddb.password=P -jar a.jar',
    '-Djavax.net.ssl.keyStorePassword=P',
    'JAVA_OPTS="-Xmx1g -Ddb.password=P"',
    'mvn -Dgpg.passphrase=P verify',
    '-Dapi.key=R',
    '-Dsonar.token=R',
    '-Dpass=P',
    'gradle -PsigningPassword=P',
    '-Papi.key=R',
    '--dbPassword=P',
    '--apiKey=R',
    '--clientSecret=R',
    '--secretKey R',
    '--authToken "R"',
    '-token R',
    '-token "R"',
    '-secret=R',
    '-pass P',
    'keytool -list -storepass P',
    'keytool -srcstorepass P',
    '.password=P',
    `-D${'long.'.repeat(25)}password=P`,
    // Words behind the noun.
    'DB_PASSWORD_PROD=P',
    'DB_PASSWORD_OLD=P',
    'PASSWORD_DB1=P',
    'PASSWORD_BILLING=P',
    'password_primary: P',
    'passwordProd: P',
    'password.prod: P',
    'PASS_PROD=P',
    'API_KEY_LIVE=R',
    'API_KEY_BILLING=R',
    'TOKEN_PROD=R',
    'STRIPE_SECRET_LIVE=R',
    'SSH_PRIVATE_KEY_BILLING=R',
    'password (root): P',
    'password (for the old host): P',
    'password[prod]=P',
    'password["prod"] = "P"',
    'passwords.prod=P',
    // Fields and items.
    'passwords: {prod: P, billing: P}',
    '{"passwords": {"prod": "P", "billing": "P"}}',
    '{"password": ["P", "P"]}',
    '{"password": ["changeme", "P"]}',
    'passwords:\n  admin: P\n  billing: P',
    'passwords:\r\n  admin: P\r\n  billing: P',
    '- passwords:\n    admin: P',
    '> tokens:\n>   billing: R',
    'passwords:\n- P\n- P',
    // Names that only could be those of secrets.
    'Authorization: R',
    'GH_PAT=R',
    'AUTH_SALT=R',
    'ADMIN_PASSWORD_HASH=R',
    '/?sig=R',
    // Signs.
    'password → P',
    'password -> P',
    'password += P',
    'password ?= P',
    'password is: P',
    'パスワード：P',
    'password\u00a0: P',
    'setx DB_PASSWORD P',
    'export DB_PASSWORD P',
    'npm config set //registry.example.org/:_authToken R',
    'aws configure set aws_secret_access_key R',
  ]),
)('%j contains the value of a secret', async (template) => {
  expect(await mask(fill(template))).toBe(hide(template));
});

test.each(
  rows([
    // Properties of a secret.
    'password_policy: strict-2024x9',
    'passwordPolicy=R',
    'token_count=12345abc99',
    'TOKEN_TTL_PROD=3600000s1',
    'secret_name: R',
    'secretKeyRef: R',
    'access_key_id: R',
    'password_file=R',
    'password_reset_url=R',
    'token_hash=R',
    'tokenizer: R',
    'password_hasher: pbkdf2_sha256',
    'password[minLength]=12345678',
    'password (optional): string',
    'Password (min 8 characters): required',
    'kubeadm join --discovery-token-ca-cert-hash sha256:R',
    '--secret-name R',
    '--token-ttl 72h30m10s',
    '--pass-through P',
    'pass_rate=P',
    'bypass=enabled1',
    'password manager: 1password',
    // Words in a sentence about an option.
    'Use the --db-password option or `-storepass option` together.',
    'Set export password-less logins aside.',
    'npm config set password-policy strict2024',
    'The values of -token are optional.',
    // Fields about a secret.
    'passwords: {minLength: 12, policy: strict2024x9}',
    'password:\n  type: string\n  pattern: ^[a-z0-9]{8,}$\n  minLength: 12',
    'token:\n  id: R\n  expires: 2024-03-10T10:00:00Z',
    'passwords:\n- forgotten\n- compromised',
    'passwords:\nhosts:\n  - P',
    'secrets:\n  - name: app-tls-2024',
    'secrets: inherit',
    // Methods and formats.
    'auth: oauth2',
    'jwt: enabled2024',
    'Authorization: required-2024',
    // Variables and what stands for a value.
    'DB_PASSWORD=__DB_PASSWORD__',
    'DB_PASSWORD=DB_PASSWORD',
    'DB_PASSWORD=REDACTED_8f3a',
    'DB_PASSWORD=[redacted:8f3a]',
    "DB_PASSWORD=secrets['DB']",
    'DB_PASSWORD=secrets["DB"]',
    'DB_PASSWORD=secrets["DB_PASSWORD"]',
    'password += letters[index]',
  ]),
)('%j contains no secret', async (template) => {
  const text = fill(template);
  expect(await mask(text)).toBe(text);
});

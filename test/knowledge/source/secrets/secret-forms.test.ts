/** Forms in which programs print secrets, and people write them. */
import { describe, expect, test } from 'vitest';
import { findSecrets } from '../../../../src/knowledge/source/secrets/find-secrets.ts';

async function find(text: string): Promise<string[]> {
  const found = await findSecrets([{ path: 'a.mdx', text }]);
  return (found.get('a.mdx') ?? []).map(({ span }) => text.slice(span.start, span.end));
}

// In pieces, so that no scanner of this repository reports them.
const join = (...parts: string[]) => parts.join('');
const HEX = '3dfe574de739988b886e7577496a2c87';
const UUID = '10fb9102-f29a-4422-aeb1-4ab2f2d0f0cc';
const KEY = 'RkFjOVFlV0pLWTQwdXZTd01GTFpEZTFmOHJFU1FlZFVT';
const RANDOM = 'SgoaS7LqW4cvpEDmGOlqfVPg2chfcIbm5qYXLCuj';
const PASSWORD = 'kX93jdPq2w';
const LOGIN = btoa(`admin:${PASSWORD}`);

describe('what a program prints: ', () => {
  test.each([
    ['an unseal key of Vault', `Unseal Key 1: ${KEY}`, KEY],
    ['an unseal key of Vault that is hidden', `Unseal Key 2 (will be hidden): ${KEY}`, KEY],
    ['a recovery key of Vault', `Recovery Key 3: ${KEY}`, KEY],
    ['the id of a secret', `SecretID:         ${UUID}`, UUID],
    ['the id of a secret in a table', `secret_id            ${UUID}`, UUID],
    ['the id of a secret as a variable', `export VAULT_SECRET_ID=${UUID}`, UUID],
    ['passwords of Elasticsearch', `PASSWORD elastic = ${PASSWORD}`, PASSWORD],
    [
      'a recovery key of BitLocker',
      join('123456', '-234567-345678-456789-567890-678901-789012-890123'),
      '123456-234567-345678-456789-567890-678901-789012-890123',
    ],
    ['a variable in a column', `DB_PASSWORD ${PASSWORD}`, PASSWORD],
    ['a value of the registry', `DefaultPassword    REG_SZ    ${PASSWORD}`, PASSWORD],
    ['a table of psql', `| password | ${PASSWORD} |`, PASSWORD],
  ])('%s', async (_, text, value) => {
    expect(await find(text)).toEqual([value]);
  });
});

describe('a hash of a password, as in', () => {
  test.each([
    ['Django', `pbkdf2_sha256$260000$wlavyfErGPmp$${btoa(RANDOM)}`],
    ['Werkzeug', `pbkdf2:sha256:260000$wlavyfEr$${HEX}${HEX}`],
    ['an LDAP server', `{SSHA}${btoa(RANDOM.slice(0, 24))}`],
    ['PostgreSQL', `SCRAM-SHA-256$4096:${btoa('saltsaltsalt')}$${btoa(RANDOM)}:${btoa(RANDOM)}`],
    ['an old PostgreSQL', `md5${HEX}`],
    ['MySQL', `*${HEX.toUpperCase()}64CB1402`],
    ['yescrypt', `$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7`],
    ['Drupal', '$S$DeIZ1KTE.VzRvudZ5.xgOakipuMFrVyPmRdWTjAdYieWj27NMglI'],
  ])('%s', async (_, text) => {
    expect(await find(text)).toEqual([text]);
  });

  test('Windows', async () => {
    expect(await find(`bob:1001:${HEX}:${HEX}:::`)).toEqual([`${HEX}:${HEX}`]);
  });
});

describe('an authorization', () => {
  test.each([
    ['with any scheme', `Authorization: Negotiate ${btoa(RANDOM)}`, btoa(RANDOM)],
    ['with a digest', `Authorization: Digest username="bob", response="${HEX}"`, HEX],
    ['of nginx', `proxy_set_header Authorization "Basic ${LOGIN}";`, LOGIN],
    ['in a list', `"Authorization", "Basic ${LOGIN}"`, `Basic ${LOGIN}`],
    ['in a sentence', `the header was Basic ${LOGIN}`, LOGIN],
    ['with blanks', `Authorization = Basic ${LOGIN}`, LOGIN],
    ['by a cookie of Express', `connect.sid=s%3A${RANDOM}.${RANDOM}`, `s%3A${RANDOM}.${RANDOM}`],
    ['by a cookie of Laravel', `laravel_session=${btoa(RANDOM)}`, btoa(RANDOM)],
    ['by a session', `session_id: ${HEX}${HEX}`, `${HEX}${HEX}`],
    ['by an address', `https://example.org/reset?code=${RANDOM}`, RANDOM],
  ])('%s', async (_, text, value) => {
    expect(await find(text)).toEqual([value]);
  });
});

describe('an address of a webhook', () => {
  test.each([
    `https://events.pagerduty.com/integration/${HEX}/enqueue`,
    join('https://hooks.', 'zapier.com/hooks/catch/1234567/hv5v7s8/'),
    `https://hc-ping.com/${UUID}`,
    'https://mattermost.example.org/hooks/bahmswwdawfgfsy0l9flw91gqk',
    `https://open.feishu.cn/open-apis/bot/v2/hook/${UUID}`,
    `https://outlook.office.com/webhook/${UUID}@${UUID}/IncomingWebhook/${HEX}/${UUID}`,
    'https://maker.ifttt.com/trigger/x/with/key/xwNnic2bVOEKaZWVtQQe62',
    `https://n8n.example.org/webhook/${UUID}`,
    'https://hooks.airtable.com/workflows/v1/genericWebhook/appnJSwQh9X3xpYOq/wflfZBhzFdFy7vsFT/wtrrok7zmEXkwQTpH',
  ])('%s', async (text) => {
    expect(await find(text)).toHaveLength(1);
  });

  test.each([
    'https://example.org/docs/webhooks/create-a-webhook',
    'https://github.com/octo-org/app/settings/hooks/12345678',
    'https://example.org/integrations/slack/2024-05-03-release',
    'https://example.org/alerts/12345678901234567890',
    'https://example.org/key/value-stores-in-production-2019',
  ])('is not %s', async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

describe('a secret in a sentence: ', () => {
  test.each([
    ['a token without a verb', `with the token ${RANDOM}`, RANDOM],
    ['a key without a verb', `API key ${HEX} was used`, HEX],
    ['a token that is a UUID', `the snyk token ${UUID} leaked`, UUID],
    ['a password that somebody used', 'I used password hunter22 to log in.', 'hunter22'],
    ['a password with which somebody logged in', 'The login is root with password hunter22.', 'hunter22'],
    ['a password before its name', 'we had to type hunter22! as the password', 'hunter22!'],
    ['a login and a password', 'creds are bob:hunter22!', 'hunter22!'],
    ['the login of a device', `VPN: bob / ${PASSWORD}`, PASSWORD],
    ['a passphrase', 'Passphrase: correct horse battery staple', 'correct horse battery staple'],
    [
      'a passphrase in quotes',
      'the passphrase is "correct horse battery staple"',
      'correct horse battery staple',
    ],
    ['a seed of one-time passwords', 'MFA seed: JBSW Y3DP EHPK 3PXP', 'JBSW Y3DP EHPK 3PXP'],
    ['the code of a door', 'Door code: 4821#', '4821#'],
    ['a PIN', 'PIN: 482193', '482193'],
    ['codes to recover an account', 'backup codes: 1234-5678 2345-6789', '1234-5678 2345-6789'],
  ])('%s', async (_, text, value) => {
    expect(await find(text)).toEqual([value]);
  });

  test.each([
    'The password hash2 column was full.',
    'We logged in with password authentication disabled.',
    'The request token was sent with the key of the cache.',
    `The idempotency key ${UUID} was used twice.`,
    `The cache key ${HEX} was hot.`,
    'Passphrase: ask the owner of the vault',
    'The passphrase is that of the old server and was never written down.',
    'GPIO pin 1234 and PIN codes were fine.',
    'The access code path 2019 failed.',
  ])('%s is none', async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

describe('a password in a command, a program or a file', () => {
  test.each([
    ['of etcd', `etcdctl --user root:${PASSWORD} get x`],
    ['of httpie', `http -a bob:${PASSWORD} GET example.org`],
    ['of MQTT', `mosquitto_pub -u bob -P ${PASSWORD} -t x`],
    ['of SNMP', `snmpwalk -v2c -c ${PASSWORD} host`],
    ['of Windows shares', String.raw`net use Z: \\srv\share ${PASSWORD} /user:bob`],
    ['of PowerShell', `ConvertTo-SecureString "${PASSWORD}" -AsPlainText -Force`],
    ['of the registry', String.raw`reg add HKLM\x /v DefaultPassword /d ${PASSWORD}`],
    ['of PostgreSQL', `db1:5432:prod:app:${PASSWORD}`],
    ['without a protocol', `app:${PASSWORD}@db.example.org:3306/prod`],
    ['of Java', `DriverManager.getConnection(url, "app", "${PASSWORD}")`],
    ['set by a method', `client.setPassword("${PASSWORD}")`],
    ['set by a builder', `builder.password("${PASSWORD}")`],
    ['in a pair', `("password", "${PASSWORD}")`],
    ['in a property list', `<key>password</key>\n<string>${PASSWORD}</string>`],
    ['of an answer file', `<AdministratorPassword><Value>${PASSWORD}</Value></AdministratorPassword>`],
    ['of a router', `tacacs-server key ${PASSWORD}`],
    ['of a tunnel', `crypto isakmp key ${PASSWORD} address 192.0.2.4`],
    ['of Erlang', `RABBITMQ_ERLANG_COOKIE=${PASSWORD}Xz81Lq`],
    ['of Consul', 'encrypt = "DK0wKCgs7la2LpU+JW70V0kpyN3MkxjMOz0kNPLXcHk="'],
  ])('%s', async (_, text) => {
    expect(await find(text)).toHaveLength(1);
  });

  test.each([
    '<Name>DB_PASSWORD</Name><Value>hunter22</Value>',
    '<Value>hunter22</Value>\n  <Name>DB_PASSWORD</Name>',
    '<Name>DB_PASSWORD</Name><Type>String</Type><Value>hunter22</Value>',
    '<Parameter><Value>hunter22</Value><Description>It is secret</Description><Name>DB_PASSWORD</Name></Parameter>',
    '<item><name>host</name><value>db12345x</value></item><item><name>password</name><value>hunter22</value></item>',
    '<ParameterKey>DbPassword</ParameterKey><ParameterValue>hunter22</ParameterValue>',
    '<member><name>password</name><value><string>hunter22</string></value></member>',
    '<key>user</key><string>bob12345</string><key>password</key><array><string>hunter22</string></array>',
    '<property name="db.password"><value>hunter22</value></property>',
    '<setting name="Password" serializeAs="String"><value>hunter22</value></setting>',
    '<add value="hunter22" key="DB_PASSWORD"/>',
    "<entry name='password' type='x' value='hunter22' />",
  ])('in elements is found: %s', async (text) => {
    expect(await find(text)).toEqual(['hunter22']);
  });

  test.each([
    '<Name>DB_HOST</Name><Value>db12345x</Value><Name>DB_PASSWORD</Name>',
    '<item><Name>DB_PASSWORD</Name></item><item><Value>db12345x</Value></item>',
    '<Name>DB_PASSWORD</Name><Name>DB_HOST</Name><Value>db12345x</Value>',
    '<Name>PASSWORD_FILE</Name><Value>/run/secrets/db</Value>',
    '<Name>DB_PASSWORD</Name><Value>********</Value>',
    'CREATE USER app IDENTIFIED BY &new_password;',
    'The cause was identified by engineers at 10:00.',
    'The cause was identified as resource-exhaustion.',
    'The server, identified as [NY-SQL02], was down.',
    'Each row is identified by customer_id and region.',
    'SET password = :new_password WHERE id = 1',
    'IDENTIFIED BY @password',
    'POSTHOG_KEY=phc_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7d',
    'STRIPE_KEY=pk_live_51HqJ2kL9mN3pQ5rS7tU9vW1xY3zA5bC7d',
    'mvn -Dsonar.login=$SONAR_TOKEN',
    'mvn -Dsonar.login=admin-user',
  ])('is not in a variable, a public key or another element: %s', async (text) => {
    expect(await find(text)).toEqual([]);
  });

  test.each([
    [
      'mvn -Dsonar.login=2fe4b6c8d0a1f3e5b7c9d1e3f5a7b9c1d3e5f7a9',
      '2fe4b6c8d0a1f3e5b7c9d1e3f5a7b9c1d3e5f7a9',
    ],
    ['The passphrase of the key is correct horse battery staple.', 'correct horse battery staple'],
    ['alter user app\n  identified by summerday', 'summerday'],
    ["grant all on app.* to app@'%' identified by summerday with grant option;", 'summerday'],
    ['IDENTIFIED BY summerday;', 'summerday'],
    ['passphrase for backup: correct horse battery staple', 'correct horse battery staple'],
  ])('in %s is found', async (text, secret) => {
    expect(await find(text)).toEqual([secret]);
  });

  test.each([
    ['UTF-16', 'utf16le'],
    ['UTF-8', 'utf8'],
  ] as const)('in Base64 of %s with letters outside of ASCII is found', async (_, encoding) => {
    const encoded = Buffer.from('$name = "Grün"; $password = "Königin-hunter22"', encoding).toString(
      'base64',
    );
    expect(await find(`pwsh -EncodedCommand ${encoded}`)).toEqual([encoded]);
  });

  test('that PowerShell encodes is found', async () => {
    const command = btoa(
      `$p="${join('ghp', '_', 'x7Kq2mWv9Rt4Zs8Lp3Nc6Yb1Hd5Jf0Gu2Ea4')}"`.replace(/./g, '$&\0'),
    );
    expect(await find(`powershell -EncodedCommand ${command}`)).toEqual([command]);
  });

  test.each([
    'getToken("session-name-2")',
    'hasPassword("required")',
    '("password", "username")',
    'image: registry.example.org/app:1.2.3-alpine3@sha256',
    `<key>password</key>\n<string>password</string>`,
    'IDENTIFIED BY :password',
    'PATH /usr/local/bin2',
  ])('is not in %s', async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

describe('a key of', () => {
  test.each([
    ['Vercel', join('vercel', '_P9uZq50VluOhNa7Rc3Kty40Q')],
    ['HubSpot', join('pat-', `na1-${UUID}`)],
    ['Razorpay', join('rzp_', 'live_cqyuKgZl66tLyO')],
    ['Amazon MWS', join('amzn.', `mws.${UUID}`)],
    ['Braintree', join('access_token$', `production$efyvmjapddmfuuch$${HEX}`)],
    ['1Password', 'A3-ABC123-DEF456-GHI78-JKL90-MNO12-PQR34'],
    ['Sentry', join('sntryu', `_${HEX}${HEX}`)],
    ['LangSmith', join('lsv2', `_pt_${HEX}_92f91da1f1`)],
    ['Netlify', join('nfp', `_${RANDOM}`)],
    ['New Relic', join('NRII', `-${RANDOM.slice(0, 32)}`)],
    ['Brevo', join('xsmtpsib', `-${HEX}${HEX}-${RANDOM.slice(0, 16)}`)],
    ['OpenShift', join('sha256', `~${RANDOM}abc`)],
    ['Mapbox', join('sk', `.eyJ${RANDOM}${RANDOM}.${RANDOM.slice(0, 22)}`)],
    ['k3s', join('K10', `${HEX}${HEX}::server:${HEX}`)],
    ['Google', join('1//0', `gjikih44VUeKRjnvClMds7dvTjBXegJcPvEz56YWn-1c6MlEFtt6AnXP9eA7k8DNlu`)],
  ])('%s', async (_, text) => {
    expect(await find(text)).toEqual([text]);
  });

  test('PostHog is public', async () => {
    expect(await find(join('phc', `_${RANDOM}`))).toEqual([]);
  });
});

describe('an internal host', () => {
  test.each([
    ['behind a login', 'ssh root@db.corp.internal'],
    ['in a prompt', '[root@db1.internal ~]# reboot'],
    ['in an address without a password', 'postgres://app@db.corp.internal/x'],
    ['of a directory', 'dc1.acme.local failed'],
    ['of a cluster', 'db1.default.svc.cluster.local'],
    ['at home', 'nas.home.arpa'],
    ['in capitals', 'DB1.CORP.INTERNAL'],
  ])('%s', async (_, text) => {
    expect(await find(text)).toHaveLength(1);
  });

  test.each([
    'settings.local',
    'os.priv',
    'config.yaml.local',
    '/etc/fail2ban/jail.local',
    'window.location.internal()',
  ])('is not %s', async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

test.each(['212-736-5000', 'Call Jane on 212-736-5000.', 'phone 212.736.5000'])(
  'the telephone number in “%s” is found',
  async (text) => {
    expect(await find(text)).toHaveLength(1);
  },
);

test.each([
  '2019-03-04',
  '200-500-1000 requests',
  '212-736-50001',
  'order 123-456-7890',
  '800-555-1234',
  '1.212.736.5000',
])('no telephone number is in “%s”', async (text) => {
  expect(await find(text)).toEqual([]);
});

const SLASHED = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzkL3pQ9aB';

describe('a value in Base64 with slashes', () => {
  test.each([
    `AWS_SECRET_KEY=${SLASHED}`,
    `AWS secret access key: ${SLASHED}`,
    `aws configure set aws_secret_access_key ${SLASHED}`,
    `client_secret=${SLASHED}`,
    `DB_PASSWORD=${SLASHED}`,
    `"password": "${SLASHED}"`,
    `SharedAccessKey=${SLASHED}`,
    `the secret key is ${SLASHED}`,
    `curl -u bob:${SLASHED} example.org`,
  ])('is found in %s', async (text) => {
    expect(await find(text)).toEqual([SLASHED]);
  });

  test.each([
    `/${SLASHED}`,
    `kv/${SLASHED}`,
    'jt6tKwhlgI/nrgXplRjxYXP/a',
    'AkxLhAdECoDpAL9f/8A/Fio9jsA55YTcj/tvDT3CUsqb',
  ])('is found as %s', async (value) => {
    expect(await find(`DB_PASSWORD=${value}`)).toEqual([value]);
  });

  test.each([
    'secret/data/prod/db',
    'kv/team/app',
    'projects/MyProject2/secrets/DbPassword1/versions/12',
    'Infra/AWS/S3/IAMKey2',
    'prod/eu-west-1/ApiDB/v12',
    '/run/secrets/DbPassword1',
    '/var/run/K8s/DB1/password',
    `projects/p/secrets/${UUID}`,
    `vaults/${HEX}/items/${HEX}`,
  ])('is not the path %s', async (value) => {
    expect(await find(`DB_PASSWORD=${value}`)).toEqual([]);
  });
});

test.each(['K;p_NJWdf&&RPE.zM:sw', '7,hG2k&Lw9!rT4', 'k&93jd,Pq2w;zz'])(
  'the password %s is found, although its first sign stands alone',
  async (password) => {
    expect(await find(`DB_PASSWORD=${password}`)).toEqual([password]);
  },
);

test('a placeholder of one sign before another field is no password', async () => {
  expect(await find('password=x;user=root1')).toEqual([]);
});

const UNSEAL_KEY = '5+7nYV7zXzDkm0guFcrnUAcgHhJhew/tp+Fkd5b/Aivq';
const LOWER_KEY = 'z1nif5vlmba3umtfj9g760kaz9uqtkvohvf8243xfgxuutvf90t5';

describe('a credential is found in', () => {
  test.each([
    ['a list of JSON', `"unseal_keys_b64": [\n    "${UNSEAL_KEY}"\n  ]`, UNSEAL_KEY],
    ['hexadecimal in a list', `"unseal_keys_hex": ["${HEX}${HEX}"]`, `${HEX}${HEX}`],
    ['a list of YAML', `unseal_keys_b64:\n- ${UNSEAL_KEY}`, UNSEAL_KEY],
    ['an answer of Vault', `"keys_base64": ["${UNSEAL_KEY}"]`, UNSEAL_KEY],
    ['keys to recover', `recovery_keys_b64:\n  - ${UNSEAL_KEY}`, UNSEAL_KEY],
    ['a command of Vault', `vault operator unseal ${UNSEAL_KEY}`, UNSEAL_KEY],
    ['an old command of Vault', `vault unseal ${UNSEAL_KEY}`, UNSEAL_KEY],
    [
      'a command with options',
      `vault operator rekey -address=https://example.org -nonce=${UUID} ${UNSEAL_KEY}`,
      UNSEAL_KEY,
    ],
    ['a command of Nomad', `Accessor ID  = ${HEX}\nSecret ID    = ${UUID}`, UUID],
    ['a field with a blank in its name', `Secret ID: ${UUID}`, UUID],
    ['a header of Splunk', `Authorization: Splunk ${UUID}`, UUID],
    ['a header of any vendor', `curl -H 'Authorization: Acme ${LOWER_KEY}' example.org`, LOWER_KEY],
    ['a token of Azure DevOps', `AZURE_DEVOPS_EXT_PAT=${LOWER_KEY}`, LOWER_KEY],
    ['a token of GitLab', 'GITLAB_PAT=2o5qopum9v46rxeqdf4b', '2o5qopum9v46rxeqdf4b'],
    ['a key of LaunchDarkly', join('LD_SDK_KEY: sdk', `-${UUID}`), join('sdk', `-${UUID}`)],
    ['a key to write', `HONEYCOMB_WRITEKEY=${RANDOM}`, RANDOM],
  ])('%s', async (_, text, value) => {
    expect(await find(text)).toEqual([value]);
  });

  test.each([
    'vault operator unseal',
    'vault operator unseal -migrate',
    'vault operator unseal $UNSEAL_KEY',
    'vault operator unseal "$(cat key1.txt)"',
    'vault operator unseal vault-2.example.org-cluster-address',
    '"unseal_keys_b64": ["<key 1>", "<key 2>"]',
    'Authorization: Splunk <uuid>',
    'Authorization: header-with-a-long-name-2024-x',
    'USER_PAT=patricia',
    'SDK_KEY=your-sdk-key',
    'Secret ID: see the vault',
  ])('not in %s', async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

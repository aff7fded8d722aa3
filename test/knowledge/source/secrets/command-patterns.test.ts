import { expect, test } from 'vitest';
import { findSecrets } from '../../../../src/knowledge/source/secrets/find-secrets.ts';
import { maskText } from '../../../../src/knowledge/source/secrets/found-secret.ts';

const RANDOM = 'q8Zr3vXw1LmN0pKd5TyU7bHc';
const SPACED = 'Wi4 nter2 x7';
const QUOTED = 'Wi"nter2x7';

async function mask(line: string): Promise<string> {
  const text = `Some words.\n\n${line}\n\nMore words.\n`;
  const secrets = (await findSecrets([{ path: 'a.mdx', text }])).get('a.mdx') ?? [];
  return maskText(
    text,
    secrets.filter(({ family }) => family === 'secret'),
  ).slice(13, -14);
}

const rows = (templates: readonly string[]) => templates.map((template) => [template] as const);

/** `RANDOM`, `SPACED` and `QUOTED` are values of those kinds. */
const VALUES = { RANDOM, SPACED, QUOTED };
const replace = (template: string, hide: (value: string) => string) =>
  Object.entries(VALUES).reduce((text, [name, value]) => text.replaceAll(name, hide(value)), template);
const fill = (template: string) => replace(template, (value) => value);
const hide = (template: string) => replace(template, (value) => value.replace(/\S/g, '•'));

test.each(
  rows([
    // Options.
    'sqlcmd -S h -U sa -P RANDOM',
    'sqlcmd -S h -U sa -P "SPACED"',
    'mongo -u a -p RANDOM',
    'mongosh -u a -p RANDOM --host h',
    'cqlsh -u a -p RANDOM',
    'az login -u a -p RANDOM',
    'ipmitool -H h -U ADMIN -P RANDOM chassis status',
    'ldapsearch -x -D cn=admin -w RANDOM',
    'ssh-keygen -t ed25519 -N RANDOM',
    'sshpass -p "SPACED" ssh h',
    "mysql -u root -p'SPACED' db",
    'curl -u "admin:SPACED" https://x.example.net',
    'mysql -uroot -pRANDOM',
    'docker login -u jo -p RANDOM',
    'curl -u admin:RANDOM https://x.example.net',
    '--password "SPACED"',
    'smbclient -U jo%RANDOM //h/s',
    'lftp -u jo,RANDOM ftp.example.net',
    'zip -P RANDOM x.zip a',
    // Words.
    'htpasswd -b f a RANDOM',
    'htpasswd -nb a RANDOM',
    'sqlplus system/RANDOM@ORCL',
    'sqlplus system/"SPACED"@ORCL',
    'impdp system/RANDOM directory=x',
    'rabbitmqctl change_password a RANDOM',
    // Stores of secrets.
    'aws ssm put-parameter --name /db/x --type SecureString --value RANDOM',
    'aws secretsmanager put-secret-value --secret-id x --secret-string RANDOM',
    'az keyvault secret set --name x --vault-name y --value RANDOM',
    'gcloud secrets versions add x --data "RANDOM"',
    'gh secret set X -b RANDOM',
    'vault kv put secret/x value=RANDOM',
    // From another program.
    'echo RANDOM | docker login -u u --password-stdin',
    'echo "RANDOM" | sudo -S reboot',
    "printf '%s' RANDOM | docker login --password-stdin",
    'npm set //registry.example.org/:_authToken RANDOM',
    'printf RANDOM | docker secret create x -',
    'kinit a <<< RANDOM',
    // In a sentence.
    'credentials root:RANDOM',
    'credentials are root:RANDOM',
    'login admin/RANDOM',
    'The passwords are RANDOM and RANDOM.',
    'Das Passwort lautet RANDOM',
    'The root pw is RANDOM',
    // Several next to each other.
    'password changed from RANDOM to RANDOM',
    'password: RANDOM or RANDOM',
    '| Host | Password |\n| - | - |\n| a | RANDOM or `RANDOM` |',
    'passwords: RANDOM and RANDOM',
    '{"password": ["RANDOM", "RANDOM"]}',
    'The password was RANDOM, then RANDOM.',
    'password: RANDOM | RANDOM',
    `password: RANDOM${' or RANDOM'.repeat(40)}`,
    `passwords:\n${'- RANDOM\n'.repeat(80)}`,
    `{"passwords": {${'"a": "RANDOM",\n'.repeat(80)}}}`,
    'Cookie: session=RANDOM; csrf=Yh2kRANDOM',
    'Cookie: lang=en; session=RANDOM; theme=dark-and-a-long-name; csrf=RANDOM',
    'Set-Cookie: sid=RANDOM; Path=/; HttpOnly',
    "curl -b 'a=RANDOM; b=RANDOM' https://x.example.net",
    // Quotes in a value, and the ends of lines.
    'password: QUOTED',
    'DB_PASSWORD="RANDOM',
    "password: 'RANDOM''RANDOM'",
    'Some words.\rpassword: RANDOM\rMore words.',
    'password:\rRANDOM',
  ]),
)('%j contains a password', async (template) => {
  const masked = await mask(fill(template));
  expect(masked.replace("•''•", '••••')).toBe(
    hide(template).replace("•''•", '••••').replace('Yh2k•', '•••••'),
  );
});

test.each(
  rows([
    'mongo --host h -p 27017',
    'docker run -p 127.0.0.1:8080:80 nginx',
    'mysql -p -u root',
    'sqlcmd -S h -U sa -P $(PASSWORD)',
    'sqlplus / as sysdba',
    'sqlplus system/$DB_PASSWORD@ORCL @scripts/run1.sql',
    'impdp directory=dumps/2024x1 dumpfile=a.dmp',
    'htpasswd -c /etc/nginx/htpasswd1 admin',
    'docker build --secret id=npmrc,src=.npmrc2',
    'aws ssm put-parameter --name /app/region --value eu-west-1',
    'aws ssm put-parameter --name /app/x --value file://x1.json',
    'vault kv put secret/x value=@file1.json',
    'gcloud secrets versions add x --data-file=- ',
    'echo "$TOKEN" | docker login -u u --password-stdin',
    'echo finished1 | tee docker-login.txt',
    'docker login registry.example.org:5000',
    'Log in to web-1/api2 first.',
    'The login page/API v2 was slow.',
    'login web-1:8080',
    'The account acme/server01 was gone.',
    'Cookie: consent=accepted; lang=en-GB; theme=dark-and-a-long-name',
    'Set-Cookie: lang=en; Path=/',
    'The password was changed from the console to the API.',
    'The pw command is in /usr/sbin/pw.',
    "password: ''\nuser: 'bob12345'",
    '{"password":"","user":"bob12345"}',
    "link = '?password=' + reset2(url)",
  ]),
)('%j contains no password', async (text) => {
  expect(await mask(text)).toBe(text);
});

test.each(
  rows([
    'password: RANDOM and commit abcdef1 or version 1.2.3-rc1',
    '{"password": "RANDOM", "user1x9y8": "bob"}',
    'password=RANDOM and host: a7b8c9d0e1',
    'The password was RANDOM and the host web-7.example.net',
  ]),
)('%j has nothing secret behind the password', async (template) => {
  expect(await mask(fill(template))).toBe(hide(template));
});

test.each(rows(['sqlplus -s system/Wi4nter/2x7@db-1:1521/ORCL @run.sql', 'sqlplus system/Wi4nter@2x7@ORCL']))(
  'the signs around a password can be in it: %s',
  async (text) => {
    expect(await mask(text)).toBe(text.replace(/Wi4nter.2x7/, '•'.repeat(11)));
  },
);

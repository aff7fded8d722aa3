import { describe, expect, test } from 'vitest';
import { findSecrets } from '../../../../src/knowledge/source/secrets/find-secrets.ts';
import { maskText } from '../../../../src/knowledge/source/secrets/found-secret.ts';

// In pieces, so that no scanner of this repository reports them.
const AWS = ['AKIA', 'Q3EGRZ7XK4PLM2WD'].join('');
/** Only secretlint knows it, which gets many files at once. */
const GITHUB = ['ghp', '_', 'x7Kq2mWv9Rt4Zs8Lp3Nc6Yb1Hd5Jf0Gu2Ea4'].join('');

/** Returns what is found in each file: its kind, and the text in its place. */
async function find(...texts: string[]): Promise<string[]> {
  const files = texts.map((text, at) => ({ path: `${String.fromCharCode(97 + at)}.mdx`, text }));
  const found = await findSecrets(files);
  return files.flatMap(({ path, text }) =>
    (found.get(path) ?? []).map(({ what, span }) => `${path} ${what}: ${text.slice(span.start, span.end)}`),
  );
}

describe('a secret', () => {
  test('is found in its own file, whatever the files around it contain', async () => {
    expect(await find('', `key ${AWS}`, '', `${GITHUB}\n`, 'nothing')).toEqual([
      `b.mdx AWS access key id: ${AWS}`,
      `d.mdx GitHub token: ${GITHUB}`,
    ]);
  });

  test('is found at the start and at the end of a file', async () => {
    expect(await find(GITHUB, GITHUB)).toEqual([
      `a.mdx GitHub token: ${GITHUB}`,
      `b.mdx GitHub token: ${GITHUB}`,
    ]);
  });

  test('is found in and after a file that fills a batch of a million characters', async () => {
    const long = 'word '.repeat(200_000);
    expect(await find(`${long}${GITHUB}`, GITHUB, `${long}\n`, GITHUB)).toEqual([
      `a.mdx GitHub token: ${GITHUB}`,
      `b.mdx GitHub token: ${GITHUB}`,
      `d.mdx GitHub token: ${GITHUB}`,
    ]);
  });

  test('is not made of the end of one file and the start of the next', async () => {
    expect(await find(GITHUB.slice(0, 20), GITHUB.slice(20))).toEqual([]);
  });

  test('is not made of an item of a list and the next one', async () => {
    const factors = `---\nfactors:\n  - tags:\n      - shared-password\n  - text: "The host had been in use for 32 months."\n---\n`;
    expect(await find(factors)).toEqual([]);
  });
});

describe('a secret is found in what only looks like a comment', () => {
  const value = '{/*Zk7q9vRt2LmX4*/}';
  test.each([
    ['behind its name', `Intro.\n\nPassword: ${value}`],
    ['in code below its name', `Intro.\n\nMore.\n\nPassword:\n\n    ${value}\n\nThe end.`],
    ['in the table with its name', `Intro.\n\n| Host | Password |\n| --- | --- |\n| a | ${value} |\n`],
  ])('%s', async (_, text) => {
    const found = await findSecrets([{ path: 'a.mdx', text }]);
    const spans = (found.get('a.mdx') ?? []).map(({ span }) => text.slice(span.start, span.end));
    expect(spans).toEqual([expect.stringContaining('Zk7q9vRt2LmX4')]);
  });
});

describe('a secret is found although it is cut by', () => {
  const [start, end] = [GITHUB.slice(0, 14), GITHUB.slice(14)];
  test.each([
    ['two links', `[${start}](/rules/)[${end}](/rules/)`],
    ['a link at its start', `[${start}](/rules/)${end}`],
    ['code', `\`${start}\`${end}`],
    ['code next to code', `\`${start}\`\`\`${end}\`\``],
    ['emphasis', `_${start}_*${end}*`],
    ['a strike', `${start}~${end}~`],
    ['a comment of two lines', `${start}{/* one\ntwo */}${end}`],
    ['a long comment', `${start}{/* ${'word '.repeat(100)}*/}${end}`],
    ['a backslash at the end of a line', `---\nsummary: "${start}\\\n  ${end}"\n---\n`],
    ['two links with titles', `[${start}](/rules/ "a (b)")[${end}](/rules/ 'c')`],
    ['two links by reference', `[${start}][a][${end}][b]\n\n[a]: /rules/\n[b]: /rules/`],
    ['a component', `${start}<Callout kind="tip">${end}</Callout>`],
    ['a component with a > in it', `${start}<Callout kind="tip" title="a > b">${end}</Callout>`],
    ['tags and a link', `<A>${start}</A>[${end}](/a/ "b")`],
    ['a picture with a description', `![${start}](./a.png "b")${end}`],
    ['emphasis, entities and code in a list', `- a\n- > **${start}**\`${end}\``],
    ['two backslashes at the ends of lines', `summary: "${start}\\\r\n  \\\r\n\t${end}"\n`],
  ])('%s', async (_, text) => {
    const found = await find(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(start);
    expect(found[0]).toContain(end);
  });
});

describe('a secret that is cut by emphasis is found between', () => {
  const cut = `_${GITHUB.slice(0, 14)}_*${GITHUB.slice(14)}*`;
  test.each([
    ['the ends of a comment in code', `Write \`{/*\` first.\n\n${cut}\n\nThen \`*/}\`.\n`],
    ['the ends of a comment in blocks of code', `~~~\n{/*\n~~~\n\n${cut}\n\n\`\`\`\n*/}\n\`\`\`\n`],
    ['the ends of a comment', `{/*\n\n${cut}\n\n*/}\n`],
    ['escaped ends of a comment', `\\{/* ${cut} *\\/}\n`],
  ])('%s', async (_, text) => {
    expect((await find(text)).map((found) => found.split(': ')[0])).toEqual(['a.mdx GitHub token']);
  });

  test('a start in code and a comment of its own', async () => {
    const text = `Write \`{/*\` or \`\`a \` {/*\`\`.\n\n${GITHUB.slice(0, 14)}{/* a */}${GITHUB.slice(14)}\n`;
    expect((await find(text)).map((found) => found.split(': ')[0])).toEqual(['a.mdx GitHub token']);
  });
});

describe('a password is hidden to its end', () => {
  test.each([
    ['DB_PASS=Hunter22<xyz9>part3', 'Hunter22<xyz9>part3'],
    ['DB_PASS=Hunter22\\ xyz9', 'Hunter22\\ xyz9'],
    ['mysql -p"Hunter22 xyz9 part3"', 'Hunter22 xyz9 part3'],
    ["curl -u 'admin:Hunter22 xyz9' https://x", 'Hunter22 xyz9'],
    ['Password: `Hunter22 xyz9 part3`', 'Hunter22 xyz9 part3'],
    ["docker login -u jo -p 'Hunter22 xyz9'", 'Hunter22 xyz9'],
  ])('%s', async (text, secret) => {
    expect((await find(`${text}\n`)).map((found) => found.split(': ')[1])).toEqual([secret]);
  });

  test.each([
    ['<password>Hunter22xyz9</password>', 'Hunter22xyz9'],
    ['Run `PGPASSWORD=Hunter22xyz9 psql -h db`.', 'Hunter22xyz9'],
    ['password=Hunter22xyz9<br>next', 'Hunter22xyz9'],
    ['The password was "Hunter22xyz9" and the user "root".', 'Hunter22xyz9'],
  ])('and not further: %s', async (text, secret) => {
    expect((await find(`${text}\n`)).map((found) => found.split(': ')[1])).toEqual([secret]);
  });
});

test.each(
  [
    '--- PASS: TestFoo123 (0.01s)',
    'signature: SHA256withRSA',
    'We changed the password of `svc-billing2` at 10:32',
    '| Change | Before | After |\n| - | - | - |\n| Password resets | 120 | 4500 |\n| Password | not set | set |',
    'Password:\n\n- rotated in 2024\n- stored in the vault\n',
    'names = ["password", "username"]',
    'We logged in as `root` with `ssh`.',
    '- name: DB_PASSWORD\n  valueFrom: db-credentials-2024\n',
    'variable "db_password" {\n  type = string\n}\nvariable "size" {\n  default = "m5.xlarge2"\n}',
  ].map((text) => [text]),
)('%j contains no secret', async (text) => {
  expect(await find(`${text}\n`)).toEqual([]);
});

test.each(
  [
    '- value: production2\n  name: LEVEL\n- name: DB_PASSWORD\n  valueFrom: x',
    '{"value": "eu-west-1abc", "name": "REGION"}, {"name": "DB_PASSWORD", "valueFrom": "arn:aws:x"}',
    '```\nmounts:\n  - name: db-password\nvalue: production2\n```',
    '{"name": "password", "label": "Password", "value": "Enter your password"}',
    'name: token\ntype: string\ndefault: none',
    "It's the team's \"don't\" 'ok' password='x'.",
    '{"password":"","user":"bob12345"}',
    `{"note":"don't","token":"","id":"x8f3a7c2b9d1e4f60ab"}`,
    '<add value="production2" key="Level" /><add key="DbPassword" />',
  ].map((text) => [text]),
)('%j has no value of a secret next to a name', async (text) => {
  expect(await find(`${text}\n`)).toEqual([]);
});

describe('a secret is found whole although', () => {
  const encode = (text: string, times: number): string =>
    times === 0 ? text : encode(btoa(text), times - 1);
  test.each([
    ['a shell joins it', `DB_PASSWORD='Hunter'"22xyz9"`, `Hunter'"22xyz9`],
    ['a shell joins it to a longer one', `DB_PASSWORD='Hunter22'"xyz9part3"`, `Hunter22'"xyz9part3`],
    ['a shell joins three', `DB_PASSWORD='Hunter22'"xyz9"'part3'`, `Hunter22'"xyz9"'part3`],
    ['it has quotes inside', `DB_PASSWORD=Hun'ter22'xyz9`, `Hun'ter22'xyz9`],
    ['it has a space and is joined', `DB_PASSWORD='Hunter22 xyz9'"part3"`, `Hunter22 xyz9'"part3`],
    [
      'it is a joined token',
      `T='${GITHUB.slice(0, 20)}'"${GITHUB.slice(20)}"`,
      `${GITHUB.slice(0, 20)}'"${GITHUB.slice(20)}`,
    ],
    [
      'it has a bracket, before its name',
      '{"value": "Hunter22}xyz9", "name": "DB_PASSWORD"}',
      'Hunter22}xyz9',
    ],
    [
      'it has a tag, behind its name',
      '{"name": "DB_PASSWORD", "x": "{", "value": "a<Hunter22"}',
      'a<Hunter22',
    ],
    ['it is a block before its name', '- value: >-\n    Hunter22xyz9\n  name: DB_PASSWORD', 'Hunter22xyz9'],
    ['its letters are wide', 'password=Ｈｕｎｔｅｒ２２ｘｙ', 'Ｈｕｎｔｅｒ２２ｘｙ'],
    ['its name is in wide letters', 'ｐａｓｓｗｏｒｄ：hunter22xy', 'hunter22xy'],
    ['its letters are mathematical', 'password=𝐇𝐮𝐧𝐭𝐞𝐫𝟐𝟐𝐱𝐲', '𝐇𝐮𝐧𝐭𝐞𝐫𝟐𝟐𝐱𝐲'],
    ['it is Base64 of Base64', encode('password=Hunter22xyz9', 2), encode('password=Hunter22xyz9', 2)],
    ['it is Base64 of that', encode('password=Hunter22xyz9', 3), encode('password=Hunter22xyz9', 3)],
    [
      'it is Base64 in JSON in Base64',
      btoa(`{"data": "${btoa('{"password": "Hunter22xyz9"}')}"}`),
      btoa(`{"data": "${btoa('{"password": "Hunter22xyz9"}')}"}`),
    ],
  ])('%s', async (_, text, secret) => {
    const whole = `Some words.\n\n${text}\n\nMore words.\n`;
    const secrets = (await findSecrets([{ path: 'a.mdx', text: whole }])).get('a.mdx') ?? [];
    expect(secrets.map(({ span }) => whole.slice(span.start, span.end))).toEqual([secret]);
  });
});

test('a link, code and a comment make no secret of the words around them', async () => {
  expect(
    await find(
      'Set the [password](/notes/x/): see `config`. Then _token_=`$TOKEN`, and `pw`:`x`.\n{/* key: */}\nOpen it.\n',
      'run: "docker run -e PASSWORD \\\n  --name abcdefgh12345"\n',
    ),
  ).toEqual([]);
});

describe('of matches that overlap', () => {
  test('a password in a connection string is reported once, without its address', async () => {
    expect(await find('postgres://app:vQ7xk2LmZ94tRw@db.example.org/app')).toEqual([
      'a.mdx password in a connection string: vQ7xk2LmZ94tRw',
    ]);
  });

  test('the password in a connection string does not hide the token before it', async () => {
    expect(await find(`postgres://${GITHUB}:vQ7xk2LmZ94tRw@db.internal/app`)).toEqual([
      `a.mdx GitHub token: ${GITHUB}:vQ7xk2LmZ94tRw@db.internal/app`,
    ]);
  });

  test('a connection string with a placeholder as its password is none', async () => {
    expect(await find('postgres://app:$PASSWORD@db/app', 'postgres://app:<password>@db/app')).toEqual([]);
  });
});

describe('a password is found by', () => {
  const secret = 'hunter2xq';
  test.each([
    ['the name of its column', `| User | Password |\n| - | - |\n| root | ${secret} |`],
    [
      'the name in the first of many columns',
      `| Setting |${' |'.repeat(12)}\n|${' - |'.repeat(13)}\n| password |${' |'.repeat(10)} ${secret} |`,
    ],
    ['the name of its column, in code', `User | Root **password**\n--- | ---\nroot | \`${secret}\``],
    ['its name in the cell before it', `| Field | Value |\n| - | - |\n| *Password* | ${secret} |`],
    ['a label on the line above', `**Password:**\n\`${secret}\``],
    ['a label above a block of code', `**Password:**\n\n\`\`\`\n${secret}\n\`\`\``],
    ['a label above indented code', `The root password:\r\n\r\n    ${secret}\r\n`],
    ['a heading above it', `## Root password\n\n\`\`\`text\n${secret}\n\`\`\``],
    ['a sentence over two lines', `the root\npassword\nwas \`${secret}\`.`],
    ['a sentence with links and components', `the *password* is [${secret}](/rules/ "x").`],
    ['a sentence about an account', `The password for root on web-1 is ${secret}.`],
    ['its login and a slash', `admin / ${secret}`],
    [
      'its name in the first of three cells',
      `| Field | Value | Note |\n| - | - | - |\n| Password | ${secret} | old |`,
    ],
    [
      'its name in the first of three cells, last',
      `| Field | Note | Value |\n| - | - | - |\n| Password | old | ${secret} |`,
    ],
    ['a sentence with a colon', `Use the following password for root: ${secret}`],
    ['a sentence with still', `The root password was still "${secret}"`],
    ['a label about an account on a machine', `Password for root on db1: ${secret}`],
    ['a sentence about the account', `The password of the root account is ${secret}`],
    ['a sentence with commas', `The default password, \`${secret}\`, still worked`],
    ['a login in a sentence', `We logged in as \`root\` with \`${secret}\``],
    ['a label above an item of a list', `Password:\n\n- ${secret}\n`],
    ['a label above code in a list', `Password:\n\n- \`${secret}\`\n`],
    ['a label above a quotation', `Password:\n\n> ${secret}\n`],
    ['a label above a paragraph', `Password:\n\n${secret}\n`],
    ['chpasswd', `echo 'root:${secret}' | chpasswd`],
    ['a name and a value in JSON', `{"name":"DB_PASSWORD","value":"${secret}"}`],
    ['a value and its name in JSON', `{"value": "${secret}", "name": "DB_PASSWORD"}`],
    ['a value and its name on lines of JSON', `{\n  "value": "${secret}",\n  "name": "DB_PASSWORD"\n}`],
    ['a name, a type and a value', `{"name": "DB_PASSWORD", "type": "text", "value": "${secret}"}`],
    ['a value and its name in YAML', `env:\n  - value: ${secret}\n    name: DB_PASSWORD\n`],
    ['a parameter of CloudFormation', `{"ParameterKey": "DBPassword", "ParameterValue": "${secret}"}`],
    ['a value and its key', `{"Value": "${secret}", "Key": "db_password"}`],
    ['a setting of Helm in Terraform', `set {\n  value = "${secret}"\n  name  = "auth.password"\n}`],
    ['attributes of an element', `<add value="${secret}" key="DbPassword" />`],
    ['a name and a value in YAML', `env:\n  - name: DB_PASSWORD\n    value: ${secret}\n`],
    ['a list in JSON', `{"password": ["${secret}"]}`],
    ['a constant of PHP', `define("DB_PASSWORD", "${secret}")`],
    ['a variable of Terraform', `variable "db_password" {\n  type = string\n  default = "${secret}"\n}`],
    ['a statement of SQL', `CREATE USER app IDENTIFIED BY '${secret}';`],
    [
      'a statement of SQL with a plugin',
      `CREATE USER app IDENTIFIED WITH caching_sha2_password BY '${secret}';`,
    ],
    ['a function of SQL', `SET PASSWORD FOR 'app'@'%' = PASSWORD('${secret}');`],
    ['an element over three lines', `<password>\n${secret}\n</password>`],
    ['its login in code and a slash', `Credentials: \`jdoe\` / \`${secret}\``],
  ])('%s', async (_, text) => {
    const found = await find(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`: ${secret}(?:$|\\])`));
  });

  test.each([
    ['a word in code', 'the root password was `swordfish`', 'swordfish'],
    ['a word and a number', 'root password is hunter88', 'hunter88'],
    ['a token', 'The API token is 8f3a7c2b9d1e4f60ab.', '8f3a7c2b9d1e4f60ab'],
  ])('a sentence, as %s', async (_, text, value) => {
    expect((await find(text)).map((found) => found.split(': ')[1])).toEqual([value]);
  });
});

describe('a password that starts like a request to fill it in is found', () => {
  test.each([
    ['DB_PASSWORD=Setup2019xY', 'Setup2019xY'],
    ['password: "Addison99!"', 'Addison99!'],
    ['password: "changing7Lanes"', 'changing7Lanes'],
    ['DB_PASSWORD=put4Kq92Lm', 'put4Kq92Lm'],
    ['DB_PASSWORD=Add-7xKq92Lm', 'Add-7xKq92Lm'],
    ['DB_PASSWORD=YOURS8Kq92', 'YOURS8Kq92'],
    ['postgres://app:Useless99x@db/x', 'Useless99x'],
    ['mysql -u root -pSetup2019xY', 'Setup2019xY'],
    ['DB_PASSWORD=Change-Me-2019x', 'Change-Me-2019x'],
    ['DB_PASSWORD=change-me-2019', 'change-me-2019'],
    ['DB_PASSWORD=changeme2019!x', 'changeme2019!x'],
    ['DB_PASSWORD=your-xK9fLm82Q', 'your-xK9fLm82Q'],
    ['DB_PASSWORD=your-Hunter22', 'your-Hunter22'],
    ['DB_PASSWORD=Example-xK9fLm82Q', 'Example-xK9fLm82Q'],
    ['DB_PASSWORD=xK9fLm-sample-82Q', 'xK9fLm-sample-82Q'],
    ['DB_PASSWORD=Fake2019xY', 'Fake2019xY'],
    ['DB_PASSWORD=Removed-4Kq92Lm', 'Removed-4Kq92Lm'],
    ['DB_PASSWORD=Add-Horse-Battery', 'Add-Horse-Battery'],
    ['DB_PASSWORD=SetHorseBattery', 'SetHorseBattery'],
    ['DB_PASSWORD=put-xK9f-Lm82Q-here', 'put-xK9f-Lm82Q-here'],
    ['DB_PASSWORD=_hunter2x9_', '_hunter2x9_'],
    ['DB_PASSWORD=config.xK9fLm82Q', 'config.xK9fLm82Q'],
    ['DB_PASSWORD=this.xK9!fLm', 'this.xK9!fLm'],
  ])('%s', async (text, secret) => {
    expect((await find(text)).map((found) => found.split(': ')[1])).toEqual([secret]);
  });
});

test.each(
  [
    'YOUR_PASSWORD_HERE',
    'your-password',
    'your-32-character-key',
    'changeMe',
    'ChangeMeNow',
    'changeme',
    'insertTokenHere',
    'insert-token-here',
    'enteryourpassword',
    'YOURAPIKEY',
    'Use_a_strong_password',
    'Change-Me',
    'change_me_before_production',
    'please-change-me',
    'changeme123',
    'change-me-123',
    'CHANGEME!',
    'your-stripe-secret-key',
    'your-token-1234',
    'my-example-secret',
    'example.com',
    'example-tenant-token',
    'dummy_password_1',
    '***REMOVED***',
    'replace-with-acme-token',
    'put-your-password-here',
    '_password_',
    'secrets.DB_PASSWORD',
    'var.db_password',
    'config.get("db.password")',
    'data.aws_ssm_parameter.db_password.value',
    'data.vault_generic_secret.rds7a.data["password"]',
    "this.options['password']",
  ].map((value) => [value]),
)('the gap to fill in %s is no password', async (value) => {
  expect(await find(`DB_PASSWORD=${value}`, `password: "${value}"`)).toEqual([]);
});

describe('a secret in the name of a value', () => {
  const secret = 'Hunter22xyz9';
  test.each([
    ['a column', `| password ${secret} | Host |\n| --- | --- |\n| root | a |`],
    ['a column, with markup', `| password **Hunter**22xyz9 | Host |\n| - | - |\n| root | a |`],
    ['a row', `| Field | Value |\n| - | - |\n| password ${secret} | a |`],
    ['a heading above code', `## Password ${secret}\n\n    root\n`],
  ])('%s is found in that name', async (_, text) => {
    const found = await find(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.replaceAll('*', '')).toMatch(new RegExp(`: ${secret}$`));
  });

  test('a label above code is found in that label, and hides nothing else', async () => {
    const text = `Key ${AWS}:\n\n\`foo\`\n\nThe old token ${GITHUB} is gone.`;
    expect(await find(text)).toEqual([`a.mdx AWS access key id: ${AWS}`, `a.mdx GitHub token: ${GITHUB}`]);
  });

  test('the head of a long table is found once', async () => {
    const start = process.threadCpuUsage();
    const text = `| password ${secret} | b |\n| - | - |\n${'| root | a |\n'.repeat(12_000)}`;
    const secrets = (await findSecrets([{ path: 'a.mdx', text }])).get('a.mdx') ?? [];
    expect(maskText(text, secrets)).toBe(text.replace(secret, '•'.repeat(secret.length)));
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(6);
  });
});

describe('a private key', () => {
  const line = 'MIIEpAIBAAKCAQEA3k2vQ7xk2LmZ94tRwX7Kq2mWv9Rt4Zs8Lp3Nc6Yb1Hd5Jf0G';
  const last = 'x7Kq2mWv9Rt4Zs8Lp3Nc6Yb1Hd5Jf0Gu2Ea4';
  const begin = ['-----BEGIN RSA PRIV', 'ATE KEY-----'].join('');
  const end = ['-----END RSA PRIV', 'ATE KEY-----'].join('');

  test.each([
    [
      'with headers',
      `\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,8F3A7C2B9D1E4F60\n\n${line}\n${last}\n`,
    ],
    ['with an empty line', `\n${line}\n\n${last}\n`],
    ['with an empty line that is quoted', `\n> ${line}\n>\n> ${last}\n> `],
    ['with empty lines and of 40,000 characters', `\n${`${line}\n\n`.repeat(600)}${last}\n`],
  ])('%s is found as a whole', async (_, key) => {
    for (const text of [
      `${begin}${key}${end}`,
      `Old:\n\n\`\`\`\n${begin}${key}${end}\n\`\`\`\n\nIt is \`a\`.\n`,
    ]) {
      const found = await find(text);
      expect(found.map((line) => line.length)).toEqual([`a.mdx private key: ${key}`.length]);
      expect(found[0]?.endsWith(key)).toBe(true);
    }
  });

  test.each([
    ['its fence', `\n${line}\n\n${last}`, '\n```\n\nIt was gone.\n'],
    ['the sentence below', `\n${line}\n${last}`, '\n\nIt was gone.\n'],
    ['the next field', `\n  ${line}\n\n  ${last}`, '\nsummary: x\n---\n'],
    ['the file', `\n${`${line}\n`.repeat(400)}\n${last}`, ''],
    ['its fence, if it is long', `\n${`${line}\n`.repeat(400)}\n${last}`, '\n```\n\nIt was gone.\n'],
  ])('without its last line ends with %s', async (_, key, rest) => {
    expect(await find(`${begin}${key}${rest}`)).toEqual([`a.mdx private key: ${key}`]);
  });
});

describe('a secret that is decoded twice before a page shows it', () => {
  test.each([
    `summary: "The key is gh\\u0026#112;${GITHUB.slice(3)}"`,
    `<Procedure title="The key is gh&amp;#112;${GITHUB.slice(3)}">`,
    `<Command run="export T=gh&#x0000000070;${GITHUB.slice(3)}" />`,
  ])('%s', async (text) => {
    expect((await find(text)).map((found) => found.split(': ')[0])).toEqual(['a.mdx GitHub token']);
  });
});

describe('secrets next to each other', () => {
  test.each([
    ['password=hunter22&token=abcdefgh12345678', 'hunter22&token=abcdefgh12345678'],
    ['pw=a1b2c3d4;pw=zz11yy22', 'a1b2c3d4;pw=zz11yy22'],
    [
      'https://x.example.net/?password=hunter22x&secret=abcdefgh12345678',
      'hunter22x&secret=abcdefgh12345678',
    ],
  ])('%s are masked as one', async (text, secret) => {
    expect(await find(text)).toEqual([`a.mdx value of a secret: ${secret}`]);
  });
});

describe('the time for a line of a megabyte', () => {
  const lines: [name: string, part: string][] = [
    ['names of passwords', 'pw='],
    ['names of passwords with words', 'pw=word;'],
    ['passwords with a full stop', 'pw=a1b2c3d4.'],
    ['tokens', `${AWS}_`],
    ['passwords and stops', `pw=a1b2c3d4${'.'.repeat(20)}`],
    ['links', '[a](b "c")'],
    ['tags', '<B c="d">e</B>'],
    ['bars', 'password|'],
    ['backticks', 'a`b'],
    ['rows of passwords', '| password | a1b2c3d4 |\n'],
    ['rows below a head', `| password |\n|-|\n`],
    ['labels', 'password:\n'],
    ['labels above code', 'password:\n```\na1b2c3d4\n```\n'],
    ['logins', 'admin / '],
    ['announced logins', 'login '],
    ['open tags', '<A b="'],
    ['open comments', '{/* '],
    ['comments', '{/* a */} '],
    ['comments in code', '`{/*` a `` */} '],
    ['fences and comments', '~~~~ {/*\n'],
    ['quoted words', `pw='a1b2c3d4 `],
    ['form feeds', '\f'],
    ['spaces', ' '],
    ['open brackets', 'a[b'],
    ['sentences about passwords', 'the password for the '],
    ['paragraphs with passwords', 'password `a`b\n\n'],
    ['options', '-token '],
    ['commands', 'mysql curl -u '],
    ['logins of commands', 'htpasswd -b a '],
    ['echoes', 'echo a1b2c3d4 | '],
    ['cookies', 'Cookie: a=b;'],
    ['values and commas', 'password=a1b2c3d4, b2c3d4e5, '],
    ['values and words', 'password=a1b2c3d4 or b2c3d4e5 or '],
    ['objects in quotes', `passwords:["passwords:[' `],
    ['quotes in values', `password=a"b'c`],
    ['carriage returns', 'pw:\r'],
    ['dashes before names', '-a-password'],
    ['open objects', 'passwords:{'],
    ['objects of words', 'passwords:{a:b,'],
    ['lists of passwords', 'passwords:\n- a\n'],
    ['fields further and further to the right', `passwords:\n${' '.repeat(40)}`],
    ['names with brackets', 'password ('],
  ];
  test.each(lines)('of %s is a few seconds', async (_, part) => {
    const start = process.threadCpuUsage();
    await find(part.repeat(1_000_000 / part.length));
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(6);
  });
});

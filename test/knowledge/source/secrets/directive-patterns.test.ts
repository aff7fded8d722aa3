/** Passwords in the files and consoles of servers. */
import { describe, expect, test } from 'vitest';
import { findSecrets } from '../../../../src/knowledge/source/secrets/find-secrets.ts';

async function find(text: string): Promise<string[]> {
  const found = await findSecrets([{ path: 'a.mdx', text }]);
  return (found.get('a.mdx') ?? []).map(({ span }) => text.slice(span.start, span.end));
}

const PASSWORD = 'kX93jdPq2w';

describe('a password is found in', () => {
  test.each([
    `bindpw ${PASSWORD}`,
    `bindpw: ${PASSWORD}`,
    `rootpw ${PASSWORD}`,
    `rootpw --plaintext ${PASSWORD}`,
    `olcRootPW: ${PASSWORD}`,
    `ldap_default_authtok = ${PASSWORD}`,
    `authentication {\n    auth_type PASS\n    auth_pass ${PASSWORD}\n}`,
    `requirepass ${PASSWORD}`,
    `masterauth "${PASSWORD}"`,
    `sentinel auth-pass mymaster ${PASSWORD}`,
    `AUTH ${PASSWORD}`,
    `AUTH default ${PASSWORD}`,
    `redis> AUTH ${PASSWORD}`,
    `127.0.0.1:6379> auth ${PASSWORD}\nOK`,
    `[0 127.0.0.1:5000] "AUTH" "${PASSWORD}"`,
    `ACL SETUSER bob on >${PASSWORD} ~* +@all`,
    `user bob on ~* &* +@all >${PASSWORD}`,
    `user bob insecure-password ${PASSWORD}`,
    `stats auth admin:${PASSWORD}`,
    `remote_password ${PASSWORD}`,
    `d-i passwd/root-password password ${PASSWORD}`,
    `[smtp.example.org]:587 bob@example.org:${PASSWORD}`,
    `smtp.example.org:587 bob:${PASSWORD}`,
    `We ran \`AUTH ${PASSWORD}\` by hand.`,
    `rocommunity ${PASSWORD} 192.0.2.0/24`,
    `createUser bob SHA ${PASSWORD}`,
    `snmp-server user bob ops v3 auth sha ${PASSWORD}`,
    `ip ospf message-digest-key 1 md5 ${PASSWORD}`,
    `radius-server host 192.0.2.1 key 7 ${PASSWORD}`,
    `neighbor 192.0.2.1 password 7 ${PASSWORD}`,
    `ikev1 pre-shared-key ${PASSWORD}`,
    `pre-shared-key address 192.0.2.1 key ${PASSWORD}`,
    `wpa-psk ${PASSWORD}`,
    `set psksecret ENC ${PASSWORD}`,
    `proxy_password ${PASSWORD}`,
    `%any %any : PSK "${PASSWORD}"`,
    `A temporary password is generated for root@localhost: ${PASSWORD}`,
    `The generated password for the elastic built-in superuser is : ${PASSWORD}`,
    `Password for the [elastic] user successfully reset.\nNew value: ${PASSWORD}`,
    `Password for the elastic user (reset with bin/elasticsearch-reset-password):\n  ${PASSWORD}`,
    `Please use the following password to proceed to installation:\n\n${PASSWORD}`,
    `We set bindpw ${PASSWORD} in the file.`,
  ])('%s', async (text) => {
    expect(await find(text)).toEqual([PASSWORD]);
  });

  test.each(['bindpw summerday', '  auth_pass summerday', 'We set `rootpw summerday` there.'])(
    'as a word in %s',
    async (text) => {
      expect(await find(text)).toEqual(['summerday']);
    },
  );
});

describe('no password is in', () => {
  test.each([
    'The bindpw directive was missing.',
    'The rootpw option was deprecated.',
    'bindpw $LDAP_PASSWORD',
    'bindpw {{ ldap_password }}',
    'auth_pass <password>',
    'rootpw --lock',
    'rootpw --iscrypted $ROOTPW',
    'stats auth admin:$STATS_PASSWORD',
    'AUTH failed: WRONGPASS invalid username',
    'The pre-shared-key authentication failed.',
    'ikev1 pre-shared-key *****',
    'wpa-psk networks were slow',
    'rocommunity strings were removed',
    'The radius-server host option takes a key parameter.',
    'A temporary password is generated for every account: see below',
    'Password for the admin user: rotated afterwards',
    'Use the following password rules: characters and digits',
    'AUTH LOGIN',
    'AUTH CRAM-MD5',
    'auth required pam_tally2.so',
    'auth SHA512',
    'auth login user1234',
    '> auth deploy20240312',
    'user list >users2.txt',
    'user default on nopass ~* +@all',
    'auth.example.org:443 pod:auth-7f9c8d6b5-x2x9z',
    'proxy.example.org:80 image:nginx-1.25.3-alpine3',
  ])('%s', async (text) => {
    expect(await find(text)).toEqual([]);
  });
});

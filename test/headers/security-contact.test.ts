import { expect, test } from 'vitest';
import { createSecurityFile } from '../../src/headers/security-contact.ts';

const address = new URL('https://hindsight.example.org/.well-known/security.txt');
const now = new Date('2026-11-27T15:00:00Z');

test('security.txt names the contact, and expires within a year', () => {
  const text = createSecurityFile({ securityContact: 'mailto:security@example.org' }, address, now);
  expect(text).toBe(`Contact: mailto:security@example.org
Expires: 2027-05-26T00:00:00Z
Canonical: https://hindsight.example.org/.well-known/security.txt
Preferred-Languages: en
`);
});

test('there is no security.txt without a contact', () => {
  expect(createSecurityFile({}, address, now)).toBeUndefined();
});

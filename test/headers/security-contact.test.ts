import { expect, test } from 'vitest';
import { createSecurityFile } from '../../src/headers/security-contact.ts';
import { siteSchema } from '../../src/knowledge/schema/site.ts';

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

test('a contact with a line break, which would start another line of the file, is rejected', () => {
  const contact = (address: string) =>
    siteSchema.safeParse({
      title: 'T',
      description: 'D',
      address: 'https://example.org/',
      securityContact: address,
    }).success;
  expect(contact('https://example.org/security')).toBe(true);
  expect(contact('https://example.org/a\nContact: https://evil.example')).toBe(false);
  expect(contact('mailto:a@example.org\nContact: https://evil.example')).toBe(false);
});

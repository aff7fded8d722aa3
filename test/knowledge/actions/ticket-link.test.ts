import { describe, expect, test } from 'vitest';
import { describeTicket, findTicketAddress } from '../../../src/knowledge/actions/ticket-link.ts';
import { ticketAddress, ticketPattern } from '../../../src/knowledge/schema/scalars.ts';

const LINKS = [
  { pattern: String.raw`PAY-(\d+)`, address: 'https://tickets.example.org/browse/PAY-$1' },
  { pattern: String.raw`ops#(\d+)`, address: 'https://git.example.org/ops/issues/$1?tab=1' },
  { pattern: String.raw`([A-Z]+-\d+)`, address: 'https://other.example.org/$1' },
];

describe('findTicketAddress', () => {
  test.each([
    ['PAY-1234', 'https://tickets.example.org/browse/PAY-1234'],
    [' PAY-1 ', 'https://tickets.example.org/browse/PAY-1'],
    ['ops#7', 'https://git.example.org/ops/issues/7?tab=1'],
    ['WEB-9', 'https://other.example.org/WEB-9'],
    ['https://tickets.example.org/X', 'https://tickets.example.org/X'],
    // Only a whole ticket matches.
    ['PAY-12 and PAY-13', undefined],
    ['XPAY-', undefined],
    ['4711', undefined],
    ['javascript:alert(1)', undefined],
    [`PAY-${'1'.repeat(300)}`, undefined],
  ])('finds for %s: %s', (ticket, address) => {
    expect(findTicketAddress(ticket, LINKS)).toBe(address);
  });
});

test('a ticket that is an address is shown without its beginning', () => {
  expect(describeTicket('https://tickets.example.org/PAY-1')).toBe('tickets.example.org/PAY-1');
  expect(describeTicket('PAY-1')).toBe('PAY-1');
});

describe('the pattern of tickets', () => {
  test.each([
    String.raw`PAY-(\d+)`,
    String.raw`(\d+)`,
    String.raw`#(\d+)`,
    String.raw`([A-Z]+-\d+)`,
    String.raw`([A-Z0-9]+-\d+)`,
    String.raw`org/repo#(\d+)`,
  ])('may be %s', (pattern) => {
    expect(ticketPattern.safeParse(pattern).success).toBe(true);
    expect(() => new RegExp(`^${pattern}$`)).not.toThrow();
  });

  test.each([
    'PAY-1',
    String.raw`PAY-\d+`,
    String.raw`(\d+)+`,
    String.raw`((\d+))`,
    '(a+)+',
    '(.*)',
    String.raw`(\d+)(\d+)`,
    String.raw`(\d*)`,
    String.raw`PAY.(\d+)`,
    String.raw`PAY-(\d+)$`,
    String.raw`${'x'.repeat(200)}(\d+)`,
    '',
  ])('may not be %s', (pattern) => {
    expect(ticketPattern.safeParse(pattern).success).toBe(false);
  });

  test('takes no time for a long text that does not match', () => {
    const pattern = String.raw`([A-Z0-9]+-\d+)`;
    const before = process.cpuUsage();
    for (let index = 0; index < 1_000; index++) {
      findTicketAddress('A1'.repeat(100), [{ pattern, address: 'https://example.org/$1' }]);
    }
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});

describe('the address of tickets', () => {
  test.each(['https://tickets.example.org/$1', 'https://example.org/?id=$1#top'])('may be %s', (address) => {
    expect(ticketAddress.safeParse(address).success).toBe(true);
  });

  test.each([
    'http://tickets.example.org/$1',
    'https://tickets.example.org/',
    'https://$1.example.org/',
    'https://example.org$1',
    'https://example.org/$1/$1',
    'https://example.org/$2',
    'https://example.org/$12',
    'javascript:$1',
    '//example.org/$1',
  ])('may not be %s', (address) => {
    expect(ticketAddress.safeParse(address).success).toBe(false);
  });
});

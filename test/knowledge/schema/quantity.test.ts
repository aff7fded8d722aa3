import { describe, expect, test } from 'vitest';
import {
  describeQuantity,
  findEqualQuantity,
  parseQuantity,
} from '../../../src/knowledge/schema/quantity.ts';

describe('a quantity is read and worded:', () => {
  test.each([
    ['1200 users', '1,200 users'],
    ['1 user', '1 user'],
    ['~35 minutes', 'about 35 minutes'],
    ['3.5% of requests', '3.5% of requests'],
    ['~100% of users', 'about 100% of users'],
    ['4500 EUR', 'EUR 4,500'],
    ['0 requests', '0 requests'],
  ])('%s', (source, words) => {
    const quantity = parseQuantity(source);
    expect(quantity && describeQuantity(quantity)).toBe(words);
  });
});

test.each([
  '',
  '1200',
  'users',
  '1,200 users',
  '1200  users',
  '-5 users',
  '4500 XYZ',
  '4500 eur',
  '101% of users',
  '3% of minutes',
  '3% of EUR',
  '3% users',
  '1e3 users',
  '12 machines',
])('refuses %j', (source) => {
  expect(parseQuantity(source)).toBeUndefined();
});

describe('another notation has its equal:', () => {
  test.each([
    ['1,200 users', '1200 users'],
    ['about 1.2k customers', '~1200 users'],
    ['$4,500', '4500 USD'],
    ['$2.3m', '2300000 USD'],
    ['2 hours', '120 minutes'],
    ['35 min~', '~35 minutes'],
    ['3 % of users', '3% of users'],
    ['5 percent of requests', '5% of requests'],
    ['4500 eur', '4500 EUR'],
  ])('%s', (found, expected) => {
    expect(findEqualQuantity(found)).toBe(expected);
    expect(parseQuantity(expected)).toBeDefined();
  });
});

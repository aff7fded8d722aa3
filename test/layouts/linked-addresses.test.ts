import { expect, test } from 'vitest';
import { LinkedAddresses } from '../../src/layouts/linked-addresses.ts';

test('numbers the links to other sites, the same address once', () => {
  const addresses = new LinkedAddresses();
  expect(
    addresses.number(
      '<p><a href="https://a.example/">a</a> <a class="x" href="http://b.example/?c&#x26;d" rel="x">b</a></p>',
    ),
  ).toBe(
    '<p><a href="https://a.example/" data-note="1">a</a> <a class="x" href="http://b.example/?c&#x26;d" data-note="2" rel="x">b</a></p>',
  );
  expect(addresses.number('<a href="http://b.example/?c&amp;d"><code>again</code></a>')).toBe(
    '<a href="http://b.example/?c&amp;d" data-note="2"><code>again</code></a>',
  );
  expect(addresses.list).toEqual(['https://a.example/', 'http://b.example/?c&d']);
});

test.each([
  ['to a page of this site', '<a href="/kb/lessons/">a</a>'],
  ['to an e-mail address', '<a href="mailto:a@example.org">a</a>'],
  ['that shows its address', '<a href="https://a.example/?b&#x26;c">https://a.example/?b&#x26;c</a>'],
  ['that shows its address without the protocol', '<a href="http://www.a.example">www.a.example</a>'],
])('leaves a link alone %s', (_, html) => {
  const addresses = new LinkedAddresses();
  expect(addresses.number(html)).toBe(html);
  expect(addresses.list).toEqual([]);
});

test('leaves text alone that looks like a link', () => {
  const html =
    '<code>&#x3C;a href="https://a.example/">a&#x3C;/a></code><img alt="<a href=&#x22;https://a.example/&#x22;>">';
  expect(new LinkedAddresses().number(html)).toBe(html);
});

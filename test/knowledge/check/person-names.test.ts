import { describe, expect, test } from 'vitest';
import { findPeople } from '../../../src/knowledge/check/person-names.ts';

const find = (text: string) =>
  findPeople(text, (word) => word === 'sre' || word === 'platform').map(({ name }) => name);

describe('people in a text', () => {
  const table: [text: string, names: string[]][] = [
    ['Peter Miller restarted it.', ['Peter Miller']],
    ['Then Anna Schmidt merged it, and Peter J. Miller approved.', ['Anna Schmidt', 'Peter J. Miller']],
    ['Michael van der Berg and John O’Brien', ['Michael van der Berg', 'John O’Brien']],
    ['Anna-Lena Müller-Schmidt looked.', ['Anna-Lena Müller-Schmidt']],
    ['We asked @jane.doe and (@m_weber).', ['@jane.doe', '@m_weber']],
    ['See Martin Fowler’s article, and Peter Miller’s laptop.', ['Peter Miller']],
    ['Maria Database and Paul Street', []],
    ['Amazon Web Services, Red Hat, Apache Kafka', []],
    ['@here @channel @Override @media @sre-oncall @acme/platform-team @Component()', []],
    ['jo@acme.io, user@host, npm i @astrojs/mdx', []],
  ];
  test.each(table)('%s', (text, names) => {
    expect(find(text)).toEqual(names);
  });
});

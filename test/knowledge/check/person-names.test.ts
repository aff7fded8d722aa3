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
    ['Restarted by José García.', ['José García']],
    ['Zoë Smith, Łukasz Kowalski and Jose\u0301 Núñez', ['Zoë Smith', 'Łukasz Kowalski', 'Jose\u0301 Núñez']],
    ['We asked Dr. Smith and Mr Jones.', ['Dr. Smith', 'Mr Jones']],
    ['Frau Müller, Herr von Weber, Mrs. O’Brien', ['Frau Müller', 'Herr von Weber', 'Mrs. O’Brien']],
    ['Prof. Dr. Anna J. Schmidt restarted it.', ['Prof. Dr. Anna J. Schmidt']],
    ['JANE DOE and JOSÉ GARCÍA-LÓPEZ restarted it.', ['JANE DOE', 'JOSÉ GARCÍA-LÓPEZ']],
    ['The on-call engineer, Jane, restarted it.', ['Jane']],
    ['An engineer (Jane) and the DBA, Zoë, restarted it.', ['Jane', 'Zoë']],
    ['Jane, the on-call engineer, and an engineer named Peter restarted it.', ['Jane', 'Peter']],
    ['ERROR: MAX CONNECTIONS, JAN FEB MAR, LEA RAX, HTTP GET', []],
    ['MS Teams, Ms Teams, Dr. Elephant, Mr. Robot, the Dr. Watson report', []],
    ['The engineer, Kubernetes, and the manager (Redis) restarted it.', []],
    ['The engineer, Platform, restarted it. Mr. Platform and JANE PLATFORM', []],
    ['JANE DATABASE, Dr. Martin’s talk', []],
    ['Maria Database and Paul Street', []],
    ['Amazon Web Services, Red Hat, Apache Kafka', []],
    ['@here @channel @Override @media @sre-oncall @acme/platform-team @Component()', []],
    ['jo@acme.io, user@host, npm i @astrojs/mdx', []],
  ];
  test.each(table)('%s', (text, names) => {
    expect(find(text)).toEqual(names);
  });
});

test('the time for a megabyte of names is not the square of that for a part of it', () => {
  const before = process.cpuUsage();
  expect(find('JANE DOE '.repeat(100_000))).toHaveLength(100_000);
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
});

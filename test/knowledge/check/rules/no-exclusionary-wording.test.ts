import { expect, test } from 'vitest';
import { noExclusionaryWording } from '../../../../src/knowledge/check/rules/no-exclusionary-wording.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createContent, POSTMORTEM_HEAD, runRule } from '../../small-content.ts';

function findIn(file: string) {
  const content = createContent({ 'postmortems/2018-03-10-x.mdx': file });
  return runRules(content, { rules: [noExclusionaryWording] })
    .filter(({ path }) => path.endsWith('.mdx'))
    .map(({ message }) => message);
}

const inBody = (sentence: string) => findIn(`${POSTMORTEM_HEAD}${sentence}\n`);
const inField = (value: string) =>
  findIn(POSTMORTEM_HEAD.replace('\n---\n', `\nwentWell:\n  - ${value}\n---\n`));

const QUOTED = [
  '“Slaves” is what Sentinel called them.',
  'Sentinel called them "slaves" and stopped.',
  'Sentinel called them “slaves” and stopped.',
  "Sentinel called them 'slaves' and stopped.",
  'Sentinel called them ‘slaves’ and stopped.',
  'Sentinel called them „slaves“ and stopped.',
  'Sentinel called them «slaves» and stopped.',
  'Redis logs `slave of 10.0.0.1` and stops.',
];

test.each(QUOTED)('leaves quotations and code in the body alone: %s', (sentence) => {
  expect(inBody(sentence)).toEqual([]);
});

test.each(QUOTED)('leaves quotations and code in fields alone: %s', (sentence) => {
  expect(inField(sentence)).toEqual([]);
  expect(inField(JSON.stringify(sentence))).toEqual([]);
  expect(inField(`'${sentence.replaceAll("'", "''")}'`)).toEqual([]);
});

test.each([
  'Bind answered with a lame delegation, and the log had lame server entries.',
  '[MySQL: replication slave options](https://example.org/replica)',
  'Slave_IO_Running and slave lag',
])('leaves terms, titles of linked pages and names of a product alone: %s', (sentence) => {
  expect(inBody(sentence)).toEqual([]);
  expect(inField(JSON.stringify(sentence))).toEqual([]);
});

test('leaves the title of a source alone, and warns in the text of a link to a page of this site', () => {
  const source = 'sources:\n  - title: Slaves of Redis\n';
  expect(findIn(POSTMORTEM_HEAD.replace(/---\n$/, `${source}---\n`))).toEqual([]);
  expect(inBody('[the slaves](/notes/redis/)')).toHaveLength(1);
});

const UNQUOTED = [
  'The slaves stopped.',
  "The master's slaves and the zone's owner stopped.",
  'A 19" rack of slaves and a 24" rack stopped.',
  'Sentinel "decided", and the slaves stopped, which is "known".',
];

test.each(UNQUOTED)('warns outside of quotations: %s', (sentence) => {
  expect(inBody(sentence)).toHaveLength(1);
  expect(inField(sentence)).toHaveLength(1);
});

test('leaves a quotation at the start of the body alone', () => {
  expect(inBody('"Slaves" is what Sentinel called them.')).toEqual([]);
});

test('leaves a quotation at the start of a field alone, whatever other quotes the file has', () => {
  const field = 'wentWell:\n  - “Slaves” is what Sentinel called them.\n';
  expect(findIn(`${POSTMORTEM_HEAD.replace(/---\n$/, `${field}---\n`)}The "primary" stopped.\n`)).toEqual([]);
});

test('warns in a file without fields, and in the entries of a vocabulary', () => {
  expect(findIn('The slaves stopped.\n')).toHaveLength(1);
  const entries = '- id: a\n  title: Title\n  meaning: "The slaves stopped."\n';
  const problems = runRule('no-exclusionary-wording', { 'vocabulary/tags.yaml': entries });
  expect(problems).toMatchObject([{ path: 'content/vocabulary/tags.yaml', line: 3, column: 17 }]);
});

test('does not take the quotes around a YAML value for a quotation', () => {
  expect(inField('"The slaves stopped."')).toHaveLength(1);
  expect(inField("'The slaves stopped.'")).toHaveLength(1);
});

test('takes the name of a product as one only within about two sentences of it', () => {
  const far = 'The replicas were behind for hours. '.repeat(20);
  expect(inBody('Slave_IO_Running was No, and the slave lagged.')).toEqual([]);
  expect(inBody(`Slave_IO_Running was No. ${far}A slave lagged.`)).toHaveLength(1);
  expect(inBody(`A slave lagged. ${far}Slave_IO_Running was No.`)).toHaveLength(1);
});

test('reads a passage of nothing but words to avoid in time that grows with its length', () => {
  const measure = (count: number) => {
    const text = 'slave '.repeat(count);
    const start = process.cpuUsage();
    inBody(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
  measure(1_000);
  expect(measure(32_000)).toBeLessThan(Math.max(2_000, 32 * measure(4_000)));
});

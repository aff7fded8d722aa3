import { describe, expect, test } from 'vitest';
import { fixText } from '../../../src/knowledge/check/fix.ts';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { POSTMORTEM_HEAD, SMALL_FILES } from '../small-content.ts';

const SERVICES =
  '- id: elasticsearch\n  title: Elasticsearch\n  meaning: Answers searches.\n  aliases: [ES]\n';
const TAGS =
  '- id: stale-lock\n  title: Stale lock\n  meaning: Left over.\n' +
  '- id: old-lock\n  title: Old lock\n  meaning: Left over.\n  replacedBy: stale-lock\n';
const HEAD = POSTMORTEM_HEAD.replaceAll('---\n', '');

/** The postmortem with these further fields and this body, mended; and the rules that mended it. */
function fixed(fields: string, body = '', { newline = '\n' } = {}) {
  const text = `---\n${HEAD}${fields}---\n${body}`.replaceAll('\n', newline);
  const content = new Content(
    [
      { path: 'site.yaml', text: SMALL_FILES['site.yaml'] },
      { path: 'vocabulary/services.yaml', text: SERVICES },
      { path: 'vocabulary/tags.yaml', text: TAGS },
      { path: 'postmortems/x.mdx', text },
    ],
    'content',
  );
  const problems = runRules(content).filter(({ path }) => path === 'content/postmortems/x.mdx');
  const result = fixText(text, problems);
  const start = `---\n${HEAD}`.replaceAll('\n', newline).length;
  return { rest: result.text.slice(start), rules: result.fixed.map(({ rule }) => rule) };
}

describe('what is mended', () => {
  test('an alias becomes the id it stands for, quotes and all', () => {
    expect(fixed('services: [ES, "es"]\n')).toMatchObject({
      rest: 'services: [elasticsearch, elasticsearch]\n---\n',
      rules: ['known-service', 'known-service'],
    });
  });

  test('an alias in an attribute of a component', () => {
    expect(fixed('', '<ServiceLink id="ES" /> was down.\n').rest).toBe(
      '---\n<ServiceLink id="elasticsearch" /> was down.\n',
    );
  });

  test('a deprecated tag becomes the one that took its place', () => {
    expect(fixed('tags: [old-lock] # locks\n')).toMatchObject({
      rest: 'tags: [stale-lock] # locks\n---\n',
      rules: ['no-replaced-entry'],
    });
  });

  test('trailing spaces go, in fields and in prose', () => {
    expect(fixed('tags: []  \n', 'One. \t\nTwo.\n').rest).toBe('tags: []\n---\nOne.\nTwo.\n');
  });

  test('events are put in order of time, each with the comment above it', () => {
    const timeline =
      'timeline:\n' +
      '  # the first\n' +
      '  - at: 2018-03-10T10:00:00Z\n    kind: action\n    text: >-\n      Second,\n      on two lines.\n' +
      '  # the second\n' +
      '  - at: 2018-03-10T09:00:00Z   # early\n    kind: action\n    text: First.\n' +
      'tags: []\n';
    expect(fixed(timeline)).toMatchObject({
      rest:
        'timeline:\n' +
        '  # the first\n' +
        '  # the second\n' +
        '  - at: 2018-03-10T09:00:00Z   # early\n    kind: action\n    text: First.\n' +
        '  - at: 2018-03-10T10:00:00Z\n    kind: action\n    text: >-\n      Second,\n      on two lines.\n' +
        'tags: []\n---\n',
      rules: ['valid-timeline-order'],
    });
  });

  test('line breaks stay as they are', () => {
    expect(fixed('services: [ES]\ntags: [] \n', 'Text. \n', { newline: '\r\n' }).rest).toBe(
      'services: [elasticsearch]\r\ntags: []\r\n---\r\nText.\r\n',
    );
  });
});

describe('what is left alone', () => {
  test('an id that is only near to another: that is a guess', () => {
    expect(fixed('services: [elasticserch]\n').rules).toEqual([]);
  });

  test('spaces that are text: in code, in what was seen, in a block that keeps its lines, at a hard line break', () => {
    const fields = 'signals:\n  - >-\n    seen  \n    so\nsummary: |\n  kept  \n  so\n';
    const body = '```\ncode  \n```\n\nOne  \ntwo.\n';
    const { rules } = fixed(fields.replace('summary: |\n  kept  \n  so\n', ''), body);
    expect(rules).toEqual([]);
  });

  test('events in one line, which cannot be moved by lines', () => {
    const timeline =
      'timeline: [{ at: 2018-03-10T10:00:00Z, kind: action, text: B }, { at: 2018-03-10T09:00:00Z, kind: action, text: A }]\n';
    expect(fixed(timeline).rules).toEqual([]);
  });

  test('everything in a file that is fine', () => {
    const body = 'Text with  two spaces,\ta tab and an *emphasis*.\n\n\n- a list\n';
    expect(fixed('services: [elasticsearch]   # a comment\n', body)).toMatchObject({
      rest: `services: [elasticsearch]   # a comment\n---\n${body}`,
      rules: [],
    });
  });
});

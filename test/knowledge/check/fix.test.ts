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

/** Fixes a postmortem with these fields and this body. Returns its text after the common fields, and the fixed rules. */
function fixPostmortem(fields: string, body = '', { newline = '\n' } = {}) {
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

describe('fixes', () => {
  test('replaces an alias in a field with its id, including quotes', () => {
    expect(fixPostmortem('services: [ES, "es"]\n')).toMatchObject({
      rest: 'services: [elasticsearch, elasticsearch]\n---\n',
      rules: ['known-service', 'known-service'],
    });
  });

  test('replaces an alias in an attribute of a component', () => {
    expect(fixPostmortem('', '<ServiceLink id="ES" /> was down.\n').rest).toBe(
      '---\n<ServiceLink id="elasticsearch" /> was down.\n',
    );
  });

  test('replaces a replaced tag with the new one', () => {
    expect(fixPostmortem('tags: [old-lock] # locks\n')).toMatchObject({
      rest: 'tags: [stale-lock] # locks\n---\n',
      rules: ['no-replaced-entry'],
    });
  });

  test('removes trailing spaces in fields and in prose', () => {
    expect(fixPostmortem('tags: []  \n', 'One. \t\nTwo.\n').rest).toBe('tags: []\n---\nOne.\nTwo.\n');
  });

  test('sorts events by time, with the comments above them', () => {
    const timeline =
      'timeline:\n' +
      '  # the first\n' +
      '  - at: 2018-03-10T10:00:00Z\n    kind: action\n    text: >-\n      Second,\n      on two lines.\n' +
      '  # the second\n' +
      '  - at: 2018-03-10T09:00:00Z   # early\n    kind: action\n    text: First.\n' +
      'tags: []\n';
    expect(fixPostmortem(timeline)).toMatchObject({
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

  test('keeps line breaks', () => {
    expect(fixPostmortem('services: [ES]\ntags: [] \n', 'Text. \n', { newline: '\r\n' }).rest).toBe(
      'services: [elasticsearch]\r\ntags: []\r\n---\r\nText.\r\n',
    );
  });
});

describe('does not change', () => {
  test('an id that is only similar to another', () => {
    expect(fixPostmortem('services: [elasticserch]\n').rules).toEqual([]);
  });

  test('spaces in code, in signals, in a literal block or at a hard line break', () => {
    const fields = 'signals:\n  - >-\n    seen  \n    so\nsummary: |\n  kept  \n  so\n';
    const body = '```\ncode  \n```\n\nOne  \ntwo.\n';
    const { rules } = fixPostmortem(fields.replace('summary: |\n  kept  \n  so\n', ''), body);
    expect(rules).toEqual([]);
  });

  test('events that share a line', () => {
    const timeline =
      'timeline: [{ at: 2018-03-10T10:00:00Z, kind: action, text: B }, { at: 2018-03-10T09:00:00Z, kind: action, text: A }]\n';
    expect(fixPostmortem(timeline).rules).toEqual([]);
  });

  test('a file without problems', () => {
    const body = 'Text with  two spaces,\ta tab and an *emphasis*.\n\n\n- a list\n';
    expect(fixPostmortem('services: [elasticsearch]   # a comment\n', body)).toMatchObject({
      rest: `services: [elasticsearch]   # a comment\n---\n${body}`,
      rules: [],
    });
  });
});

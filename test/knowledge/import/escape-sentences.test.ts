import { expect, test } from 'vitest';
import { escapeSentences } from '../../../src/knowledge/import/escape-sentences.ts';
import { postmortemSchema } from '../../../src/knowledge/schema/postmortem.ts';
import { toPlainText } from '../../../src/knowledge/source/inline/plain-text.ts';

test.each([
  'all of /var/*.log and /tmp/*.log',
  'a [](link) to nowhere',
  '__init__ failed in `prod',
  '&amp; is not escaped',
])('an imported sentence is shown as it was written: %s', (text) => {
  const { title, lucky } = escapeSentences(postmortemSchema, { title: text, lucky: [text] }) as {
    title: string;
    lucky: string[];
  };
  expect([toPlainText(title), toPlainText(lucky[0] ?? '')]).toEqual([text, text]);
});

test('leaves sentences without markup, signals and ids as they are', () => {
  const fields = { title: '3 of 4 servers failed (50 %)', signals: ['*** BUG ***'], id: 'a_b_c' };
  expect(escapeSentences(postmortemSchema, fields)).toEqual(fields);
});

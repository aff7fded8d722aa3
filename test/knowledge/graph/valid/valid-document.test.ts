import { describe, expect, test } from 'vitest';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createLinkResolver } from '../../../../src/knowledge/graph/link-resolver.ts';
import { renderBody } from '../../../../src/knowledge/graph/render-body.ts';
import { extractValidDocument } from '../../../../src/knowledge/graph/valid/valid-document.ts';
import { createAddresses } from '../../../../src/knowledge/source/addresses.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD, POSTMORTEM_HEAD } from '../../small-content.ts';

function extract(kind: 'postmortem' | 'note' | 'lesson', text: string) {
  const content = createContent({ [`${kind}s/x.mdx`]: text });
  const file = content.findDocument(kind, 'x');
  if (!file) throw new Error('There is no such file');
  const document = extractValidDocument(file, runRules(content, { files: [file] }));
  const links = createLinkResolver(document, createAddresses(), () => undefined);
  return {
    isFile: document === file,
    data: document.validated.data as Record<string, unknown> | undefined,
    html: renderBody(document, links, { lines: true }),
  };
}

const SOURCE_BLOCK = '<code class="language-as-written">';

test('returns a file without errors itself', () => {
  expect(extract('lesson', `${LESSON_HEAD}Why.`).isFile).toBe(true);
});

describe('the fields', () => {
  test('omit invalid values and unknown fields, and keep the others', () => {
    const text = POSTMORTEM_HEAD.replace('severity: unknown', 'severity: terrible\ncolour: red');
    expect(extract('postmortem', text).data).toMatchObject({
      title: 'Redis was gone',
      severity: 'unknown',
      impact: 'None.',
    });
    expect(extract('postmortem', text).data).not.toHaveProperty('colour');
  });

  test('get a placeholder for a missing field', () => {
    expect(extract('lesson', LESSON_HEAD.replace('reason: Machines reboot.\n', '')).data).toMatchObject({
      title: 'Start services at boot',
      statement: 'Services start by themselves.',
      reason: 'Cannot be shown yet. See the messages.',
    });
  });

  test('omit only the invalid items of a list', () => {
    const fields = 'tags: [not-reboot-safe, not-rebot-safe]\nservices: [redis]\n---\n';
    expect(extract('lesson', LESSON_HEAD.replace(/---\n$/, fields)).data).toMatchObject({
      tags: ['not-reboot-safe'],
      services: ['redis'],
    });
  });

  test('are shown as source if they cannot be parsed, and the id is the title', () => {
    const { data, html } = extract('lesson', '---\ntitle: "open\nreason: x\n---\nWhy.');
    expect(data).toMatchObject({ title: 'x' });
    expect(html).toContain(`${SOURCE_BLOCK}---\ntitle: "open`);
    expect(html).toContain('>Why.</p>');
  });
});

describe('the body', () => {
  test('shows the source of a block with an error, and renders the others', () => {
    const { html } = extract('lesson', `${LESSON_HEAD}One.\n\nA <Blink>tag</Blink>.\n\nTwo.`);
    expect(html).toBe(
      '<p data-line="6" data-end-line="6">One.</p>\n' +
        `<copy-text data-line="8" data-end-line="8"><pre tabindex="0">${SOURCE_BLOCK}A &#x3C;Blink>tag&#x3C;/Blink>.</code></pre></copy-text>\n` +
        '<p data-line="10" data-end-line="10">Two.</p>',
    );
  });

  test('is shown as source if it cannot be parsed, split after the line with the error', () => {
    const { html } = extract('lesson', `${LESSON_HEAD}One.\n\nTwo <.\n\nThree.`);
    expect(html.match(/data-line="\d+" data-end-line="\d+"/g)).toEqual([
      'data-line="6" data-end-line="8"',
      'data-line="10" data-end-line="10"',
    ]);
    expect(html).toContain('One.\n\nTwo &#x3C;.');
  });

  test.each([
    'import x from "y"',
    '{1 + 1}',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '![x](./evil.js)',
    '<Callout kind="warning" onclick="alert(1)">x</Callout>',
  ])('renders nothing that the check rejects: %s', (hostile) => {
    const { html } = extract('note', `${NOTE_HEAD}${hostile}\n`);
    expect(html).toContain(SOURCE_BLOCK);
    expect(new Set(html.match(/<[a-z-]+/g))).toEqual(new Set(['<copy-text', '<pre', '<code']));
  });

  test('does not render an invalid procedure as a procedure', () => {
    const { html } = extract(
      'note',
      `${NOTE_HEAD}<Procedure id="a" title="A" activity="emergncy">\n\n1. Do it.\n\n</Procedure>`,
    );
    expect(html).toContain(SOURCE_BLOCK);
    expect(html).not.toContain('class="procedure"');
  });
});

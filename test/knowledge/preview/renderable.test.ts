import { describe, expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { createLinkResolver } from '../../../src/knowledge/graph/link-resolver.ts';
import { renderBody } from '../../../src/knowledge/graph/render-body.ts';
import { toRenderable } from '../../../src/knowledge/preview/renderable.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

function shown(kind: 'postmortem' | 'note' | 'lesson', text: string) {
  const content = createContent({ [`${kind}s/x.mdx`]: text });
  const file = content.findDocument(kind, 'x');
  if (!file) throw new Error('There is no such file');
  const document = toRenderable(file, runRules(content, { files: [file] }));
  const links = createLinkResolver(document, createAddresses(), () => undefined);
  return {
    isFile: document === file,
    data: document.validated.data as Record<string, unknown> | undefined,
    html: renderBody(document, links, { lines: true }),
  };
}

const WRITTEN = '<code class="language-as-written">';

test('a file without errors is shown as it is', () => {
  expect(shown('lesson', `${LESSON_HEAD}Why.`).isFile).toBe(true);
});

describe('of the fields', () => {
  test('a value of the wrong kind and an unknown field are left out, and the others are kept', () => {
    const text = POSTMORTEM_HEAD.replace('severity: unknown', 'severity: terrible\ncolour: red');
    expect(shown('postmortem', text).data).toMatchObject({
      title: 'Redis was gone',
      severity: 'unknown',
      impact: 'None.',
    });
    expect(shown('postmortem', text).data).not.toHaveProperty('colour');
  });

  test('a missing field gets a stand-in', () => {
    expect(shown('lesson', LESSON_HEAD.replace('reason: Machines reboot.\n', '')).data).toMatchObject({
      title: 'Start services at boot',
      statement: 'Services start by themselves.',
      reason: 'Cannot be shown yet. See the messages.',
    });
  });

  test('of a list only the items at fault are left out', () => {
    const fields = 'tags: [not-reboot-safe, not-rebot-safe]\nservices: [redis]\n---\n';
    expect(shown('lesson', LESSON_HEAD.replace(/---\n$/, fields)).data).toMatchObject({
      tags: ['not-reboot-safe'],
      services: ['redis'],
    });
  });

  test('that cannot be read at all, the file is named by its id, and they are shown as they are written', () => {
    const { data, html } = shown('lesson', '---\ntitle: "open\nreason: x\n---\nWhy.');
    expect(data).toMatchObject({ title: 'x' });
    expect(html).toContain(`${WRITTEN}---\ntitle: "open`);
    expect(html).toContain('>Why.</p>');
  });
});

describe('of the body', () => {
  test('the block at fault stands as it is written, and the others are rendered', () => {
    const { html } = shown('lesson', `${LESSON_HEAD}One.\n\nA <Blink>tag</Blink>.\n\nTwo.`);
    expect(html).toBe(
      '<p data-line="6" data-end-line="6">One.</p>\n' +
        `<copy-text data-line="8" data-end-line="8"><pre tabindex="0">${WRITTEN}A &#x3C;Blink>tag&#x3C;/Blink>.</code></pre></copy-text>\n` +
        '<p data-line="10" data-end-line="10">Two.</p>',
    );
  });

  test('all of it stands as it is written where it cannot be parsed, cut behind the line at fault', () => {
    const { html } = shown('lesson', `${LESSON_HEAD}One.\n\nTwo <.\n\nThree.`);
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
  ])('nothing that the check refuses is rendered: %s', (hostile) => {
    const { html } = shown('note', `${NOTE_HEAD}${hostile}\n`);
    expect(html).toContain(WRITTEN);
    expect(new Set(html.match(/<[a-z-]+/g))).toEqual(new Set(['<copy-text', '<pre', '<code']));
  });

  test('does not render an invalid procedure as a procedure', () => {
    const { html } = shown(
      'note',
      `${NOTE_HEAD}<Procedure id="a" title="A" activity="emergncy">\n\n1. Do it.\n\n</Procedure>`,
    );
    expect(html).toContain(WRITTEN);
    expect(html).not.toContain('class="procedure"');
  });
});

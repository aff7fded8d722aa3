import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createSnippets } from '../../src/knowledge/authoring/snippets.ts';
import { knownComponent } from '../../src/knowledge/check/rules/known-component.ts';
import { noCode } from '../../src/knowledge/check/rules/no-code.ts';
import { validComponentUse } from '../../src/knowledge/check/rules/valid-component-use.ts';
import { validMdx } from '../../src/knowledge/check/rules/valid-mdx.ts';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { COMPONENTS } from '../../src/knowledge/source/components/index.ts';
import { Content } from '../../src/knowledge/source/content.ts';

test('.vscode/hindsight.code-snippets is what `npm run kb -- schemas` writes', async () => {
  expect(await readFile('.vscode/hindsight.code-snippets', 'utf8')).toBe(
    `${JSON.stringify(createSnippets(), null, 2)}\n`,
  );
});

test('each component has a snippet', () => {
  expect(Object.keys(createSnippets())).toEqual(COMPONENTS.map(({ name }) => name));
});

/** Returns the text of a snippet if you type nothing: first choices, and the names of fields. */
function untouched(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]+)\}/g, '$1')
    .replace('$0', 'text');
}

test.each(Object.entries(createSnippets()))(
  'the snippet %s passes the check as it is inserted',
  (name, { body }) => {
    const isStep = COMPONENTS.some((component) => component.name === name && component.placement === 'step');
    const inserted = isStep
      ? `<Procedure id="a" title="A" activity="b">\n\n1. ${untouched(body)}\n\n</Procedure>`
      : untouched(body);
    const note = { path: 'notes/example.mdx', text: `---\ntitle: Example\n---\n\n${inserted}\n` };
    const rules = [validMdx, knownComponent, validComponentUse, noCode];
    expect(
      runRules(new Content([note], 'content'), { rules }).filter(({ rule }) => rule !== 'allowed-path'),
    ).toEqual([]);
  },
);

test('a snippet offers the values of a closed list', () => {
  expect(createSnippets().Callout?.body[0]).toContain('|note,tip,important,warning,caution,danger|');
});

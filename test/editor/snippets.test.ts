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

test('there is one for each component', () => {
  expect(Object.keys(createSnippets())).toEqual(COMPONENTS.map(({ name }) => name));
});

/** What stands there when one goes through the fields without typing: first choices, and the names. */
function untouched(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]+)\}/g, '$1')
    .replace('$0', 'text');
}

test.each(Object.entries(createSnippets()))(
  '%s, as it is inserted, is notation that the check takes',
  (_, { body }) => {
    const note = { path: 'notes/example.mdx', text: `---\ntitle: Example\n---\n\n${untouched(body)}\n` };
    const rules = [validMdx, knownComponent, validComponentUse, noCode];
    expect(
      runRules(new Content([note], 'content'), { rules }).filter(({ rule }) => rule !== 'allowed-path'),
    ).toEqual([]);
  },
);

test('a choice is offered where only some values are taken', () => {
  expect(createSnippets().Callout?.body[0]).toContain('|note,tip,warning,danger|');
});

/**
 * The content of `test/fixtures/two-organizations/` in three set-ups: without a home, with the bakery as the home, and
 * with the team of its shop as the home team.
 */
import type { Content } from '../src/knowledge/source/content.ts';
import { createMaskedContent } from '../src/knowledge/source/masked-content.ts';
import { readContentFiles } from '../src/node/content-files.ts';

export const TWO_ORGANIZATIONS = 'test/fixtures/two-organizations';
export const ORGANIZATIONS_FILE = 'vocabulary/organizations.yaml';

export type SetUp = 'no home' | 'home' | 'home team';

/** @param text that of the fixture's organizations */
export function setHome(text: string, setUp: SetUp): string {
  const withHome = (id: string, yaml: string) =>
    yaml.replace(new RegExp(`^( *)- id: ${id}\n`, 'm'), (line, indent) => `${line}${indent}  home: true\n`);
  if (setUp === 'no home') return text;
  const withBakery = withHome('bakery', text);
  return setUp === 'home' ? withBakery : withHome('shop', withBakery);
}

export async function readTwoOrganizations(setUp: SetUp): Promise<Content> {
  const files = await readContentFiles(TWO_ORGANIZATIONS);
  const sources = files.map((file) =>
    file.path === ORGANIZATIONS_FILE && file.text !== undefined
      ? { ...file, text: setHome(file.text, setUp) }
      : file,
  );
  return createMaskedContent(sources, TWO_ORGANIZATIONS);
}

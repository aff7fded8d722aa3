/**
 * What operations people call things: names that mean the same, one group in a line, the plainest first.
 * General on purpose: what is special to one team stands in the aliases of its vocabularies.
 */

import { PRODUCTS } from './glossary/products.ts';
import { RELATED } from './glossary/related-terms.ts';
import { SHORT_FORMS } from './glossary/short-forms.ts';

export interface GlossaryGroup {
  readonly names: readonly string[];
  /** `product`: the name of a system; `short-form`; `related`: nearly the same, so it counts less. */
  readonly type: 'product' | 'short-form' | 'related';
}

export const GLOSSARY: readonly GlossaryGroup[] = [
  ...parseGroups(PRODUCTS, 'product'),
  ...parseGroups(SHORT_FORMS, 'short-form'),
  ...parseGroups(RELATED, 'related'),
];

function parseGroups(lines: string, type: GlossaryGroup['type']): GlossaryGroup[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => ({ names: line.split(' = '), type }));
}

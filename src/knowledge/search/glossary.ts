/**
 * Names with the same meaning in operations, for all teams. Names that only one team uses belong in the aliases of its
 * vocabularies. Each line of a list is a group, with the most common name first. A browser loads only the groups that the
 * pages need, as part of the lexicon.
 */

import { PRODUCTS } from './glossary/products.ts';
import { RELATED } from './glossary/related-terms.ts';
import { SHORT_FORMS } from './glossary/short-forms.ts';
import { DATA_SHORT_FORMS } from './glossary/short-forms-data.ts';
import { NETWORK_SHORT_FORMS } from './glossary/short-forms-network.ts';
import { OPERATIONS_SHORT_FORMS } from './glossary/short-forms-operations.ts';

export interface GlossaryGroup {
  readonly names: readonly string[];
  /** `product` is the name of a system; `related` names mean nearly the same, so they count less. */
  readonly type: 'product' | 'short-form' | 'related';
}

export const GLOSSARY: readonly GlossaryGroup[] = [
  ...parseGroups(PRODUCTS, 'product'),
  ...[SHORT_FORMS, NETWORK_SHORT_FORMS, DATA_SHORT_FORMS, OPERATIONS_SHORT_FORMS].flatMap((lines) =>
    parseGroups(lines, 'short-form'),
  ),
  ...parseGroups(RELATED, 'related'),
];

function parseGroups(lines: string, type: GlossaryGroup['type']): GlossaryGroup[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => ({ names: line.split(' = '), type }));
}

import { RULES } from '../knowledge/check/rules/index.ts';
import { getRuleAddress } from '../knowledge/source/addresses.ts';
import type { Content } from '../knowledge/source/content.ts';

/** Returns a function that returns the page that explains a rule, or undefined if there is no such rule or no site. */
export function createRuleUrlGetter(content: Content): (rule: string) => string | undefined {
  const site = content.site?.validated.data?.address;
  const known = new Set(RULES.map(({ name }) => name));
  return (rule) => (site !== undefined && known.has(rule) ? getRuleAddress(site, rule) : undefined);
}

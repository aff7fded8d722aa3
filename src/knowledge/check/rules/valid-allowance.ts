import { quote } from '../../source/problem.ts';
import { type Allowance, findAllowances } from '../allowances.ts';
import { getLockReason } from '../rule-levels.ts';
import type { Finding, Rule } from './rule.ts';
import { createUnknownRuleFinding } from './unknown-rule.ts';

/** @param listRules returns all rules, of which this is one */
export function createValidAllowance(listRules: () => readonly Rule[]): Rule {
  return {
    name: 'valid-allowance',
    severity: 'error',
    why: 'A comment allows one hit of a rule on its line, or on the next one, and says why: `{/* allow no-blame: the title of a talk */}` in a text, `# allow no-blame: the title of a talk` in fields. An allowance without a hit could let the next one through. For secrets and personal data, use `allowed-secrets.yaml`.',
    example: {
      wrong: '{/* allow no-blame */}',
      right: '{/* allow no-blame: the title of a talk */}',
    },
    check({ file, report }) {
      for (const allowance of findAllowances(file)) {
        const finding = checkAllowance(allowance, listRules());
        if (finding) report(finding);
      }
    },
  };
}

function checkAllowance(
  { rule: name, reason, span }: Allowance,
  rules: readonly Rule[],
): Finding | undefined {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule) return createUnknownRuleFinding(name, rules, span);
  const lockReason = getLockReason(rule);
  if (lockReason)
    return { span, message: `Unexpected allowance of ${quote(name)}, expected none: ${lockReason}` };
  if (reason !== '') return undefined;
  return {
    span,
    message: `Missing reason of the allowance of ${quote(name)}, expected \`allow ${name}: …\``,
  };
}

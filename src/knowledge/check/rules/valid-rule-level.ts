import { quote } from '../../source/problem.ts';
import { getLockReason } from '../rule-levels.ts';
import type { Rule } from './rule.ts';
import { createUnknownRuleFinding } from './unknown-rule.ts';

/** @param listRules returns all rules, of which this is one */
export function createValidRuleLevel(listRules: () => readonly Rule[]): Rule {
  return {
    name: 'valid-rule-level',
    severity: 'error',
    why: 'A team can set the level of a rule to `off`, `warn` or `error`. Rules that keep content from running, secrets from being published, and pages from breaking stay as they are.',
    example: {
      wrong: 'rules: [{ rule: no-secret, level: off }]',
      right: 'rules: [{ rule: known-word, level: off }]',
    },
    check({ file, report }) {
      if (file.type !== 'site') return;
      const rules = listRules();
      for (const [index, { rule: name }] of (file.validated.data?.rules ?? []).entries()) {
        const rule = rules.find((candidate) => candidate.name === name);
        const reason = rule && getLockReason(rule);
        const span = file.yaml.spanAt(['rules', index, 'rule']);
        if (!rule) report(createUnknownRuleFinding(name, rules, span));
        else if (reason)
          report({ span, message: `Unexpected level of the rule ${quote(name)}, expected none: ${reason}` });
      }
    },
  };
}

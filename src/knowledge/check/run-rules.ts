/** Holds the content against all rules and says everything that is wrong, at once. */
import { getRuleAddress } from '../source/addresses.ts';
import { type Content, type ContentFile, recreateFile } from '../source/content.ts';
import { getTextAt } from '../source/field-values.ts';
import {
  compareProblems,
  createExcerpt,
  locateSpan,
  type Problem,
  type Severity,
  toOneLine,
} from '../source/problem.ts';
import { maskText } from './mask-secrets.ts';
import { RULES } from './rules/index.ts';
import { listForbiddenSecrets } from './rules/no-secret.ts';
import type { CheckContext, Finding, Rule, RuleInput } from './rules/rule.ts';

export interface RunRulesOptions extends CheckContext {
  /** Which files to judge, against the whole; all of them if left out. */
  readonly files?: Iterable<ContentFile>;
  readonly rules?: readonly Rule[];
}

/** @returns what is wrong, in the order of files and places */
export function runRules(
  content: Content,
  { files = content.files, rules = RULES, today, secrets, dictionary }: RunRulesOptions = {},
): Problem[] {
  const problems: Problem[] = [...findMissingFiles(content)];
  const site = content.site?.validated.data?.address;
  const addresses = new Map(site ? rules.map(({ name }) => [name, getRuleAddress(site, name)]) : []);
  for (const whole of files) {
    // Everything but the rule about secrets sees the file without them, and so cannot repeat them.
    const found = listForbiddenSecrets({ file: whole, content, secrets });
    const file = found.length > 0 ? recreateFile(whole, content, maskText(whole.text, found)) : whole;
    const findingsOf = createRuleRunner({ file, content, today, secrets, dictionary });
    for (const rule of rules) {
      const findings = findingsOf(rule);
      if (findings.length === 0) continue;
      const told = { rule: rule.name, severity: getSeverity(whole, rule), address: addresses.get(rule.name) };
      // A text moved by an edit would carry the mask into the file.
      problems.push(...findings.map((finding) => toProblem(finding, file, told, file === whole)));
    }
  }
  return problems.sort(compareProblems);
}

function toProblem(
  { span, message, hint, edits }: Finding,
  { path, text }: ContentFile,
  { rule, severity, address }: Pick<Problem, 'rule' | 'severity'> & { readonly address: string | undefined },
  isMendable: boolean,
): Problem {
  return {
    path,
    ...locateSpan(text, span),
    rule,
    ...(address ? { address } : {}),
    severity,
    message: toOneLine(message),
    ...(hint ? { hint: toOneLine(hint) } : {}),
    ...(text ? { excerpt: createExcerpt(text, span) } : {}),
    ...(edits && isMendable ? { edits } : {}),
  };
}

/** More of the same in one file is told as a number: a file of nothing but invisible characters has a million. */
const MAX_FINDINGS_PER_RULE = 1_000;

/** What one rule after the other says to the same thing. */
function createRuleRunner(asked: Omit<RuleInput, 'report'>): (rule: Rule) => readonly Finding[] {
  let findings: Finding[] = [];
  let rest = 0;
  const input: RuleInput = {
    ...asked,
    report(finding) {
      if (findings.length < MAX_FINDINGS_PER_RULE) findings.push(finding);
      else rest++;
    },
  };
  return (rule) => {
    findings = [];
    rest = 0;
    rule.check(input);
    const last = findings.at(-1);
    if (!last || rest === 0) return findings;
    return [...findings.slice(0, -1), { ...last, hint: `There are ${rest} more of this rule in the file.` }];
  };
}

/** A draft is there to be finished; what others read has to be. */
function getSeverity(file: ContentFile, { severity, warnsInDraft }: Rule): Severity {
  const isDraft = file.type === 'document' && getTextAt(file.yaml.value, ['status']) === 'draft';
  return warnsInDraft && isDraft ? 'warning' : severity;
}

/** Without these there is no site; there is no file to report them in. */
function findMissingFiles(content: Content): Problem[] {
  if (content.site) return [];
  return [
    {
      path: `${content.root}/site.yaml`,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      rule: 'allowed-path',
      severity: 'error',
      message: 'Missing file, expected the settings of the site',
    },
  ];
}

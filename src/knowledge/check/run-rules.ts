/** Runs the rules and turns their findings into problems. */
import { getRuleAddress } from '../source/addresses.ts';
import type { Content, ContentFile } from '../source/content.ts';
import { getTextAt } from '../source/field-values.ts';
import {
  compareProblems,
  createExcerpt,
  locateSpan,
  type Problem,
  type Severity,
  toOneLine,
} from '../source/problem.ts';
import { type Allowance, findAllowances } from './allowances.ts';
import { QuestionLog } from './content-view.ts';
import { getLockReason, getRuleLevel, type RuleLevel } from './rule-levels.ts';
import { RULES } from './rules/index.ts';
import type { Finding, Rule, RuleContext, RuleInput } from './rules/rule.ts';

interface RunRulesOptions extends RuleContext {
  /** The files to check against the whole content, all files if omitted. */
  readonly files?: readonly ContentFile[];
  readonly rules?: readonly Rule[];
}

/** @returns the problems by file and place */
export function runRules(
  content: Content,
  { files = content.files, rules, ...context }: RunRulesOptions = {},
): Problem[] {
  const findProblems = createProblemFinder(content, context, { rules });
  return [...findMissingFiles(content), ...files.flatMap(findProblems)].sort(compareProblems);
}

interface ProblemFinderOptions {
  readonly rules?: readonly Rule[] | undefined;
  readonly log?: QuestionLog;
  /** True to leave out the rules that only warn about a file. Other warnings are still reported. */
  readonly skipsWarningRules?: boolean;
}

/** @returns a function that runs all rules on one file */
export function createProblemFinder(
  content: Content,
  { today, dictionary }: RuleContext,
  {
    rules = RULES,
    log: { view } = new QuestionLog(content, today),
    skipsWarningRules = false,
  }: ProblemFinderOptions = {},
): (file: ContentFile) => Problem[] {
  const site = content.site?.validated.data?.address;
  const { root } = content;
  const addresses = new Map(site ? rules.map(({ name }) => [name, getRuleAddress(site, name)]) : []);
  const levels = new Map(rules.map((rule) => [rule, getRuleLevel(content, rule)]));
  return (file) => {
    const input = { file, content: view, dictionary };
    const allowances = findAllowances(file).filter(({ reason }) => reason !== '');
    const used = new Set<Allowance>();
    const problems = rules.flatMap((rule) => {
      const level = levels.get(rule);
      if (level === 'off') return [];
      const own = getLockReason(rule) ? [] : allowances.filter((allowance) => allowance.rule === rule.name);
      // An allowance without a hit is an error, so its rule has to run.
      if (skipsWarningRules && own.length === 0 && onlyWarns(file, rule, level)) return [];
      const isAllowed = ({ span }: Finding) => {
        const allowance = own.find(({ covered }) => span.start >= covered.start && span.start <= covered.end);
        if (allowance) used.add(allowance);
        return allowance !== undefined;
      };
      const address = addresses.get(rule.name);
      return runRule(rule, input, isAllowed).map((finding) =>
        toProblem(finding, file, rule, { level, address, root }),
      );
    });
    // The hit could be in a part of the body that could not be read.
    const isRead = file.type !== 'document' || file.mdx.errors.length === 0;
    const unused = isRead ? allowances.filter((allowance) => !used.has(allowance)) : [];
    return [...problems, ...findUnusedAllowances(unused, rules, file, { addresses, root })];
  };
}

interface ProblemContext {
  readonly level?: RuleLevel | undefined;
  readonly address: string | undefined;
  /** The name of the content folder, with which every path starts. */
  readonly root: string;
}

function toProblem(
  { span, message, hint, edits, severity }: Finding,
  file: ContentFile,
  rule: Rule,
  { level, address, root }: ProblemContext,
): Problem {
  const { text, secrets } = file;
  const mask = createPathMask(file, root);
  return {
    path: mask(file.path),
    ...locateSpan(text, span),
    rule: rule.name,
    ...(address ? { address } : {}),
    severity: getSeverity(file, severity ? { ...rule, severity } : rule, level),
    message: mask(toOneLine(message)),
    ...(hint ? { hint: mask(toOneLine(hint)) } : {}),
    ...(text ? { excerpt: createExcerpt(text, span) } : {}),
    // An edit that moves text would write a mask into the file.
    ...(edits && secrets.length === 0 ? { edits } : {}),
  };
}

/** Hides the secrets in the path of a picture. They are at the start of the text in which its secrets are found. */
function createPathMask({ type, path, secrets }: ContentFile, root: string): (text: string) => string {
  if (type !== 'picture') return (text) => text;
  const inside = path.slice(root.length + 1);
  const own = secrets.filter(({ span }) => span.start < inside.length);
  return (text) =>
    own.reduce(
      (masked, secret) => masked.replaceAll(inside.slice(secret.span.start, secret.span.end), secret.masked),
      text,
    );
}

/** Reports allowances without a hit of a rule that ran. */
function findUnusedAllowances(
  unused: readonly Allowance[],
  rules: readonly Rule[],
  file: ContentFile,
  { addresses, root }: { readonly addresses: ReadonlyMap<string, string>; readonly root: string },
): Problem[] {
  const reporter = rules.find(({ name }) => name === 'valid-allowance');
  if (!reporter) return [];
  const isConfigurable = (name: string) => rules.some((rule) => rule.name === name && !getLockReason(rule));
  return unused
    .filter(({ rule }) => isConfigurable(rule))
    .map(({ rule, span }) => {
      const message = `Unexpected allowance of \`${rule}\`, expected one with a hit on its line or the next one`;
      const address = addresses.get(reporter.name);
      return toProblem({ span, message, hint: 'Remove this comment.' }, file, reporter, { address, root });
    });
}

/**
 * A file of nothing but invisible characters has a million findings. A rule with warnings and errors has as many of
 * each, so that warnings never hide an error.
 */
const MAX_FINDINGS_PER_RULE = 1_000;
const MAX_SUGGESTIONS_PER_RULE = 100;

/**
 * Returns the findings that are not allowed, as many as the limit. An allowed one takes no place: it would hide another.
 */
function runRule(
  rule: Rule,
  context: Omit<RuleInput, 'report'>,
  isAllowed: (finding: Finding) => boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  const counts = new Map<Finding['severity'], number>();
  let omittedCount = 0;
  rule.check({
    ...context,
    report(finding) {
      if (isAllowed(finding)) return;
      const count = (counts.get(finding.severity) ?? 0) + 1;
      counts.set(finding.severity, count);
      if (count <= MAX_FINDINGS_PER_RULE) findings.push(finding);
      else omittedCount++;
    },
  });
  for (const [index, finding] of findings.slice(0, MAX_SUGGESTIONS_PER_RULE).entries())
    findings[index] = { ...finding, ...finding.suggest?.() };
  const last = findings.at(-1);
  if (!last || omittedCount === 0) return findings;
  const count = omittedCount === 1 ? 'is 1 more problem' : `are ${omittedCount} more problems`;
  const hint = `There ${count} of this rule in the file.`;
  return [...findings.slice(0, -1), { ...last, hint }];
}

/** Returns whether no finding of a rule is an error. The findings of rules that warn in drafts have their own severity. */
function onlyWarns(file: ContentFile, rule: Rule, level: RuleLevel | undefined): boolean {
  return getSeverity(file, rule, level) === 'warning' && (!rule.warnsInDraft || isDraft(file));
}

function isDraft(file: ContentFile): boolean {
  return file.type === 'document' && getTextAt(file.yaml.value, ['status']) === 'draft';
}

/** Returns the severity of a rule in a file. Drafts only get warnings about wording and completeness. */
function getSeverity(
  file: ContentFile,
  { severity, warnsInDraft }: Rule,
  level: RuleLevel | undefined,
): Severity {
  if (warnsInDraft && isDraft(file)) return 'warning';
  if (level) return level === 'error' ? 'error' : 'warning';
  return severity;
}

const MINIMAL_SETTINGS =
  'Create it with three lines: `title: Example knowledge base`, `description: What we learned from our incidents`, `address: https://kb.example.org/`.';

/** Reports required files that do not exist, and so are in no list of files. */
export function findMissingFiles(content: Content): Problem[] {
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
      hint: MINIMAL_SETTINGS,
    },
  ];
}

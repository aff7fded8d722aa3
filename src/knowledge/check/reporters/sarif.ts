/**
 * Problems in SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), which code hosts show next to
 * the code and follow over time.
 */

import { toPrintableJson } from '../../source/invisible-characters.ts';
import type { Problem } from '../../source/problem.ts';
import type { CheckReport } from '../check-report.ts';
import type { Rule } from '../rules/rule.ts';

const SARIF_SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * @param rules all rules that ran, whether they found something or not
 * @returns JSON text that ends with a line break
 */
export function formatSarifReport(
  { problems }: CheckReport,
  rules: readonly Rule[],
  addressOf: (rule: string) => string | undefined,
): string {
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Hindsight', rules: rules.map((rule) => toSarifRule(rule, addressOf(rule.name))) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The folder in which the check was run.' } } },
        results: problems.map((problem) => toSarifResult(problem, rules)),
      },
    ],
  };
  return toPrintableJson(log);
}

function toSarifRule({ name, severity, why, example }: Rule, address: string | undefined) {
  return {
    id: name,
    shortDescription: { text: why },
    fullDescription: { text: why },
    help: { text: `${why}\n\nRefused:\n${example.wrong}\n\nRight:\n${example.right}` },
    ...(address ? { helpUri: address } : {}),
    defaultConfiguration: { level: severity },
  };
}

function toSarifResult(problem: Problem, rules: readonly Rule[]) {
  const { path, line, column, endLine, endColumn, rule, severity, message, hint } = problem;
  const ruleIndex = rules.findIndex(({ name }) => name === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: severity,
    message: { text: toSarifText(hint ? `${message}. ${hint}` : message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'hindsight/v1': createFingerprint(problem) },
  };
}

/** Brackets would become a link (SARIF 2.1.0, 3.11.6). */
function toSarifText(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

/** Identifies a problem even if lines are added above it: by its rule, file and message. */
function createFingerprint({ rule, path, message }: Problem): string {
  return `${rule}:${path}:${message}`;
}

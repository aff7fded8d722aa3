/** Holds the content against all rules and says everything that is wrong, at once. */
import type { Content, ContentFile } from './content.ts';
import { compareProblems, excerptOf, type Problem, placeOf } from './problem.ts';
import type { Rule } from './rules/rule.ts';
import { RULES } from './rules.ts';

/**
 * @param files which files to judge, against the whole; all of them if left out
 * @returns what is wrong, in the order of files and places
 */
export function check(
  content: Content,
  { files = content.files, rules = RULES }: { files?: readonly ContentFile[]; rules?: readonly Rule[] } = {},
): Problem[] {
  const problems: Problem[] = [...missingFiles(content)];
  for (const file of files) {
    for (const rule of rules) {
      rule.check({
        file,
        content,
        report({ span, message, hint }) {
          problems.push({
            path: file.path,
            ...placeOf(file.text, span),
            rule: rule.name,
            severity: rule.severity,
            message,
            ...(hint ? { hint } : {}),
            ...(file.text ? { excerpt: excerptOf(file.text, span) } : {}),
          });
        },
      });
    }
  }
  return problems.sort(compareProblems);
}

/** Without these there is no site; there is no file to report them in. */
function missingFiles(content: Content): Problem[] {
  if (content.site) return [];
  return [
    {
      path: `${content.root}/site.yaml`,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      rule: 'known-place',
      severity: 'error',
      message: 'Missing file, expected the settings of the site',
    },
  ];
}

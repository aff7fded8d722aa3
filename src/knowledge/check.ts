/** Holds the content against all rules and says everything that is wrong, at once. */
import { ruleAddress } from './addresses.ts';
import { type Content, type ContentFile, readFile } from './content.ts';
import { maskText } from './mask.ts';
import { compareProblems, excerptOf, type Problem, placeOf } from './problem.ts';
import type { Circumstances, Rule } from './rules/rule.ts';
import { secretsOf } from './rules/secrets.ts';
import { RULES } from './rules.ts';

export interface CheckOptions extends Circumstances {
  /** Which files to judge, against the whole; all of them if left out. */
  readonly files?: readonly ContentFile[];
  readonly rules?: readonly Rule[];
}

/** @returns what is wrong, in the order of files and places */
export function check(
  content: Content,
  { files = content.files, rules = RULES, today, secrets, dictionary }: CheckOptions = {},
): Problem[] {
  const problems: Problem[] = [...missingFiles(content)];
  const site = content.site?.validated.data?.address;
  const addresses = new Map(site ? rules.map(({ name }) => [name, ruleAddress(site, name)]) : []);
  const addressOf = (rule: string) => {
    const address = addresses.get(rule);
    return address ? { address } : {};
  };
  for (const whole of files) {
    // Everything but the rule about secrets sees the file without them, and so cannot repeat them.
    const found = secretsOf({ file: whole, content, secrets });
    const file = found.length > 0 ? masked(whole, maskText(whole.text, found), content) : whole;
    for (const rule of rules) {
      rule.check({
        file,
        content,
        today,
        secrets,
        dictionary,
        report({ span, message, hint, edits }) {
          problems.push({
            path: file.path,
            ...placeOf(file.text, span),
            rule: rule.name,
            ...addressOf(rule.name),
            severity: rule.severity,
            message,
            ...(hint ? { hint } : {}),
            ...(file.text ? { excerpt: excerptOf(file.text, span) } : {}),
            // A text moved by an edit would carry the mask into the file.
            ...(edits && file === whole ? { edits } : {}),
          });
        },
      });
    }
  }
  return problems.sort(compareProblems);
}

function masked(file: ContentFile, text: string, { root }: Content): ContentFile {
  return readFile({ path: file.path.slice(root.length + 1), text }, root);
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

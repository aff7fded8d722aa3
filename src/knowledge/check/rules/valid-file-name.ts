import { slug } from 'github-slugger';
import { describeReservedName, ID_PATTERN } from '../../schema/scalars.ts';
import { quote } from '../../source/problem.ts';
import type { Rule, RuleInput } from './rule.ts';
import { isPictureName } from './valid-picture.ts';

export const validFileName: Rule = {
  name: 'valid-file-name',
  severity: 'error',
  why: "The file name is the page's id and its permanent address. Each name has to be possible on every system.",
  example: { wrong: 'lessons/Test Failover.mdx', right: 'lessons/test-failover.mdx' },
  check(input) {
    const { file } = input;
    if (file.type === 'document') checkId(input, file.id);
    else if (file.type === 'picture') checkPictureName(input);
  },
};

function checkId({ report }: RuleInput, id: string): void {
  if (ID_PATTERN.test(id)) return;
  const suggestion = slug(id.replaceAll('_', '-')).replace(/-+/g, '-');
  report({
    span: { start: 0, end: 0 },
    message: `Unexpected file name ${quote(id)}, expected lower-case words joined by hyphens`,
    hint:
      describeReservedName(id) ??
      (ID_PATTERN.test(suggestion) ? `Did you mean \`${suggestion}.mdx\`?` : undefined),
  });
}

function checkPictureName({ file, content, report }: RuleInput): void {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const hint = describeReservedName(name);
  const clash = content.findPathInOtherCase(file.path);
  if (hint) {
    report({
      span: { start: 0, end: 0 },
      message: `Unexpected file name ${quote(name)}, expected a name that every system allows`,
      hint,
    });
  }
  if (!isPictureName(`./${name}`)) {
    report({
      span: { start: 0, end: 0 },
      message: `Unexpected file name ${quote(name)}, expected letters, digits, hyphens, underscores and dots, and an extension in lower case`,
    });
  }
  if (clash) {
    report({
      span: { start: 0, end: 0 },
      message: `Unexpected file name ${quote(name)}, expected more than a difference in case from ${quote(clash)}`,
      hint: 'Windows and macOS keep only one of them.',
    });
  }
}

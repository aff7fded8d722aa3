import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const noUnusedAllowedSecret: Rule = {
  name: 'no-unused-allowed-secret',
  severity: 'error',
  why: 'An allowed secret that is no longer in its file could let the next secret through.',
  example: {
    wrong: '- file: notes/gone.mdx\n  fingerprint: 3fa9c1\n  reason: …',
    right: 'the entry is removed',
  },
  check({ file, content, report }) {
    if (file.type !== 'allowed-secrets') return;
    for (const { validated, index } of file.items) {
      const { data } = validated;
      if (!data) continue;
      const fingerprints = content.listFingerprints(data.file);
      if (!content.hasFile(`${content.root}/${data.file}`)) {
        report({
          span: file.yaml.spanAt([index, 'file']),
          message: `Unknown file ${quote(data.file)}, expected a file in the content folder`,
        });
      } else if (fingerprints && !fingerprints.includes(data.fingerprint)) {
        report({
          span: file.yaml.spanAt([index, 'fingerprint']),
          message: `Unexpected allowed secret ${quote(data.fingerprint)}, expected one that is in the file`,
          hint: 'Remove this entry.',
        });
      }
    }
  },
};

/** Secrets, personal data, and the exceptions from them. What was found is never shown whole. */
import type { ContentFile } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import type { FoundSecret } from '../mask-secrets.ts';
import type { Rule, RuleInput } from './rule.ts';

const ALLOWED_SECRETS_FILE = 'allowed-secrets.yaml';

/** What was found in a file and is not allowed there. */
export function listForbiddenSecrets({
  file,
  content,
  secrets,
}: Pick<RuleInput, 'file' | 'content' | 'secrets'>) {
  const found = secrets?.get(file.path) ?? [];
  return found.length === 0
    ? []
    : found.filter(({ fingerprint }) => !isAllowedSecret(fingerprint, file, content));
}

function isAllowedSecret(fingerprint: string, { path }: ContentFile, content: RuleInput['content']): boolean {
  const inside = path.slice(content.root.length + 1);
  return (content.allowedSecrets?.items ?? []).some(
    ({ validated: { data } }) => data?.file === inside && data.fingerprint === fingerprint,
  );
}

function createSecretRule(
  rule: Omit<Rule, 'check' | 'severity'>,
  family: FoundSecret['family'],
  toDo: string,
): Rule {
  return {
    ...rule,
    severity: 'error',
    check(input) {
      const inside = input.file.path.slice(input.content.root.length + 1);
      for (const { what, masked, span, fingerprint, family: found } of listForbiddenSecrets(input)) {
        if (found !== family) continue;
        input.report({
          span,
          message: `Unexpected ${what} ${quote(masked)}, expected none`,
          hint: `${toDo} If everyone may read it, add \`- { file: ${inside}, fingerprint: ${fingerprint}, reason: … }\` to ${ALLOWED_SECRETS_FILE}.`,
        });
      }
    },
  };
}

export const noSecret = createSecretRule(
  {
    name: 'no-secret',
    why: 'A page is copied, indexed and kept. A key or a password that stood on one, or in its history, has to be replaced.',
    example: { wrong: 'redis://:hunter22@cache:6379', right: 'redis://:$REDIS_PASSWORD@cache:6379' },
  },
  'secret',
  'Take it out, and replace it where it is used: it has been read.',
);

export const noPersonalData = createSecretRule(
  {
    name: 'no-personal-data',
    why: 'Addresses of people do not belong on pages that are copied and indexed, and addresses of a private network help whoever wants to get in.',
    example: { wrong: 'We wrote to jo@acme.io.', right: 'We wrote to the on-call role.' },
  },
  'personal-data',
  'Name the role, or the machine, instead.',
);

export const noUnusedAllowedSecret: Rule = {
  name: 'no-unused-allowed-secret',
  severity: 'error',
  why: 'An exception that nothing needs any more would let the next secret through.',
  example: {
    wrong: '- file: notes/gone.mdx\n  fingerprint: 3fa9c1\n  reason: …',
    right: 'the entry is taken out',
  },
  check({ file, content, secrets, report }) {
    if (file.type !== 'allowed-secrets') return;
    for (const { validated, index } of file.items) {
      const { data } = validated;
      if (!data) continue;
      const path = `${content.root}/${data.file}`;
      if (!content.hasFile(path)) {
        report({
          span: file.yaml.spanAt([index, 'file']),
          message: `Unknown file ${quote(data.file)}, expected one below the content folder`,
        });
      } else if (secrets && !secrets.get(path)?.some(({ fingerprint }) => fingerprint === data.fingerprint)) {
        report({
          span: file.yaml.spanAt([index, 'fingerprint']),
          message: `Unexpected exception ${quote(data.fingerprint)}, expected one that something in the file needs`,
          hint: 'Take the entry out.',
        });
      }
    }
  },
};

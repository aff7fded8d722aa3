/** Rules against secrets and personal data. Messages never show them in full. */
import type { ContentFile } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import { ALLOWED_SECRETS_FILE } from '../../source/settings-files.ts';
import type { FoundSecret } from '../mask-secrets.ts';
import type { Rule, RuleInput } from './rule.ts';

/** Returns the secrets in a file that `allowed-secrets.yaml` does not list. */
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
  const relativePath = path.slice(content.root.length + 1);
  return (content.allowedSecrets?.items ?? []).some(
    ({ validated: { data } }) => data?.file === relativePath && data.fingerprint === fingerprint,
  );
}

function createSecretRule(
  rule: Omit<Rule, 'check' | 'severity'>,
  family: FoundSecret['family'],
  advice: string,
): Rule {
  return {
    ...rule,
    severity: 'error',
    check(input) {
      const relativePath = input.file.path.slice(input.content.root.length + 1);
      for (const secret of listForbiddenSecrets(input)) {
        if (secret.family !== family) continue;
        const allowed = `- { file: ${relativePath}, fingerprint: ${secret.fingerprint}, reason: … }`;
        input.report({
          span: secret.span,
          message: `Unexpected ${secret.what} ${quote(secret.masked)}, expected none`,
          hint: `${advice} If it is safe to publish, add \`${allowed}\` to ${ALLOWED_SECRETS_FILE}.`,
        });
      }
    },
  };
}

export const noSecret = createSecretRule(
  {
    name: 'no-secret',
    why: 'Pages are copied, indexed and archived. If a key or password was ever on a page, or in its history, you have to replace it.',
    example: { wrong: 'redis://:hunter22@cache:6379', right: 'redis://:$REDIS_PASSWORD@cache:6379' },
  },
  'secret',
  'Remove it, and replace it wherever it is used, because others may have read it.',
);

export const noPersonalData = createSecretRule(
  {
    name: 'no-personal-data',
    why: 'Pages are copied and indexed, so they must not contain the addresses of people. Addresses in a private network help attackers.',
    example: { wrong: 'We wrote to jo@acme.io.', right: 'We wrote to the on-call role.' },
  },
  'personal-data',
  'Name the role or the machine instead.',
);

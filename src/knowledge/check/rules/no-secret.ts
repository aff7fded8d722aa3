/** Rules against secrets and personal data. Messages never show them in full. */
import { quote } from '../../source/problem.ts';
import type { FoundSecret } from '../../source/secrets/found-secret.ts';
import { ALLOWED_SECRETS_FILE } from '../../source/settings-files.ts';
import type { Rule } from './rule.ts';

function createSecretRule(
  rule: Omit<Rule, 'check' | 'severity'>,
  advice: Partial<Record<FoundSecret['family'], string>>,
): Rule {
  return {
    ...rule,
    severity: 'error',
    check({ file, content, report }) {
      const relativePath = file.path.slice(content.root.length + 1);
      for (const secret of file.type === 'picture' ? listOnce(file.secrets) : file.secrets) {
        const ownAdvice = advice[secret.family];
        if (ownAdvice === undefined) continue;
        const allowed = `- { file: ${relativePath}, fingerprint: ${secret.fingerprint}, reason: … }`;
        const place = file.type === 'picture' ? describePlace(secret, relativePath) : '';
        report({
          span: place ? { start: 0, end: 0 } : secret.span,
          message: `Unexpected ${secret.what} ${quote(secret.masked)}${place}, expected none`,
          hint: `${ownAdvice} If it is safe to publish, add \`${allowed}\` to ${ALLOWED_SECRETS_FILE}.`,
        });
      }
    },
  };
}

/** The metadata of a picture often contain the same text twice, and there are no places in it to report. */
function listOnce(secrets: readonly FoundSecret[]): FoundSecret[] {
  return [...new Map(secrets.toReversed().map((secret) => [secret.fingerprint, secret])).values()];
}

/** The searched text of a picture starts with its path. */
function describePlace({ span }: FoundSecret, path: string): string {
  return span.start < path.length ? ' in the file name' : ' in the metadata';
}

export const noSecret = createSecretRule(
  {
    name: 'no-secret',
    why: 'Pages are copied, indexed and archived. If a key or password was ever on a page, or in its history, you have to replace it.',
    example: { wrong: 'redis://:hunter22@cache:6379', right: 'redis://:$REDIS_PASSWORD@cache:6379' },
  },
  { secret: 'Remove it, and replace it wherever it is used, because others may have read it.' },
);

export const noPersonalData = createSecretRule(
  {
    name: 'no-personal-data',
    why: 'Pages are copied and indexed, so they must not contain e-mail addresses, telephone numbers, or numbers of cards, accounts and identity documents. In a public page, addresses in a private network help attackers.',
    example: { wrong: 'We wrote to jo@acme.io.', right: 'We wrote to the on-call role.' },
  },
  {
    'personal-data': 'Name the role instead.',
    'internal-address': 'Name the service or the machine instead, or make the page internal.',
  },
);

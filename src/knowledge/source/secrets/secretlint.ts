/** Finds secrets with secretlint's recommended rules. */
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Span } from '../problem.ts';
import { CONNECTION_PASSWORD } from './credential-patterns.ts';
import { isPlaceholder, isVendorExample } from './placeholder.ts';
import type { SecretMatch } from './secret-match.ts';

// It records every step of every rule, and keeps the records as long as the process lives.
secretLintProfiler.setEnabled(false);

/** Long enough to end every pattern. */
const TEXT_SEPARATOR = '\n\n\n';
const BATCH_LENGTH = 1_000_000;

/** Searches many texts at once, because secretlint sets up all its rules for each call. */
export async function matchSecretlint(texts: readonly string[]): Promise<SecretMatch[][]> {
  const matches: SecretMatch[][] = texts.map(() => []);
  for (let first = 0; first < texts.length;) {
    const starts: number[] = [];
    let batch = '';
    while (first + starts.length < texts.length && (batch.length < BATCH_LENGTH || starts.length === 0)) {
      starts.push(batch.length);
      batch += `${texts[first + starts.length - 1] ?? ''}${TEXT_SEPARATOR}`;
    }
    for (const { what, span } of await runSecretlint(batch)) {
      const at = findLastAtMost(starts, span.start);
      const start = span.start - (starts[at] ?? 0);
      const length = texts[first + at]?.length ?? 0;
      const end = Math.min(span.end - (starts[at] ?? 0), length);
      if (end > start && !isHarmless(batch.slice(span.start, span.end)))
        matches[first + at]?.push({ what, family: 'secret', span: { start, end }, extent: 'token' });
    }
    first += starts.length;
  }
  return matches;
}

/** Returns whether it is an example, or the password of a connection string is a variable or still to be filled in. */
function isHarmless(found: string): boolean {
  const password = /:\/\/[^:/@]*:([^@]*)@/.exec(found)?.[1];
  return isVendorExample(found) || (password !== undefined && isPlaceholder(password));
}

function findLastAtMost(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Leaves out the rule that obeys comments which switch secretlint off: a review must see every exception. */
const SECRETLINT_RULES = rules
  .filter(({ meta }) => meta.id !== '@secretlint/secretlint-rule-filter-comments')
  .map((rule) => ({ id: rule.meta.id, rule }));

async function runSecretlint(content: string): Promise<{ what: string; span: Span }[]> {
  const result = await lintSource({
    source: { filePath: 'content.txt', content, contentType: 'text', ext: '.txt' },
    options: { config: { rules: SECRETLINT_RULES } },
  });
  return result.messages
    .filter(({ type }) => type === 'message')
    .map(({ range: [start, end], ruleId }) => ({
      what: SECRET_LABELS[ruleId.replace(/^.*secretlint-rule-/, '')] ?? 'secret',
      span: { start, end },
    }));
}

/** The names of secretlint's rules in our messages. */
const SECRET_LABELS: Record<string, string> = {
  '1password': '1Password token',
  anthropic: 'Anthropic key',
  aws: 'AWS key',
  basicauth: CONNECTION_PASSWORD,
  cloudflare: 'Cloudflare token',
  'database-connection-string': CONNECTION_PASSWORD,
  databricks: 'Databricks token',
  docker: 'Docker token',
  figma: 'Figma token',
  gcp: 'Google Cloud key',
  github: 'GitHub token',
  gitlab: 'GitLab token',
  grafana: 'Grafana token',
  groq: 'Groq key',
  'hashicorp-vault': 'Vault token',
  huggingface: 'Hugging Face token',
  linear: 'Linear key',
  notion: 'Notion token',
  npm: 'npm token',
  openai: 'OpenAI key',
  privatekey: 'private key',
  sendgrid: 'SendGrid key',
  shopify: 'Shopify token',
  slack: 'Slack token',
  stripe: 'Stripe key',
  tailscale: 'Tailscale key',
  vercel: 'Vercel token',
};

/**
 * Secrets and personal data in the text of files: what secretlint knows, and what it misses. Gathered before
 * the rules judge, because nothing else may ever print what is found here.
 */
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { ContentFile } from '../source/content.ts';
import type { Span } from '../source/problem.ts';
import { type FoundSecret, maskValue, type SecretsByPath } from './mask-secrets.ts';
import { isPlaceholder, SECRET_PATTERNS } from './secret-patterns.ts';

// It notes every step of every rule, and keeps all of it for as long as the process lives.
secretLintProfiler.setEnabled(false);

type SecretMatch = Pick<FoundSecret, 'what' | 'family' | 'span'>;

export async function findSecrets(files: readonly ContentFile[]): Promise<SecretsByPath> {
  const known = await matchSecretlint(files);
  const found = new Map<string, readonly FoundSecret[]>();
  for (const [index, file] of files.entries()) {
    const hits = mergeOverlaps([...(known[index] ?? []), ...matchPatterns(file.text)]);
    if (hits.length > 0)
      found.set(file.path, await Promise.all(hits.map((hit) => toFoundSecret(hit, file.text))));
  }
  return found;
}

function matchPatterns(text: string): SecretMatch[] {
  const lower = text.toLowerCase();
  const likely = SECRET_PATTERNS.filter(({ keywords: signs }) => signs.some((sign) => lower.includes(sign)));
  return likely.flatMap(({ what, family, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const groups = match.indices?.groups ?? {};
      const [start, end] = groups.secret ?? groups.quoted ?? groups.bare ?? match.indices?.[0] ?? [0, 0];
      return isPlaceholder(text.slice(start, end)) ? [] : [{ what, family, span: { start, end } }];
    }),
  );
}

/** What stands between two files that are looked at together: long enough to end every pattern. */
const FILE_SEPARATOR = '\n\n\n';
const BATCH_LENGTH = 1_000_000;

/** Looks at many files at once: each call sets up all rules again. */
async function matchSecretlint(files: readonly ContentFile[]): Promise<SecretMatch[][]> {
  const hits: SecretMatch[][] = files.map(() => []);
  for (let first = 0; first < files.length;) {
    const starts: number[] = [];
    let batch = '';
    while (first + starts.length < files.length && (batch.length < BATCH_LENGTH || starts.length === 0)) {
      starts.push(batch.length);
      batch += `${files[first + starts.length - 1]?.text ?? ''}${FILE_SEPARATOR}`;
    }
    for (const { what, span } of await runSecretlint(batch)) {
      const at = findLastAtMost(starts, span.start);
      const start = span.start - (starts[at] ?? 0);
      const length = files[first + at]?.text.length ?? 0;
      const end = Math.min(span.end - (starts[at] ?? 0), length);
      if (end > start && !containsPlaceholder(batch.slice(span.start, span.end)))
        hits[first + at]?.push({ what, family: 'secret', span: { start, end } });
    }
    first += starts.length;
  }
  return hits;
}

/** A connection string in which a variable, or nothing yet, stands where the password goes. */
function containsPlaceholder(found: string): boolean {
  const password = /:\/\/[^:/@]*:([^@]*)@/.exec(found)?.[1];
  return password !== undefined && isPlaceholder(password);
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

/** Without the rule that obeys comments which switch secretlint off: exceptions stand where a review sees them. */
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

/** secretlint's rules, in our words. */
const SECRET_LABELS: Record<string, string> = {
  '1password': '1Password token',
  anthropic: 'Anthropic key',
  aws: 'AWS key',
  basicauth: 'password in a connection string',
  cloudflare: 'Cloudflare token',
  'database-connection-string': 'password in a connection string',
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

/**
 * Of hits that overlap, one that covers them all; it keeps the name of the first. Where both name the same
 * thing, the narrower is enough: the password, and not the address that it stands in.
 */
function mergeOverlaps(hits: readonly SecretMatch[]): SecretMatch[] {
  const merged: SecretMatch[] = [];
  for (const hit of [...hits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = merged.at(-1);
    if (!last || hit.span.start >= last.span.end) merged.push(hit);
    else if (hit.what === last.what && hit.span.end <= last.span.end) merged[merged.length - 1] = hit;
    else if (hit.span.end > last.span.end) {
      const family = last.family === 'secret' ? last.family : hit.family;
      merged[merged.length - 1] = { ...last, family, span: { start: last.span.start, end: hit.span.end } };
    }
  }
  return merged;
}

async function toFoundSecret(hit: SecretMatch, text: string): Promise<FoundSecret> {
  const value = text.slice(hit.span.start, hit.span.end);
  return { ...hit, masked: maskValue(value, hit.family), fingerprint: await createFingerprint(value) };
}

async function createFingerprint(value: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
  const digits = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.slice(0, 6);
}

/** Finds secrets and personal data in the texts of files, with secretlint and with patterns of our own. */
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { FileInput } from '../file-input.ts';
import type { Span } from '../problem.ts';
import { type FoundSecret, maskValue, type SecretsByPath } from './found-secret.ts';
import { CONNECTION_PASSWORD, isPlaceholder, SECRET_PATTERNS } from './secret-patterns.ts';
import { widenMatch } from './widen-match.ts';

// It records every step of every rule, and keeps the records as long as the process lives.
secretLintProfiler.setEnabled(false);

type SecretMatch = Pick<FoundSecret, 'what' | 'family' | 'span'> & {
  /** Set if the match is a whole token, and not the value behind a name. */
  readonly isToken?: boolean;
};

/** @returns the files that contain secrets; the others are absent */
export async function findSecrets(files: readonly FileInput[]): Promise<SecretsByPath> {
  const texts = files.map(({ text = '' }) => text);
  const known = await matchSecretlint(texts);
  const found = new Map<string, readonly FoundSecret[]>();
  for (const [index, { path }] of files.entries()) {
    const text = texts[index] ?? '';
    const widened = [...(known[index] ?? []), ...matchPatterns(text)].map((match) => widen(match, text));
    const matches = mergeOverlaps(widened);
    if (matches.length > 0)
      found.set(path, await Promise.all(matches.map((match) => toFoundSecret(match, text))));
  }
  return found;
}

function matchPatterns(text: string): SecretMatch[] {
  const lower = text.toLowerCase();
  const likely = SECRET_PATTERNS.filter(({ keywords }) => keywords.some((word) => lower.includes(word)));
  return likely.flatMap(({ what, family, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const groups = match.indices?.groups ?? {};
      const value = groups.secret ?? groups.quoted ?? groups.bare;
      const [start, end] = value ?? match.indices?.[0] ?? [0, 0];
      const isToken = value === undefined;
      return isPlaceholder(text.slice(start, end)) ? [] : [{ what, family, span: { start, end }, isToken }];
    }),
  );
}

/** The patterns of passwords in addresses and of personal data end where the value ends. */
function widen(match: SecretMatch, text: string): SecretMatch {
  if (match.family === 'personal-data' || match.what === CONNECTION_PASSWORD) return match;
  return { ...match, span: widenMatch(text, match.span, match.isToken ?? false) };
}

/** Long enough to end every pattern. */
const TEXT_SEPARATOR = '\n\n\n';
const BATCH_LENGTH = 1_000_000;

/** Searches many texts at once, because secretlint sets up all its rules for each call. */
async function matchSecretlint(texts: readonly string[]): Promise<SecretMatch[][]> {
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
      if (end > start && !containsPlaceholder(batch.slice(span.start, span.end)))
        matches[first + at]?.push({ what, family: 'secret', span: { start, end }, isToken: true });
    }
    first += starts.length;
  }
  return matches;
}

/** Returns whether the password of a connection string is a variable or still to be filled in. */
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

/**
 * Merges overlapping matches into one that covers them all and has the name of the first. If both have the same
 * name, the narrower is enough: the password, not the whole address.
 */
function mergeOverlaps(matches: readonly SecretMatch[]): SecretMatch[] {
  const merged: SecretMatch[] = [];
  for (const match of [...matches].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = merged.at(-1);
    if (!last || match.span.start >= last.span.end) merged.push(match);
    else if (match.what === last.what && match.span.end <= last.span.end) merged[merged.length - 1] = match;
    else if (match.span.end > last.span.end) {
      const family = last.family === 'secret' ? last.family : match.family;
      merged[merged.length - 1] = { ...last, family, span: { start: last.span.start, end: match.span.end } };
    }
  }
  return merged;
}

async function toFoundSecret(match: SecretMatch, text: string): Promise<FoundSecret> {
  const value = text.slice(match.span.start, match.span.end);
  const { what, family, span } = match;
  return { what, family, span, masked: maskValue(value), fingerprint: await createFingerprint(value) };
}

async function createFingerprint(value: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
  const digits = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.slice(0, 6);
}

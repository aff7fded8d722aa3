/** Finds secrets and personal data in the texts of files, with secretlint and with patterns of our own. */
import { getTextAt } from '../field-values.ts';
import { type FileInput, getSearchedText } from '../file-input.ts';
import { findFrontmatter } from '../frontmatter.ts';
import { parseYaml } from '../yaml/yaml-source.ts';
import { findAssignments } from './assignments.ts';
import { COMMAND_PATTERNS } from './command-patterns.ts';
import { findCookies } from './cookies.ts';
import { CREDENTIAL_PATTERNS } from './credential-patterns.ts';
import { type DecodedView, listDecodedViews } from './decoded-views.ts';
import { type FoundSecret, maskValue, type SecretsByPath } from './found-secret.ts';
import { INTERNAL_ADDRESS_PATTERNS } from './internal-addresses.ts';
import { findNeighbours } from './neighbour-values.ts';
import { PASSWORD_HASH_PATTERNS } from './password-hashes.ts';
import { PERSONAL_DATA_PATTERNS } from './personal-data-patterns.ts';
import { matchPatterns, type SecretMatch, type SecretPattern, selectLikelyPatterns } from './secret-match.ts';
import { matchSecretlint } from './secretlint.ts';
import { SPOKEN_PATTERNS } from './spoken-secrets.ts';
import { TOKEN_PATTERNS } from './token-patterns.ts';
import { WEBHOOK_PATTERNS } from './webhook-addresses.ts';
import { MatchWidener } from './widen-match.ts';

/** In characters. The search needs many times the memory of the texts that it searches at once. */
const BATCH_LENGTH = 1_000_000;

/** @returns the files that contain secrets; the others are absent */
export async function findSecrets(files: readonly FileInput[]): Promise<SecretsByPath> {
  const found = new Map<string, readonly FoundSecret[]>();
  for (const batch of splitIntoBatches(files)) {
    for (const [path, secrets] of await findInBatch(batch)) found.set(path, secrets);
  }
  return found;
}

/** Splits files into lists that are as short as they can be and longer than the limit, except the last. */
function* splitIntoBatches(files: readonly FileInput[]): Generator<FileInput[]> {
  let batch: FileInput[] = [];
  let length = 0;
  for (const file of files) {
    batch.push(file);
    length += getSearchedText(file).length;
    if (length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

async function findInBatch(files: readonly FileInput[]): Promise<SecretsByPath> {
  const texts = files.map(getSearchedText);
  // Without a line feed, a carriage return ends a line as well. Every character stays at its offset.
  const searched = texts.map((text) => text.replace(/\r(?!\n)/g, '\n'));
  const views = searched.map(listDecodedViews);
  const known = await matchSecretlint([...searched, ...views.flat().map(({ text }) => text)]);
  const found = new Map<string, readonly FoundSecret[]>();
  let nextView = files.length;
  for (const [index, { path }] of files.entries()) {
    const text = texts[index] ?? '';
    const lines = searched[index] ?? '';
    const own = views[index] ?? [];
    const patterns = selectLikelyPatterns(PATTERNS, [lines, ...own.map((view) => view.text)].join('\n'));
    const matches = findInText(lines, known[index] ?? [], patterns);
    for (const view of own) matches.push(...findInView(view, known[nextView++] ?? [], lines, patterns));
    const merged = mergeOverlaps(selectReported(matches, path, text));
    if (merged.length > 0)
      found.set(path, await Promise.all(merged.map((match) => toFoundSecret(match, text))));
  }
  return found;
}

/** Internal addresses are data, except where strangers read them. */
function selectReported(matches: readonly SecretMatch[], path: string, text: string): readonly SecretMatch[] {
  const isInternal = ({ family }: SecretMatch) => family === 'internal-address';
  if (!matches.some(isInternal) || isPublic(path, text)) return matches;
  return matches.filter((match) => !isInternal(match));
}

/** Postmortems and notes are internal unless they say otherwise. Everything else has no such field. */
function isPublic(path: string, text: string): boolean {
  if (!/^(?:postmortems|notes)\//.test(path)) return true;
  // YAML has many notations of a field, with quotes, escapes or brackets, so only its parser can tell.
  return getTextAt(parseYaml(findFrontmatter(text)?.text ?? '').value, ['visibility']) === 'public';
}

const PATTERNS = [
  ...TOKEN_PATTERNS,
  ...PASSWORD_HASH_PATTERNS,
  ...WEBHOOK_PATTERNS,
  ...CREDENTIAL_PATTERNS,
  ...SPOKEN_PATTERNS,
  ...COMMAND_PATTERNS,
  ...PERSONAL_DATA_PATTERNS,
  ...INTERNAL_ADDRESS_PATTERNS,
];

function findInText(
  text: string,
  known: readonly SecretMatch[],
  patterns: readonly SecretPattern[],
): SecretMatch[] {
  const lower = text.toLowerCase();
  const matches = [...known, ...matchPatterns(patterns, text), ...findAssignments(text)];
  if (lower.includes('cookie') || lower.includes('curl')) matches.push(...findCookies(text));
  const widened = widen(matches, text);
  return [...widened, ...findNeighbours(widened, text)];
}

/** Finds what only the decoded text shows. */
function findInView(
  view: DecodedView,
  known: readonly SecretMatch[],
  text: string,
  patterns: readonly SecretPattern[],
): SecretMatch[] {
  const matches = findInText(view.text, known, patterns)
    .filter(({ family }) => !(view.isBase64 && family !== 'secret'))
    .flatMap((match): SecretMatch[] => {
      const span = view.toSource(match.span);
      return span ? [{ ...match, span }] : [];
    });
  return widen(matches, text);
}

function widen(matches: readonly SecretMatch[], text: string): SecretMatch[] {
  const widener = new MatchWidener(text);
  return matches
    .toSorted((a, b) => a.span.start - b.span.start)
    .map((match) => {
      if (match.extent === 'exact') return match;
      return { ...match, span: widener.widen(match.span, match.extent === 'token') };
    });
}

/** Merges overlapping matches into one that covers them all and has the name of the first. */
function mergeOverlaps(matches: readonly SecretMatch[]): SecretMatch[] {
  const merged: SecretMatch[] = [];
  for (const match of leaveOutOuter(matches)) {
    const last = merged.at(-1);
    if (!last || match.span.start >= last.span.end) merged.push(match);
    else if (match.span.end > last.span.end) {
      const family = last.family === 'secret' ? last.family : match.family;
      merged[merged.length - 1] = { ...last, family, span: { start: last.span.start, end: match.span.end } };
    }
  }
  return merged;
}

/** From what is widened most to what is not widened at all. */
const EXTENTS: readonly SecretMatch['extent'][] = ['token', 'value', 'exact'];

/**
 * Leaves out matches whose value is also found with limits that are better known: the password is enough, without its
 * address. A match whose limits are as well known covers its whole secret, and stays. Sorted from top to bottom.
 */
function leaveOutOuter(matches: readonly SecretMatch[]): SecretMatch[] {
  const places = new Map(
    matches.map((match) => [`${match.span.start} ${match.span.end} ${match.extent} ${match.what}`, match]),
  );
  const sorted = [...places.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return sorted.filter((outer, index) => {
    if (outer.extent === 'exact') return true;
    for (let next = index + 1; next < sorted.length; next++) {
      const match = sorted[next];
      if (!match || match.span.start >= outer.span.end) return true;
      if (match.what === outer.what && EXTENTS.indexOf(match.extent) > EXTENTS.indexOf(outer.extent))
        return false;
    }
    return true;
  });
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

/** Plans an import: what happens to each source of a run. Nothing here writes, and no plan overwrites a file. */

import { checkFiles } from '../check/check-files.ts';
import { noPersonalData, noSecret } from '../check/rules/no-secret.ts';
import type { CheckContext } from '../check/rules/rule.ts';
import { type Content, type ContentFile, toFileInputs } from '../source/content.ts';
import { createMaskedContent } from '../source/masked-content.ts';
import { locateSpan, type Problem } from '../source/problem.ts';
import { createDraft, createImportMark, type Draft, type ImportContext } from './draft.ts';
import type { DraftKind } from './draft-kind.ts';
import { findImportedSources, getMarkKey } from './import-mark.ts';
import { describeImportFailure } from './read-documents.ts';
import type { SourceDocument } from './source-document.ts';
import { createVocabularyLookup } from './vocabulary-lookup.ts';

export type ImportOutcome =
  | { readonly type: 'new'; readonly source: SourceDocument; readonly draft: Draft }
  /** Imported before; `changed` says that the source has since. */
  | {
      readonly type: 'known';
      readonly source: SourceDocument;
      readonly path: string;
      readonly changed: boolean;
    }
  /** A page that was not imported names the same address as its source. */
  | { readonly type: 'covered'; readonly source: SourceDocument; readonly path: string }
  /** It cannot be turned into a draft. */
  | { readonly type: 'failed'; readonly source: SourceDocument; readonly why: string }
  /** The draft would stop the build. */
  | { readonly type: 'refused'; readonly source: SourceDocument; readonly problems: readonly Problem[] };

export async function planImport(
  sources: readonly SourceDocument[],
  content: Content,
  kind: DraftKind,
  context: CheckContext,
): Promise<ImportOutcome[]> {
  const imported = findImportedSources(content);
  const pathsByUrl = collectSourceUrls(content);
  const vocabulary = createVocabularyLookup(content);
  const taken = new Set(content.listIds(kind));
  const planned = new Map<string, { path: string; digest: string }>();
  const outcomes = sources.map((source): ImportOutcome => {
    const mark = createImportMark(source);
    const before = imported.find(mark);
    const known = before
      ? { path: before.file.path, digest: before.mark.digest }
      : planned.get(getMarkKey(mark));
    if (known) return { type: 'known', source, path: known.path, changed: known.digest !== mark.digest };
    const path = pathsByUrl.get(source.facts.find(({ target }) => target === 'source.url')?.values[0] ?? '');
    if (path) return { type: 'covered', source, path };
    const outcome = tryDraft(source, { kind, vocabulary, isTaken: (id) => taken.has(id) });
    if (outcome.type !== 'new') return outcome;
    const { draft } = outcome;
    taken.add(draft.id);
    planned.set(getMarkKey(mark), { path: `${content.root}/${draft.path}`, digest: mark.digest });
    return outcome;
  });
  return checkDrafts(outcomes, content, context);
}

function tryDraft(source: SourceDocument, context: ImportContext): ImportOutcome {
  try {
    return { type: 'new', source, draft: createDraft(source, context) };
  } catch (error) {
    return { type: 'failed', source, why: describeImportFailure(error) };
  }
}

/** The addresses of the sources of pages that a person wrote. */
function collectSourceUrls(content: Content): Map<string, string> {
  const imported = findImportedSources(content);
  const pathsByUrl = new Map<string, string>();
  for (const file of content.documents) {
    if (imported.includes(file)) continue;
    const data = file.validated.data;
    if (!data || !('sources' in data)) continue;
    for (const { url } of data.sources) if (url) pathsByUrl.set(url, file.path);
  }
  return pathsByUrl;
}

/** Rejects the drafts that would stop the build, and reports the secrets in the others. */
async function checkDrafts(
  outcomes: readonly ImportOutcome[],
  content: Content,
  context: CheckContext,
): Promise<ImportOutcome[]> {
  const drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  if (drafts.length === 0) return [...outcomes];
  const paths = drafts.map(({ path }) => path);
  const whole = await createMaskedContent([...toFileInputs(content), ...drafts], content.root, paths);
  const files = new Map(whole.files.map((file) => [file.path, file]));
  return outcomes.map((outcome) => {
    if (outcome.type !== 'new') return outcome;
    const { draft, source } = outcome;
    const file = files.get(`${content.root}/${draft.path}`);
    if (!file) throw new Error(`${draft.path} is not part of the content`);
    const { problems } = checkFiles(whole, [file], context);
    const refused = problems.filter((problem) => isRefused(problem, file));
    if (refused.length > 0) return { type: 'refused', source, problems: refused };
    const found = file.secrets.map(
      ({ what, span }) => `${what} on line ${locateSpan(file.text, span).line}: the check refuses it`,
    );
    return { ...outcome, draft: { ...draft, remarks: [...draft.remarks, ...found] } };
  });
}

/** Returns whether a draft with this problem is not written. Its secrets are for a person to remove. */
function isRefused({ severity, rule, line, endLine }: Problem, { text, secrets }: ContentFile): boolean {
  if (severity !== 'error' || rule === noSecret.name || rule === noPersonalData.name) return false;
  // An address with a mask in it is no address.
  return !secrets.some(({ span }) => {
    const place = locateSpan(text, span);
    return place.line <= endLine && line <= place.endLine;
  });
}

/** Plans an import: what happens to each source of a run. Nothing here writes, and no plan overwrites a file. */

import { findSecrets } from '../check/find-secrets.ts';
import { runRules } from '../check/run-rules.ts';
import { Content, type FileInput } from '../source/content.ts';
import { locateSpan, type Problem } from '../source/problem.ts';
import { createDraft, createImportMark, type Draft } from './draft.ts';
import type { DraftKind } from './draft-kind.ts';
import { findImportedSources, getMarkKey } from './import-mark.ts';
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
  /** The draft would stop the build. */
  | { readonly type: 'refused'; readonly source: SourceDocument; readonly problems: readonly Problem[] };

export async function planImport(
  sources: readonly SourceDocument[],
  content: Content,
  kind: DraftKind,
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
    const draft = createDraft(source, { kind, vocabulary, isTaken: (id) => taken.has(id) });
    taken.add(draft.id);
    planned.set(getMarkKey(mark), { path: `${content.root}/${draft.path}`, digest: mark.digest });
    return { type: 'new', source, draft };
  });
  return checkDrafts(outcomes, content);
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

/** Leaves out the drafts that would stop the build, and names the secrets in the others. */
async function checkDrafts(outcomes: readonly ImportOutcome[], content: Content): Promise<ImportOutcome[]> {
  const drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  if (drafts.length === 0) return [...outcomes];
  const paths = new Set(drafts.map(({ path }) => `${content.root}/${path}`));
  const whole = new Content([...toFileInputs(content), ...drafts], content.root);
  const files = whole.files.filter(({ path }) => paths.has(path));
  const errors = runRules(whole, { files }).filter(({ severity }) => severity === 'error');
  const secrets = await findSecrets(files);
  return outcomes.map((outcome) => {
    if (outcome.type !== 'new') return outcome;
    const { draft, source } = outcome;
    const path = `${content.root}/${draft.path}`;
    const problems = errors.filter((error) => error.path === path);
    if (problems.length > 0) return { type: 'refused', source, problems };
    const found = (secrets.get(path) ?? []).map(
      ({ what, span }) => `${what} on line ${locateSpan(draft.text, span).line}: the check refuses it`,
    );
    return { ...outcome, draft: { ...draft, remarks: [...draft.remarks, ...found] } };
  });
}

function toFileInputs({ files, root }: Content): FileInput[] {
  return files.map(({ path, text, type }) => {
    const below = path.slice(root.length + 1);
    return type === 'picture' || type === 'stray' || type === 'unreadable'
      ? { path: below }
      : { path: below, text };
  });
}

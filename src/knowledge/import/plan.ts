/** What an import would do, for each source of a run: nothing here writes, and nothing ever overwrites. */
import { check } from '../check/check.ts';
import { findSecrets } from '../check/secrets.ts';
import { Content, type SourceFile } from '../source/content.ts';
import { type Problem, placeOf } from '../source/problem.ts';
import { type Draft, type DraftKind, draftOf, markOf } from './draft.ts';
import type { Foreign } from './foreign.ts';
import { importedSources, keyOf } from './import-mark.ts';
import { vocabularyLookup } from './vocabulary-lookup.ts';

export type Outcome =
  | { readonly type: 'new'; readonly foreign: Foreign; readonly draft: Draft }
  /** Imported before; `changed` says that the source has since. */
  | { readonly type: 'known'; readonly foreign: Foreign; readonly path: string; readonly changed: boolean }
  /** A page that was not imported names the same address as its source. */
  | { readonly type: 'told'; readonly foreign: Foreign; readonly path: string }
  /** The draft would stop the build. */
  | { readonly type: 'refused'; readonly foreign: Foreign; readonly problems: readonly Problem[] };

export async function planImport(
  sources: readonly Foreign[],
  content: Content,
  kind: DraftKind,
): Promise<Outcome[]> {
  const imported = importedSources(content);
  const told = addressesTold(content);
  const vocabulary = vocabularyLookup(content);
  const taken = new Set(content.idsOf(kind));
  const planned = new Map<string, { path: string; digest: string }>();
  const outcomes = sources.map((foreign): Outcome => {
    const mark = markOf(foreign);
    const before = imported.find(mark);
    const known = before ? { path: before.file.path, digest: before.mark.digest } : planned.get(keyOf(mark));
    if (known) return { type: 'known', foreign, path: known.path, changed: known.digest !== mark.digest };
    const path = told.get(foreign.facts.find(({ target }) => target === 'source.url')?.values[0] ?? '');
    if (path) return { type: 'told', foreign, path };
    const draft = draftOf(foreign, { kind, vocabulary, isTaken: (id) => taken.has(id) });
    taken.add(draft.id);
    planned.set(keyOf(mark), { path: `${content.root}/${draft.path}`, digest: mark.digest });
    return { type: 'new', foreign, draft };
  });
  return judge(outcomes, content);
}

/** The addresses of the sources of pages that a person wrote. */
function addressesTold(content: Content): Map<string, string> {
  const imported = importedSources(content);
  const told = new Map<string, string>();
  for (const file of content.documents) {
    if (imported.holds(file)) continue;
    const data = file.validated.data;
    if (!data || !('sources' in data)) continue;
    for (const { url } of data.sources) if (url) told.set(url, file.path);
  }
  return told;
}

/** Leaves out the drafts that would stop the build, and names the secrets in the others. */
async function judge(outcomes: readonly Outcome[], content: Content): Promise<Outcome[]> {
  const drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  if (drafts.length === 0) return [...outcomes];
  const paths = new Set(drafts.map(({ path }) => `${content.root}/${path}`));
  const whole = new Content([...sourcesOf(content), ...drafts], content.root);
  const files = whole.files.filter(({ path }) => paths.has(path));
  const errors = check(whole, { files }).filter(({ severity }) => severity === 'error');
  const secrets = await findSecrets(files);
  return outcomes.map((outcome) => {
    if (outcome.type !== 'new') return outcome;
    const { draft, foreign } = outcome;
    const path = `${content.root}/${draft.path}`;
    const problems = errors.filter((error) => error.path === path);
    if (problems.length > 0) return { type: 'refused', foreign, problems };
    const found = (secrets.get(path) ?? []).map(
      ({ what, span }) => `${what} on line ${placeOf(draft.text, span).line}: the check refuses it`,
    );
    return { ...outcome, draft: { ...draft, remarks: [...draft.remarks, ...found] } };
  });
}

function sourcesOf({ files, root }: Content): SourceFile[] {
  return files.map(({ path, text, type }) => {
    const below = path.slice(root.length + 1);
    return type === 'picture' || type === 'stray' || type === 'unreadable'
      ? { path: below }
      : { path: below, text };
  });
}

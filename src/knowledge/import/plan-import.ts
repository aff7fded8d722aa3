/** Plans an import: what happens to each source of a run. Nothing here writes, and no plan overwrites a file. */

import { noPersonalData, noSecret } from '../check/rules/no-secret.ts';
import type { CheckContext } from '../check/rules/rule.ts';
import { DOCUMENT_FOLDERS } from '../schema/kinds.ts';
import { type Content, type ContentFile, toFileInputs } from '../source/content.ts';
import { createMaskedContent } from '../source/masked-content.ts';
import { locateSpan, type Problem } from '../source/problem.ts';
import { createImportMark, type Draft, type ImportContext, nameDraft } from './draft.ts';
import type { DraftKind } from './draft-kind.ts';
import { findFreeId } from './draft-names.ts';
import { findImportedSources, getMarkKey, type ImportMark } from './import-mark.ts';
import { createImportWork, type DraftResult, type ImportWork, tryDraft } from './import-work.ts';
import type { Fact, SourceDocument } from './source-document.ts';
import {
  createPictureName,
  findByPath,
  listLocalAddresses,
  resolvePath,
  type SourceLinks,
} from './source-links.ts';
import { createVocabularyLookup } from './vocabulary-lookup.ts';

/** A picture next to a source that its draft shows. */
interface CopiedPicture {
  /** Its path as the paths of sources are written. */
  readonly from: string;
  /** The path of the copy, below the content folder. */
  readonly path: string;
}

export type ImportOutcome =
  | {
      readonly type: 'new';
      readonly source: SourceDocument;
      readonly draft: Draft;
      readonly pictures: readonly CopiedPicture[];
    }
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

export interface PlanOptions {
  /** The paths of the pictures that can be copied, see `listPicturePaths`. */
  readonly pictures?: ReadonlySet<string>;
  /** Values for the drafts whose sources name none, see `parseDefaultField`. */
  readonly defaults?: readonly Fact[];
  /** Does the slow parts, in this thread if it is omitted. */
  readonly work?: ImportWork;
  /** Called after files are drafted, searched for secrets or checked. */
  readonly onProgress?: (work: 'Drafting' | 'Searching' | 'Checking', number: number, total: number) => void;
}

export async function planImport(
  sources: readonly SourceDocument[],
  content: Content,
  kind: DraftKind,
  checkContext: CheckContext,
  { pictures = new Set(), defaults = [], work, onProgress = () => undefined }: PlanOptions = {},
): Promise<ImportOutcome[]> {
  const imported = findImportedSources(content);
  const pathsByUrl = collectSourceUrls(content);
  const vocabulary = createVocabularyLookup(content);
  const context = { kind, vocabulary, defaults };
  const steps = work ?? createImportWork(context, checkContext);
  const prepared = sources.map((source): PreparedSource => {
    const mark = createImportMark(source);
    const before = imported.find(mark);
    if (before) return { mark, outcome: describeKnown(source, mark, before.file.path, before.mark.digest) };
    const path = pathsByUrl.get(source.facts.find(({ target }) => target === 'source.url')?.values[0] ?? '');
    return path ? { mark, outcome: { type: 'covered', source, path } } : { mark };
  });
  const fresh = sources.filter((_, index) => !prepared[index]?.outcome);
  let drafted = 0;
  const results = await steps.draft(fresh, () => onProgress('Drafting', ++drafted, fresh.length));
  const outcomes = nameDrafts(sources, prepared, results, content, kind);
  const finish = async (targets: readonly ImportOutcome[]) =>
    checkDrafts(linkDrafts(outcomes, targets, context, pictures), content, steps, onProgress);
  const checked = await finish(outcomes);
  const isLost = ({ type }: ImportOutcome, index: number) =>
    type !== 'new' && outcomes[index]?.type === 'new';
  // A link must not lead to a draft that is not written.
  return checked.some(isLost)
    ? finish(outcomes.filter((_, index) => checked[index]?.type === 'new'))
    : checked;
}

interface PreparedSource {
  readonly mark: ImportMark;
  /** Omitted if the source needs a draft. */
  readonly outcome?: ImportOutcome;
}

function describeKnown(
  source: SourceDocument,
  mark: ImportMark,
  path: string,
  digest: string,
): ImportOutcome {
  return { type: 'known', source, path, changed: digest !== mark.digest };
}

/**
 * Gives the drafts ids that are free, in the order of their sources. A source given twice gets one draft.
 *
 * @param results of the sources that need a draft
 */
function nameDrafts(
  sources: readonly SourceDocument[],
  prepared: readonly PreparedSource[],
  results: readonly DraftResult[],
  content: Content,
  kind: DraftKind,
): ImportOutcome[] {
  const taken = new Set(content.listIds(kind));
  const planned = new Map<string, { path: string; digest: string }>();
  const remaining = results.values();
  return sources.map((source, index): ImportOutcome => {
    const { mark, outcome } = prepared[index] as PreparedSource;
    if (outcome) return outcome;
    const result = remaining.next().value as DraftResult;
    const known = planned.get(getMarkKey(mark));
    if (known) return describeKnown(source, mark, known.path, known.digest);
    if ('why' in result) return { type: 'failed', source, why: result.why };
    const draft = nameDraft(
      result.draft,
      findFreeId(result.draft.id, (id) => taken.has(id)),
    );
    taken.add(draft.id);
    planned.set(getMarkKey(mark), { path: `${content.root}/${draft.path}`, digest: mark.digest });
    return { type: 'new', source, draft, pictures: [] };
  });
}

/**
 * Creates the drafts again whose sources name other files of the import, now that the ids of all are known.
 *
 * @param targets the outcomes that links can lead to
 */
function linkDrafts(
  outcomes: readonly ImportOutcome[],
  targets: readonly ImportOutcome[],
  context: Omit<ImportContext, 'isTaken'>,
  pictures: ReadonlySet<string>,
): ImportOutcome[] {
  const pages = new Map(targets.flatMap((outcome) => listAddress(outcome)));
  return outcomes.map((outcome) => {
    if (outcome.type !== 'new' || listLocalAddresses(outcome.source).length === 0) return outcome;
    const { source, draft } = outcome;
    const copies = new Map<string, CopiedPicture>();
    const links: SourceLinks = {
      findPage: (address) => findByPath(pages, resolvePath(source.name, address) ?? ''),
      findPicture(address) {
        const from = resolvePath(source.name, address);
        if (from === undefined || !pictures.has(from)) return undefined;
        const taken = [...copies.values()].map(({ path }) => getFileName(path));
        const known = copies.get(from);
        if (known) return getFileName(known.path);
        const name = createPictureName(draft.id, from, taken);
        copies.set(from, { from, path: `${DOCUMENT_FOLDERS[draft.kind]}/${name}` });
        return name;
      },
    };
    const linked = tryDraft(source, { ...context, isTaken: () => false, links, id: draft.id });
    if ('why' in linked) return { type: 'failed', source, why: linked.why };
    const shown = [...copies.values()].filter(({ path }) =>
      linked.draft.text.includes(`./${getFileName(path)}`),
    );
    return { ...outcome, draft: linked.draft, pictures: shown };
  });
}

function getFileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The address on the site of the page that a source becomes, or became before. */
function listAddress(outcome: ImportOutcome): [path: string, address: string][] {
  if (outcome.type === 'new') {
    const { kind, id } = outcome.draft;
    return [[outcome.source.name, `/${DOCUMENT_FOLDERS[kind]}/${id}/`]];
  }
  if (outcome.type !== 'known' && outcome.type !== 'covered') return [];
  const [, folder, id] = /([^/]+)\/([^/]+)\.mdx$/.exec(outcome.path) ?? [];
  return folder && id ? [[outcome.source.name, `/${folder}/${id}/`]] : [];
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
  work: ImportWork,
  onProgress: NonNullable<PlanOptions['onProgress']>,
): Promise<ImportOutcome[]> {
  const drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  if (drafts.length === 0) return [...outcomes];
  const paths = drafts.map(({ path }) => path);
  const copies = outcomes.flatMap((outcome) => (outcome.type === 'new' ? outcome.pictures : []));
  const files = [...toFileInputs(content), ...drafts, ...copies.map(({ path }) => ({ path }))];
  let searched = 0;
  const whole = await createMaskedContent(files, content.root, paths, (own) =>
    work.findSecrets(own, (count) => {
      searched += count;
      onProgress('Searching', searched, own.length);
    }),
  );
  const filesByPath = new Map(whole.files.map((file) => [file.path, file]));
  const draftFiles = drafts.map(({ path }) => {
    const file = filesByPath.get(`${content.root}/${path}`);
    if (!file) throw new Error(`${path} is not part of the content`);
    return file;
  });
  let checked = 0;
  const errors = await work.check(whole, draftFiles, () => onProgress('Checking', ++checked, drafts.length));
  let next = 0;
  return outcomes.map((outcome) => {
    if (outcome.type !== 'new') return outcome;
    const { draft, source } = outcome;
    const file = draftFiles[next] as ContentFile;
    const refused = errors[next++]?.filter((problem) => isRefused(problem, file)) ?? [];
    if (refused.length > 0) return { type: 'refused', source, problems: refused };
    const found = file.secrets.map(
      ({ what, span }) => `${what} on line ${locateSpan(file.text, span).line}: the check refuses it`,
    );
    return { ...outcome, draft: { ...draft, remarks: [...draft.remarks, ...found] } };
  });
}

/** Returns whether a draft with this error is not written. Its secrets are for a person to remove. */
function isRefused({ rule, line, endLine }: Problem, { text, secrets }: ContentFile): boolean {
  if (rule === noSecret.name || rule === noPersonalData.name) return false;
  // An address with a mask in it is no address.
  return !secrets.some(({ span }) => {
    const place = locateSpan(text, span);
    return place.line <= endLine && line <= place.endLine;
  });
}

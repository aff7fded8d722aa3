/** Plans an import: what happens to each source of a run. Nothing here writes, and no plan overwrites a file. */

import { FileChecker } from '../check/check-files.ts';
import { noPersonalData, noSecret } from '../check/rules/no-secret.ts';
import type { CheckContext } from '../check/rules/rule.ts';
import { DOCUMENT_FOLDERS } from '../schema/kinds.ts';
import { type Content, type ContentFile, toFileInputs } from '../source/content.ts';
import { createMaskedContent } from '../source/masked-content.ts';
import { locateSpan, type Problem } from '../source/problem.ts';
import { createDraft, createImportMark, type Draft, type ImportContext } from './draft.ts';
import type { DraftKind } from './draft-kind.ts';
import { findImportedSources, getMarkKey } from './import-mark.ts';
import { describeImportFailure } from './read-documents.ts';
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
  /** Called before each file is drafted or checked. */
  readonly onProgress?: (work: 'Drafting' | 'Checking', number: number, total: number) => void;
}

export async function planImport(
  sources: readonly SourceDocument[],
  content: Content,
  kind: DraftKind,
  context: CheckContext,
  { pictures = new Set(), defaults = [], onProgress = () => undefined }: PlanOptions = {},
): Promise<ImportOutcome[]> {
  const imported = findImportedSources(content);
  const pathsByUrl = collectSourceUrls(content);
  const vocabulary = createVocabularyLookup(content);
  const taken = new Set(content.listIds(kind));
  const planned = new Map<string, { path: string; digest: string }>();
  const outcomes = sources.map((source, index): ImportOutcome => {
    onProgress('Drafting', index + 1, sources.length);
    const mark = createImportMark(source);
    const before = imported.find(mark);
    const known = before
      ? { path: before.file.path, digest: before.mark.digest }
      : planned.get(getMarkKey(mark));
    if (known) return { type: 'known', source, path: known.path, changed: known.digest !== mark.digest };
    const path = pathsByUrl.get(source.facts.find(({ target }) => target === 'source.url')?.values[0] ?? '');
    if (path) return { type: 'covered', source, path };
    const outcome = tryDraft(source, { kind, vocabulary, isTaken: (id) => taken.has(id), defaults });
    if (outcome.type !== 'new') return outcome;
    const { draft } = outcome;
    taken.add(draft.id);
    planned.set(getMarkKey(mark), { path: `${content.root}/${draft.path}`, digest: mark.digest });
    return outcome;
  });
  const checked = await checkDrafts(
    linkDrafts(outcomes, outcomes, { vocabulary, defaults }, pictures),
    content,
    context,
    onProgress,
  );
  const isLost = ({ type }: ImportOutcome, index: number) =>
    type !== 'new' && outcomes[index]?.type === 'new';
  if (!checked.some(isLost)) return checked;
  // A link must not lead to a draft that is not written.
  const written = outcomes.filter((_, index) => checked[index]?.type === 'new');
  return checkDrafts(
    linkDrafts(outcomes, written, { vocabulary, defaults }, pictures),
    content,
    context,
    onProgress,
  );
}

function tryDraft(source: SourceDocument, context: ImportContext): ImportOutcome {
  try {
    return { type: 'new', source, draft: createDraft(source, context), pictures: [] };
  } catch (error) {
    return { type: 'failed', source, why: describeImportFailure(error) };
  }
}

/**
 * Creates the drafts again whose sources name other files of the import, now that the ids of all are known.
 *
 * @param targets the outcomes that links can lead to
 */
function linkDrafts(
  outcomes: readonly ImportOutcome[],
  targets: readonly ImportOutcome[],
  shared: Pick<ImportContext, 'vocabulary' | 'defaults'>,
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
    const { kind, id } = draft;
    const linked = tryDraft(source, { ...shared, kind, isTaken: () => false, links, id });
    if (linked.type !== 'new') return linked;
    const shown = [...copies.values()].filter(({ path }) =>
      linked.draft.text.includes(`./${getFileName(path)}`),
    );
    return { ...linked, pictures: shown };
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
  context: CheckContext,
  onProgress: NonNullable<PlanOptions['onProgress']>,
): Promise<ImportOutcome[]> {
  const drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  if (drafts.length === 0) return [...outcomes];
  const paths = drafts.map(({ path }) => path);
  const copies = outcomes.flatMap((outcome) => (outcome.type === 'new' ? outcome.pictures : []));
  const files = [...toFileInputs(content), ...drafts, ...copies.map(({ path }) => ({ path }))];
  const whole = await createMaskedContent(files, content.root, paths);
  const filesByPath = new Map(whole.files.map((file) => [file.path, file]));
  // One for all drafts, because it remembers what they ask about the rest of the content.
  const checker = new FileChecker(whole, context, { skipsWarningRules: true });
  let checked = 0;
  return outcomes.map((outcome) => {
    if (outcome.type !== 'new') return outcome;
    onProgress('Checking', ++checked, drafts.length);
    const { draft, source } = outcome;
    const file = filesByPath.get(`${content.root}/${draft.path}`);
    if (!file) throw new Error(`${draft.path} is not part of the content`);
    const { problems } = checker.check(file);
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

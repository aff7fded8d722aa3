/**
 * Loads the content into Astro's collections, checked by the same function as in `npm run check` and rendered to HTML:
 * content never becomes a module. Errors stop a build. `npm run dev` shows everything that can be shown.
 */
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatSummary, formatTerminalReport } from './knowledge/check/reporters/terminal.ts';
import { type RenderedEntry, renderEntries } from './knowledge/graph/render-entries.ts';
import { LiveContent } from './knowledge/preview/live-content.ts';
import { createAddresses } from './knowledge/source/addresses.ts';
import type { Content } from './knowledge/source/content.ts';
import type { Problem } from './knowledge/source/problem.ts';
import { selectPublishedContent } from './node/audience.ts';
import { usesKeptResults } from './node/cache-folder.ts';
import { CheckCache } from './node/check-cache.ts';
import { checkContent } from './node/check-content.ts';
import { loadCheckContext } from './node/check-context.ts';
import { coalesce } from './node/coalesce.ts';
import { explainMissingGit, getContentFolder } from './node/content-files.ts';
import { readContentToCheck } from './node/content-folder.ts';
import { writeEditorSchemas } from './node/editor-schemas.ts';
import { renderKeptEntries } from './node/kept-entries.ts';
import { toTerminal } from './node/output.ts';
import { WatchedContent } from './node/watched-content.ts';
import { SETTINGS_ID, type SiteSettings } from './site-settings.ts';

interface LoadedContent {
  readonly content: Content;
  readonly entries: readonly RenderedEntry[];
}

type CollectionName = 'entries' | 'settings';

/** Creates the loaders of all collections. They share one read of the content folder. */
export function createContentLoaders(): Record<CollectionName, Loader> {
  const contexts = new Map<CollectionName, LoaderContext>();
  let loading: Promise<LoadedContent> | undefined;
  const createLoader = (name: CollectionName): Loader => ({
    name: 'content',
    async load(context) {
      // Astro calls each loader once per sync, so the second call of one starts another sync.
      if (contexts.has(name)) {
        contexts.clear();
        loading = undefined;
      }
      contexts.set(name, context);
      loading ??= context.watcher ? watchContent(context, storeAll) : loadValidContent(context);
      storeContent(name, context, await loading);
    },
  });
  const storeAll = (loaded: LoadedContent) => {
    for (const [name, context] of contexts) storeContent(name, context, loaded);
  };
  return { entries: createLoader('entries'), settings: createLoader('settings') };
}

/** @throws with the errors if the content has any */
async function loadValidContent({ config, logger }: LoaderContext): Promise<LoadedContent> {
  const folder = getContentFolder();
  const cache = usesKeptResults() ? await CheckCache.open(folder) : undefined;
  const content = await readContentToCheck(folder, undefined, cache);
  const { problems, errors, files } = await checkContent(content, content.files, cache);
  await writeEditorSchemas(content, folder);
  const missingGit = explainMissingGit();
  if (missingGit !== undefined) logger.warn(missingGit);
  if (errors > 0) throw new ContentError(formatErrors(problems, files));
  logWarnings(problems, files, logger);
  const { content: published, omissions } = selectPublishedContent(content);
  for (const sentence of omissions?.describe() ?? []) logger.info(toTerminal(sentence));
  return {
    content: published,
    entries: cache
      ? await renderKeptEntries(published, folder, config.base)
      : renderEntries(published, createAddresses(config.base)),
  };
}

/** Loads the content, and again whenever it changes. */
async function watchContent(
  { config, logger, watcher }: LoaderContext,
  store: (loaded: LoadedContent) => void,
): Promise<LoadedContent> {
  const live = new LiveContent(createAddresses(config.base));
  const watched = new WatchedContent((folder, cache) => readContentToCheck(folder, undefined, cache));
  const load = async () => {
    const content = await watched.read();
    await writeEditorSchemas(content, getContentFolder());
    const { entries, problems, checkedCount } = live.update(content, await loadCheckContext());
    if (problems.some(isError)) logger.error(formatErrors(problems, checkedCount));
    else logWarnings(problems, checkedCount, logger);
    return { content, entries };
  };
  const refresh = coalesce(async () => store(await load()));
  const folder = getContentFolder();
  watcher?.add(folder);
  watcher?.on('all', (_, path) => {
    if (path.startsWith(folder)) refresh().catch((error) => logger.error(toTerminal(String(error))));
  });
  return load();
}

function storeContent(
  name: CollectionName,
  context: LoaderContext,
  { content, entries }: LoadedContent,
): void {
  if (name === 'entries') storeEntries(entries, context);
  else storeSettings(content, context);
}

function storeEntries(entries: readonly RenderedEntry[], { store }: LoaderContext): void {
  store.clear();
  for (const { entry, html } of entries) {
    const rendered = html === undefined ? {} : { rendered: { html } };
    store.set({ id: `${entry.kind}/${entry.id}`, data: { ...entry }, ...rendered });
  }
}

function storeSettings(content: Content, { store, generateDigest }: LoaderContext): void {
  const before = store.get(SETTINGS_ID)?.data as SiteSettings | undefined;
  // While its author writes `site.yaml`, the last valid version stays.
  const site = content.site?.validated.data ?? before?.site;
  if (!site) return;
  const digest = generateDigest(JSON.stringify(content.files.map(({ path, text }) => [path, text])));
  const pictures = content.files
    .filter(({ type }) => type === 'picture')
    .map(({ path }) => path.slice(content.root.length + 1));
  store.set({ id: SETTINGS_ID, data: { site, redirects: content.redirects.all, pictures }, digest });
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function formatErrors(problems: readonly Problem[], files: number): string {
  return toTerminal(`\n${formatTerminalReport(problems.filter(isError))}\n${formatSummary(problems, files)}`);
}

function logWarnings(problems: readonly Problem[], files: number, logger: LoaderContext['logger']): void {
  if (problems.length === 0) return;
  logger.warn(`${formatSummary(problems, files)}. To list them, run \`npm run check\`.`);
}

/** Errors in the content. They are no defect of the program, so the stack is omitted. */
class ContentError extends Error {
  override name = 'ContentError';

  constructor(report: string) {
    super(`The content has errors.\n${report}`);
    this.stack = '';
  }
}

/**
 * Brings the content into Astro: read and checked by the same code as `npm run check`, rendered to HTML when
 * it is loaded. Nothing of it ever becomes a module. Errors stop a build; in `npm run dev` what can be shown is
 * shown, and the page says what is wrong with the rest.
 */
import type { Loader, LoaderContext } from 'astro/loaders';
import { formatSummary, formatTerminalReport } from './knowledge/check/reporters/terminal.ts';
import { runRules } from './knowledge/check/run-rules.ts';
import { createEntries, type Entry, getTitle } from './knowledge/graph/entries.ts';
import { createLinkResolver } from './knowledge/graph/link-resolver.ts';
import { renderBody } from './knowledge/graph/render-body.ts';
import { LiveContent } from './knowledge/preview/live-content.ts';
import { toRefKey } from './knowledge/schema/kinds.ts';
import { type Addresses, createAddresses } from './knowledge/source/addresses.ts';
import type { Content } from './knowledge/source/content.ts';
import type { Problem } from './knowledge/source/problem.ts';
import { coalesce } from './node/coalesce.ts';
import { getContentFolder, readContent } from './node/content-folder.ts';
import { writeEditorSchemas } from './node/editor-schemas.ts';

/** Raised when what rendering makes of the same input changes, so that stored HTML is not kept. */
const RENDERER_VERSION = 2;

export function createContentLoader(): Loader {
  return {
    name: 'hindsight-content',
    async load(context) {
      const { watcher, logger, config } = context;
      const addresses = createAddresses(config.base);
      if (!watcher) return loadValidContent(context, addresses);
      const live = new LiveContent(addresses);
      const refresh = coalesce(() => loadRenderableContent(context, live));
      await refresh();
      const folder = getContentFolder();
      watcher.add(folder);
      watcher.on('all', (_, path) => {
        if (path.startsWith(folder)) refresh().catch((error) => logger.error(String(error)));
      });
    },
  };
}

/** @throws with the whole report where the content has errors */
async function loadValidContent(context: LoaderContext, addresses: Addresses): Promise<void> {
  const content = await readContent();
  await writeEditorSchemas(content, getContentFolder());
  const problems = runRules(content);
  const report = formatReport(problems, content.files.length);
  if (problems.some(({ severity }) => severity === 'error')) throw new ContentError(report);
  if (problems.length > 0) context.logger.warn(report);
  storeEntries(createStoredEntries(content, addresses), content, context);
}

async function loadRenderableContent(context: LoaderContext, live: LiveContent): Promise<void> {
  const content = await readContent();
  await writeEditorSchemas(content, getContentFolder());
  const { entries, problems, checkedCount: judged } = live.update(content);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  if (problems.length > 0) context.logger[hasErrors ? 'error' : 'warn'](formatReport(problems, judged));
  const stored = entries.map(({ entry, html }) => ({ entry, version: html, html: () => html }));
  storeEntries(stored, content, context);
}

function formatReport(problems: readonly Problem[], files: number): string {
  return `\n${formatTerminalReport(problems)}\n${formatSummary(problems, files)}`;
}

/** What is wrong with the content. It is not our mistake, so the stack says nothing. */
class ContentError extends Error {
  override name = 'ContentError';

  constructor(report: string) {
    super(`The content has errors.\n${report}`);
    this.stack = '';
  }
}

interface StoredEntry {
  readonly entry: Pick<Entry, 'kind' | 'id'>;
  /** With the entry, all that its HTML is made of. */
  readonly version?: unknown;
  /** Asked for only where something changed. */
  readonly html?: () => string | undefined;
}

function createStoredEntries(content: Content, addresses: Addresses): StoredEntry[] {
  const entries = createEntries(content);
  const titles = new Map(entries.map((entry) => [toRefKey(entry), getTitle(entry)]));
  return entries.map((entry) => {
    const document = content.findDocument(entry.kind, entry.id);
    if (!document) return { entry };
    const linked = document.body.componentRefs.map((mention) => titles.get(toRefKey(mention)));
    return {
      entry,
      version: { text: document.text, linked },
      html: () =>
        renderBody(
          document,
          createLinkResolver(document, addresses, (ref) => titles.get(toRefKey(ref))),
        ),
    };
  });
}

function storeEntries(
  entries: readonly StoredEntry[],
  content: Content,
  { store, generateDigest, config, watcher }: LoaderContext,
): void {
  const kept = new Set<string>();
  const put = (id: string, { entry, version, html }: { entry: object } & Omit<StoredEntry, 'entry'>) => {
    kept.add(id);
    const digest = generateDigest({ entry, version, base: config.base, RENDERER: RENDERER_VERSION });
    if (store.get(id)?.digest === digest) return;
    const rendered = html?.();
    store.set({
      id,
      data: { ...entry },
      digest,
      ...(rendered === undefined ? {} : { rendered: { html: rendered } }),
    });
  };
  for (const stored of entries) put(`${stored.entry.kind}/${stored.entry.id}`, stored);
  const site = content.site?.validated.data;
  if (site) put('site/site', { entry: { data: site } });
  // While it is being written, what was there before stays.
  else if (watcher) kept.add('site/site');
  put('redirects/redirects', { entry: { data: content.redirects.all } });
  // Pages show what the check says about a file, which may change with any other file.
  if (watcher)
    put('revision/revision', {
      entry: { data: generateDigest({ files: content.files.map(({ path, text }) => [path, text]) }) },
    });
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
}

/**
 * Brings the content into Astro: read and checked by the same code as `npm run check`, rendered to HTML when
 * it is loaded. Nothing of it ever becomes a module. Errors stop a build; in `npm run dev` what can be shown is
 * shown, and the page says what is wrong with the rest.
 */
import type { Loader, LoaderContext } from 'astro/loaders';
import { check } from './knowledge/check/check.ts';
import { reportForTerminal, summarize } from './knowledge/check/reporters/terminal.ts';
import { type Entry, entriesOf, titleOf } from './knowledge/graph/entries.ts';
import { createLinks } from './knowledge/graph/links.ts';
import { renderBody } from './knowledge/graph/render.ts';
import { LiveContent } from './knowledge/preview/live-content.ts';
import { keyOf } from './knowledge/schema/kinds.ts';
import { type Addresses, createAddresses } from './knowledge/source/addresses.ts';
import type { Content } from './knowledge/source/content.ts';
import type { Problem } from './knowledge/source/problem.ts';
import { contentFolder, readContent } from './node/content-folder.ts';
import { writeEditorSchemas } from './node/editor-schemas.ts';
import { oneAfterTheOther } from './node/one-after-the-other.ts';

/** Raised when what rendering makes of the same input changes, so that stored HTML is not kept. */
const RENDERER = 2;

export function contentLoader(): Loader {
  return {
    name: 'hindsight-content',
    async load(context) {
      const { watcher, logger, config } = context;
      const addresses = createAddresses(config.base);
      if (!watcher) return loadWhole(context, addresses);
      const live = new LiveContent(addresses);
      const refresh = oneAfterTheOther(() => loadWhatCanBeShown(context, live));
      await refresh();
      const folder = contentFolder();
      watcher.add(folder);
      watcher.on('all', (_, path) => {
        if (path.startsWith(folder)) refresh().catch((error) => logger.error(String(error)));
      });
    },
  };
}

/** @throws with the whole report where the content has errors */
async function loadWhole(context: LoaderContext, addresses: Addresses): Promise<void> {
  const content = await readContent();
  await writeEditorSchemas(content, contentFolder());
  const problems = check(content);
  const report = reportOf(problems, content.files.length);
  if (problems.some(({ severity }) => severity === 'error')) throw new ContentError(report);
  if (problems.length > 0) context.logger.warn(report);
  store(wholeEntries(content, addresses), content, context);
}

async function loadWhatCanBeShown(context: LoaderContext, live: LiveContent): Promise<void> {
  const content = await readContent();
  await writeEditorSchemas(content, contentFolder());
  const { entries, problems, judged } = live.show(content);
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  if (problems.length > 0) context.logger[hasErrors ? 'error' : 'warn'](reportOf(problems, judged));
  const stored = entries.map(({ entry, html }) => ({ entry, version: html, html: () => html }));
  store(stored, content, context);
}

function reportOf(problems: readonly Problem[], files: number): string {
  return `\n${reportForTerminal(problems)}\n${summarize(problems, files)}`;
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

function wholeEntries(content: Content, addresses: Addresses): StoredEntry[] {
  const entries = entriesOf(content);
  const titles = new Map(entries.map((entry) => [keyOf(entry), titleOf(entry)]));
  return entries.map((entry) => {
    const document = content.document(entry.kind, entry.id);
    if (!document) return { entry };
    const linked = document.body.mentions.map((mention) => titles.get(keyOf(mention)));
    return {
      entry,
      version: { text: document.text, linked },
      html: () =>
        renderBody(
          document,
          createLinks(document, addresses, (ref) => titles.get(keyOf(ref))),
        ),
    };
  });
}

function store(
  entries: readonly StoredEntry[],
  content: Content,
  { store, generateDigest, config, watcher }: LoaderContext,
): void {
  const kept = new Set<string>();
  const put = (id: string, { entry, version, html }: { entry: object } & Omit<StoredEntry, 'entry'>) => {
    kept.add(id);
    const digest = generateDigest({ entry, version, base: config.base, RENDERER });
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

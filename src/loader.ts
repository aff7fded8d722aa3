/**
 * Brings the content into Astro: read and checked by the same code as `npm run check`, rendered to HTML when
 * it is loaded. Nothing of it ever becomes a module. Errors stop a build; `npm run dev` reports them and keeps
 * what was there before.
 */
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentFolder, readContent } from './content-folder.ts';
import { writeEditorSchemas } from './editor-schemas.ts';
import { createAddresses } from './knowledge/addresses.ts';
import { check } from './knowledge/check.ts';
import type { Content } from './knowledge/content.ts';
import { type Entry, entriesOf, titleOf } from './knowledge/entries.ts';
import { keyOf } from './knowledge/kinds.ts';
import { createLinks } from './knowledge/links.ts';
import { renderBody } from './knowledge/render.ts';
import { reportForTerminal, summarize } from './knowledge/reporters/terminal.ts';

/** Raised when what rendering makes of the same input changes, so that stored HTML is not kept. */
const RENDERER = 2;

export function contentLoader(): Loader {
  return {
    name: 'hindsight-content',
    async load(context) {
      await sync(context);
      const { watcher, logger } = context;
      if (!watcher) return;
      const folder = contentFolder();
      watcher.add(folder);
      watcher.on('all', (_, path) => {
        if (path.startsWith(folder)) sync(context).catch((error) => logger.error(String(error)));
      });
    },
  };
}

async function sync(context: LoaderContext): Promise<void> {
  const content = await readContent();
  await writeEditorSchemas(content, contentFolder());
  const problems = check(content);
  const report = `${reportForTerminal(problems)}\n${summarize(problems, content.files.length)}`;
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  if (hasErrors && !context.watcher) throw new ContentError(report);
  if (problems.length > 0) context.logger[hasErrors ? 'error' : 'warn'](`\n${report}`);
  if (!hasErrors) store(content, context);
}

/** What is wrong with the content. It is not our mistake, so the stack says nothing. */
class ContentError extends Error {
  override name = 'ContentError';

  constructor(report: string) {
    super(`The content has errors.\n\n${report}`);
    this.stack = '';
  }
}

function store(content: Content, { store, generateDigest, config }: LoaderContext): void {
  const entries = entriesOf(content);
  const titles = new Map(entries.map((entry) => [keyOf(entry), titleOf(entry)]));
  const addresses = createAddresses(config.base);
  const site = content.site?.validated.data;
  const kept = new Set<string>();
  const beside = [
    ...(site ? [{ kind: 'site', id: 'site', data: site }] : []),
    { kind: 'redirects', id: 'redirects', data: content.redirects.all },
  ];
  for (const entry of [...entries, ...beside]) {
    const id = `${entry.kind}/${entry.id}`;
    kept.add(id);
    const document = content.document(entry.kind as Entry['kind'], entry.id);
    const linked = document?.body.mentions.map((mention) => titles.get(keyOf(mention)));
    const digest = generateDigest({ entry, text: document?.text, linked, base: config.base, RENDERER });
    if (store.get(id)?.digest === digest) continue;
    const rendered = document && {
      html: renderBody(
        document,
        createLinks(document, addresses, (ref) => titles.get(keyOf(ref))),
      ),
    };
    store.set({ id, data: { ...entry }, digest, ...(rendered ? { rendered } : {}) });
  }
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
}

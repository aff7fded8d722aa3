/** A thread of an import, started by `import-threads.ts`. */
import { workerData } from 'node:worker_threads';
import { createErrorFinder, tryDraft } from '../knowledge/import/import-work.ts';
import { PackedDocument } from '../knowledge/import/packed-document.ts';
import { createVocabularyLookup } from '../knowledge/import/vocabulary-lookup.ts';
import { Content, type ContentFile } from '../knowledge/source/content.ts';
import { findSecrets } from '../knowledge/source/secrets/find-secrets.ts';
import { loadCheckContext } from './check-context.ts';
import type { ImportFile } from './import-sources.ts';
import type { ContentCopy, ImportSettings } from './import-threads.ts';
import { readImportFile } from './read-import-file.ts';
import { serveTasks } from './thread-pool.ts';

const { kind, defaults, format, mapping, ...copy } = workerData as ImportSettings;
const vocabulary = createVocabularyLookup(createContent(copy));
let check: ((path: string) => unknown) | undefined;

function createContent({ files, root, secrets }: ContentCopy): Content {
  return new Content(files, root, secrets);
}

serveTasks({
  read: (file: ImportFile) => readImportFile(file, { format, mapping }),
  // A copy of a packed document has its fields, and no body.
  draft: (source: PackedDocument) =>
    tryDraft(new PackedDocument(source), { kind, vocabulary, defaults, isTaken: () => false }),
  findSecrets,
  async setContent(contentCopy: ContentCopy) {
    const content = createContent(contentCopy);
    const findErrors = createErrorFinder(content, await loadCheckContext());
    const files = new Map(content.files.map((file) => [file.path, file]));
    check = (path) => findErrors(files.get(path) as ContentFile);
  },
  check: (path: string) => check?.(path),
});

/** `kb bundle`: makes a zip of the site that works without a server, for example from a USB stick. */
import { access, constants, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { type BundleFiles, collectBundleFiles } from '../bundle/bundle-files.ts';
import { BUNDLE_FOLDER, BUNDLE_START_LENGTH, createBundleZip, isBundleStart } from '../bundle/bundle-zip.ts';
import { createKnowledge } from '../knowledge/graph/create-knowledge.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { createSearchDocuments } from '../knowledge/search/search-document.ts';
import { toPlainText } from '../knowledge/source/inline/plain-text.ts';
import { AUDIENCE_VARIABLE, type Audience, parseAudience } from '../node/audience.ts';
import { buildSite, stopOnInterrupt, toBuildError } from '../node/build-site.ts';
import { getNow } from '../node/clock.ts';
import { CommandError } from '../node/command-error.ts';
import { readPublishedContent, readSite } from '../node/content-folder.ts';
import { toReadError, toWriteError } from '../node/file-errors.ts';
import { withFolderLock } from '../node/folder-lock.ts';
import { print, showProgress } from '../node/output.ts';
import { checkOutputFile } from '../node/output-places.ts';
import { replaceFile } from '../node/write-file.ts';
import { formatMegabytes } from '../offline/wording.ts';

/** The prefix of the built site, before its addresses become relative. */
const BASE = '/';

interface Options {
  readonly audience?: Audience;
  readonly outFile: string;
}

export const bundleCommand = new Command('bundle')
  .option(
    '--audience <audience>',
    'internal: everything (default); public: only what everyone may read',
    parseAudience,
  )
  .option('--outFile <file>', 'the zip', `${BUNDLE_FOLDER}.zip`)
  .action(async ({ audience, outFile }: Options) => {
    if (audience) process.env[AUDIENCE_VARIABLE] = audience;
    await readSite();
    // A build takes a while, so that what can be refused is refused before.
    const hasPrevious = await checkBundleFile(outFile);
    stopOnInterrupt(outFile);
    try {
      await withFolderLock(outFile, async () => {
        const files = await collectFiles(await buildSite(outFile, { base: BASE }));
        showProgress('Compressing …');
        const zip = createBundleZip(files);
        await replaceFile(outFile, zip);
        showProgress('');
        printResult(outFile, files, zip.length);
      });
    } catch (error) {
      showProgress('');
      throw toBuildError(error, outFile, hasPrevious);
    }
  });

async function collectFiles(folder: string): Promise<BundleFiles> {
  const knowledge = createKnowledge(await readPublishedContent());
  const { title, address } = knowledge.site;
  return collectBundleFiles(folder, {
    base: BASE,
    title: toPlainText(title),
    siteAddress: address,
    built: getNow(),
    documents: createSearchDocuments(knowledge),
    onPage: (number, count) => showProgress(`Converting page ${number} of ${count}`),
  });
}

function printResult(outFile: string, files: BundleFiles, size: number): void {
  const pages = [...files.keys()].filter((path) => path.endsWith('.html')).length;
  print(
    `Wrote \`${outFile}\`: ${formatCount(pages, 'page')}, ${formatMegabytes(size)}. Extract it, and open ${BUNDLE_FOLDER}/index.html.\n`,
  );
}

/**
 * Checks that a bundle can be written, and replaces nothing but an earlier bundle.
 *
 * @returns whether there is an earlier bundle
 * @throws a CommandError
 */
async function checkBundleFile(file: string): Promise<boolean> {
  checkOutputFile(file);
  try {
    await access(`${dirname(file)}/.`, constants.W_OK);
  } catch (error) {
    throw toWriteError(error, file);
  }
  const existing = await stat(file).catch(() => undefined);
  if (existing?.isDirectory())
    throw new CommandError(`Cannot write \`${file}\`: it is a folder. Choose the name of a file.`);
  if (!existing?.isFile()) return false;
  if (existing.size > 0 && !isBundleStart(await readStart(file)))
    throw new CommandError(
      `Cannot write \`${file}\`: it exists, and is not a bundle of this site. Choose another name.`,
    );
  return true;
}

async function readStart(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(BUNDLE_START_LENGTH));
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw toReadError(error, path);
  }
}

/** `kb vocab`, `kb vocab rename`, `kb vocab merge` and `kb rename`: care for ids. */
import { existsSync } from 'node:fs';
import { styleText } from 'node:util';
import { Argument, Command, Option } from 'commander';
import { formatTerminalReport } from '../knowledge/check/reporters/terminal.ts';
import { mergeEntries } from '../knowledge/edit/merge-entries.ts';
import { renameEntry } from '../knowledge/edit/rename-entry.ts';
import { type RevisedFile, RevisionError } from '../knowledge/edit/revision.ts';
import { formatVocabularyUsage } from '../knowledge/edit/vocabulary-report.ts';
import { findVocabularyUsage } from '../knowledge/edit/vocabulary-usage.ts';
import { KINDS, type Kind, type Ref, VOCABULARY_FILES } from '../knowledge/schema/kinds.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import type { Content } from '../knowledge/source/content.ts';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { formatFolderPath, getContentFolder, readContent } from '../node/content-folder.ts';
import { reviseFolder } from '../node/revise-folder.ts';

interface Options {
  readonly kind?: Kind;
  readonly dryRun?: boolean;
}

const VOCABULARY_KINDS = Object.keys(VOCABULARY_FILES) as Kind[];

export const vocabCommand = new Command('vocab')
  .description('Shows how services, tags and activities are used, and what should be tidied up.')
  .action(async () => {
    const care = findVocabularyUsage(await readContent());
    process.stdout.write(formatVocabularyUsage(care, (text) => styleText('bold', text)));
  });

vocabCommand.addCommand(
  createRenameCommand('rename', VOCABULARY_KINDS).description(
    'Gives a service, tag or activity another id, in every file.',
  ),
);
vocabCommand.addCommand(
  createChangeCommand('merge', VOCABULARY_KINDS)
    .description('Makes one service, tag or activity of two: what names the first names the second.')
    .addArgument(new Argument('<from>', 'the id that goes'))
    .addArgument(new Argument('<into>', 'the id that stays'))
    .action((from: string, into: string, options: Options) =>
      applyChange(from, VOCABULARY_KINDS, options, (content, ref) => mergeEntries(content, ref, into)),
    ),
);

/** For pages too. */
export const renameCommand = createRenameCommand('rename', KINDS).description(
  'Gives any entry another id: a page, a procedure (note#procedure), a service, a tag. Old addresses keep working.',
);

function createRenameCommand(name: string, kinds: readonly Kind[]): Command {
  return createChangeCommand(name, kinds)
    .addArgument(new Argument('<old>', 'the id that it has'))
    .addArgument(new Argument('<new>', 'the id that it gets'))
    .action((old: string, now: string, options: Options) =>
      applyChange(old, kinds, options, (content, ref) => renameEntry(content, ref, now)),
    );
}

function createChangeCommand(name: string, kinds: readonly Kind[]): Command {
  return new Command(name)
    .addOption(new Option('--kind <kind>', 'which of them, where two kinds have the same id').choices(kinds))
    .option('--dry-run', 'say what would be changed, and change nothing');
}

async function applyChange(
  id: string,
  kinds: readonly Kind[],
  { kind, dryRun = false }: Options,
  revise: (content: Content, ref: Ref) => RevisedFile[],
): Promise<void> {
  const folder = getContentFolder();
  const root = formatFolderPath(folder);
  if (!existsSync(folder)) return printUsageError(`There is no content folder ${folder}.`);
  try {
    const { files, newErrors: broken } = await reviseFolder(
      folder,
      root,
      (content) => revise(content, findRef(content, id, kind ? [kind] : kinds)),
      { dryRun },
    );
    if (broken.length > 0) {
      process.stderr.write(
        `${formatTerminalReport(broken)}\nNothing was changed: it would bring these errors in.\n`,
      );
      process.exitCode = 1;
      return;
    }
    for (const file of files) console.log(describeFile(file, root));
    console.log(`${formatCount(files.length, 'file')} ${dryRun ? 'would be changed' : 'changed'}`);
  } catch (error) {
    if (!(error instanceof RevisionError)) throw error;
    printUsageError(error.message);
  }
}

function printUsageError(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

function findRef(content: Content, id: string, kinds: readonly Kind[]): Ref {
  const found = kinds.filter((kind) => content.has({ kind, id }));
  const [kind, ...more] = found;
  if (kind && more.length === 0) return { kind, id };
  if (kind) throw new RevisionError(`\`${id}\` is a ${found.join(' and a ')}: say which with \`--kind\`.`);
  const suggestion = findNearest(
    id,
    kinds.flatMap((candidate) => content.listIds(candidate)),
  );
  throw new RevisionError(
    `There is no ${kinds.join(' or ')} \`${id}\`.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
  );
}

function describeFile({ path, movedTo, editCount: places }: RevisedFile, root: string): string {
  const moved = movedTo ? ` → ${root}/${movedTo}` : '';
  return `${root}/${path}${moved}${places > 0 ? `  ${formatCount(places, 'place')}` : ''}`;
}

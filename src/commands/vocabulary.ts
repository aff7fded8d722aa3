/** `kb vocab`, `kb vocab rename`, `kb vocab merge` and `kb rename`: keep ids in order. */
import { Argument, Command, Option } from 'commander';
import { formatTerminalReport } from '../knowledge/check/reporters/terminal.ts';
import { mergeEntries } from '../knowledge/edit/merge-entries.ts';
import { renameEntry } from '../knowledge/edit/rename-entry.ts';
import type { RevisedFile } from '../knowledge/edit/revision.ts';
import { formatVocabularyUsage } from '../knowledge/edit/vocabulary-report.ts';
import { findVocabularyUsage } from '../knowledge/edit/vocabulary-usage.ts';
import {
  formatWithArticle,
  KINDS,
  type Kind,
  type Ref,
  VOCABULARY_FILES,
} from '../knowledge/schema/kinds.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import type { Content } from '../knowledge/source/content.ts';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { readCommandContent } from '../node/command-content.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { formatFolderPath, getContentFolder } from '../node/content-files.ts';
import { print, style } from '../node/output.ts';
import { planRevision, reviseFolder } from '../node/revise-folder.ts';

interface Options {
  readonly kind?: Kind;
  readonly dryRun?: boolean;
}

const VOCABULARY_KINDS = Object.keys(VOCABULARY_FILES) as Kind[];

export const vocabCommand = new Command('vocab').action(async () => {
  const { content } = await readCommandContent();
  const usage = findVocabularyUsage(content);
  print(formatVocabularyUsage(usage, (text) => style('bold', text)));
});

vocabCommand.addCommand(
  createRenameCommand('rename', VOCABULARY_KINDS).description(
    'Changes the id of a service, tag, activity or organization in every file.',
  ),
);
vocabCommand.addCommand(
  createChangeCommand('merge', VOCABULARY_KINDS)
    .description(
      'Merges one service, tag, activity or organization into another and updates every reference.',
    )
    .addArgument(new Argument('<from>', 'id to remove'))
    .addArgument(new Argument('<into>', 'id to keep'))
    .action((from: string, into: string, options: Options) =>
      applyChange('merge', from, into, VOCABULARY_KINDS, options),
    ),
);

export const renameCommand = createRenameCommand('rename', KINDS);

function createRenameCommand(name: string, kinds: readonly Kind[]): Command {
  return createChangeCommand(name, kinds)
    .addArgument(new Argument('<old>', 'current id'))
    .addArgument(new Argument('<new>', 'new id'))
    .action((oldId: string, newId: string, options: Options) =>
      applyChange('rename', oldId, newId, kinds, options),
    );
}

function createChangeCommand(name: string, kinds: readonly Kind[]): Command {
  return new Command(name)
    .addOption(
      new Option('--kind <kind>', 'kind of the entry, if entries of two kinds have the same id').choices(
        kinds,
      ),
    )
    .option('--dry-run', 'show what would change, without changing it');
}

/** Each returns the files that change. */
const CHANGES = { rename: renameEntry, merge: mergeEntries };

async function applyChange(
  change: keyof typeof CHANGES,
  from: string,
  to: string,
  kinds: readonly Kind[],
  { kind, dryRun = false }: Options,
): Promise<void> {
  const folder = getContentFolder();
  const root = formatFolderPath(folder);
  const { files, newErrors } = await (dryRun ? planRevision : reviseFolder)(folder, root, {
    title: `${change} \`${from}\` ${change === 'merge' ? 'into' : 'to'} \`${to}\``,
    from,
    to,
    revise: (content) => CHANGES[change](content, findRef(content, from, kind ? [kind] : kinds), to),
  });
  if (newErrors.length > 0) {
    throw new CommandError(
      `${formatTerminalReport(newErrors)}\nNo changes made: this would introduce the errors above.`,
      EXIT_CODES.problems,
    );
  }
  for (const file of files) print(`${describeFile(file, root)}\n`);
  print(`${formatCount(files.length, 'file')} ${dryRun ? 'would be changed' : 'changed'}\n`);
}

const LIST_FORMAT = new Intl.ListFormat('en', { type: 'disjunction' });

function findRef(content: Content, id: string, kinds: readonly Kind[]): Ref {
  const found = kinds.filter((kind) => content.has({ kind, id }));
  const [kind, ...more] = found;
  if (kind && more.length === 0) return { kind, id };
  if (kind)
    throw new CommandError(
      `\`${id}\` is ${found.map(formatWithArticle).join(' and ')}. Add --kind to choose one.`,
    );
  const nearest = findNearest(
    id,
    kinds.flatMap((candidate) => content.listIds(candidate)),
  );
  const advice = nearest ? `Did you mean \`${nearest}\`?` : 'Check the id.';
  const names = kinds === KINDS ? 'entry' : LIST_FORMAT.format(kinds);
  throw new CommandError(`There is no ${names} \`${id}\`. ${advice}`);
}

function describeFile({ path, movedTo, editCount }: RevisedFile, root: string): string {
  const moved = movedTo ? ` → ${root}/${movedTo}` : '';
  return `${root}/${path}${moved}${editCount > 0 ? `  ${formatCount(editCount, 'place')}` : ''}`;
}

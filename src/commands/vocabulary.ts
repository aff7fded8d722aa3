/** `kb vocab`, `kb vocab rename`, `kb vocab merge` and `kb rename`: care for ids. */
import { existsSync } from 'node:fs';
import { styleText } from 'node:util';
import { Argument, Command, Option } from 'commander';
import { reportForTerminal } from '../knowledge/check/reporters/terminal.ts';
import { merge } from '../knowledge/edit/merge.ts';
import { rename } from '../knowledge/edit/rename.ts';
import { Refusal, type RevisedFile } from '../knowledge/edit/revision.ts';
import { careForVocabulary } from '../knowledge/edit/vocabulary-care.ts';
import { reportVocabulary } from '../knowledge/edit/vocabulary-report.ts';
import { KINDS, type Kind, type Ref, VOCABULARY_FILES } from '../knowledge/schema/kinds.ts';
import { count } from '../knowledge/schema/wording.ts';
import type { Content } from '../knowledge/source/content.ts';
import { nearest } from '../knowledge/source/nearest.ts';
import { contentFolder, folderName, readContent } from '../node/content-folder.ts';
import { reviseFolder } from '../node/revise-folder.ts';

interface Options {
  readonly kind?: Kind;
  readonly dryRun?: boolean;
}

const VOCABULARIES = Object.keys(VOCABULARY_FILES) as Kind[];

export const vocabCommand = new Command('vocab')
  .description('Shows how services, tags and activities are used, and what should be tidied up.')
  .action(async () => {
    const care = careForVocabulary(await readContent());
    process.stdout.write(reportVocabulary(care, (text) => styleText('bold', text)));
  });

vocabCommand.addCommand(
  renaming('rename', VOCABULARIES).description('Gives a service, tag or activity another id, in every file.'),
);
vocabCommand.addCommand(
  changing('merge', VOCABULARIES)
    .description('Makes one service, tag or activity of two: what names the first names the second.')
    .addArgument(new Argument('<from>', 'the id that goes'))
    .addArgument(new Argument('<into>', 'the id that stays'))
    .action((from: string, into: string, options: Options) =>
      change(from, VOCABULARIES, options, (content, ref) => merge(content, ref, into)),
    ),
);

/** For pages too. */
export const renameCommand = renaming('rename', KINDS).description(
  'Gives any entry another id: a page, a procedure (note#procedure), a service, a tag. Old addresses keep working.',
);

function renaming(name: string, kinds: readonly Kind[]): Command {
  return changing(name, kinds)
    .addArgument(new Argument('<old>', 'the id that it has'))
    .addArgument(new Argument('<new>', 'the id that it gets'))
    .action((old: string, now: string, options: Options) =>
      change(old, kinds, options, (content, ref) => rename(content, ref, now)),
    );
}

function changing(name: string, kinds: readonly Kind[]): Command {
  return new Command(name)
    .addOption(new Option('--kind <kind>', 'which of them, where two kinds have the same id').choices(kinds))
    .option('--dry-run', 'say what would be changed, and change nothing');
}

async function change(
  id: string,
  kinds: readonly Kind[],
  { kind, dryRun = false }: Options,
  revise: (content: Content, ref: Ref) => RevisedFile[],
): Promise<void> {
  const folder = contentFolder();
  const root = folderName(folder);
  if (!existsSync(folder)) return refuse(`There is no content folder ${folder}.`);
  try {
    const { files, broken } = await reviseFolder(
      folder,
      root,
      (content) => revise(content, refOf(content, id, kind ? [kind] : kinds)),
      { dryRun },
    );
    if (broken.length > 0) {
      process.stderr.write(
        `${reportForTerminal(broken)}\nNothing was changed: it would bring these errors in.\n`,
      );
      process.exitCode = 1;
      return;
    }
    for (const file of files) console.log(describeFile(file, root));
    console.log(`${count(files.length, 'file')} ${dryRun ? 'would be changed' : 'changed'}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(error.message);
  }
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

function refOf(content: Content, id: string, kinds: readonly Kind[]): Ref {
  const found = kinds.filter((kind) => content.has({ kind, id }));
  const [kind, ...more] = found;
  if (kind && more.length === 0) return { kind, id };
  if (kind) throw new Refusal(`\`${id}\` is a ${found.join(' and a ')}: say which with \`--kind\`.`);
  const suggestion = nearest(
    id,
    kinds.flatMap((candidate) => content.idsOf(candidate)),
  );
  throw new Refusal(
    `There is no ${kinds.join(' or ')} \`${id}\`.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
  );
}

function describeFile({ path, movedTo, places }: RevisedFile, root: string): string {
  const moved = movedTo ? ` → ${root}/${movedTo}` : '';
  return `${root}/${path}${moved}${places > 0 ? `  ${count(places, 'place')}` : ''}`;
}

/** `kb checklist planned-reboot --service redis --format pdf`: prints any checklist, in any format, or the binder. */
import { Command, Option } from 'commander';
import { createAllChecklists, keepPrintable } from '../knowledge/checklists/all-checklists.ts';
import { createBinder } from '../knowledge/checklists/binder.ts';
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import { formatChecklistJson } from '../knowledge/checklists/exports/checklist-json.ts';
import { formatChecklistMarkdown } from '../knowledge/checklists/exports/checklist-markdown.ts';
import { formatChecklistText } from '../knowledge/checklists/exports/checklist-text.ts';
import {
  findChecklist,
  ShortChecklistError,
  UnknownChecklistError,
} from '../knowledge/checklists/find-checklist.ts';
import { PAPERS, type PaperName } from '../knowledge/checklists/print/paper.ts';
import type { Knowledge } from '../knowledge/graph/knowledge.ts';
import { toPlainText } from '../knowledge/source/inline/plain-text.ts';
import { getToday } from '../node/clock.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { readKnowledge } from '../node/knowledge-folder.ts';
import { print, printBytes, printMessage } from '../node/output.ts';
import { checkOutputFile } from '../node/output-places.ts';
import { replaceFile } from '../node/write-file.ts';

interface Options {
  readonly service?: readonly string[];
  readonly tag?: readonly string[];
  readonly organization?: string;
  readonly format: 'txt' | 'md' | 'json' | 'pdf';
  readonly paper?: PaperName;
  readonly explain?: true;
  readonly binder?: true;
  readonly list?: true;
  readonly out?: string;
}

export const checklistCommand = new Command('checklist')
  .argument('[name]', 'an activity, a procedure, or the id of a checklist such as services/redis')
  .option('-s, --service <id>', 'only items for this service; repeatable', collectValues)
  .option('-t, --tag <id>', 'only items for this recurring issue; repeatable', collectValues)
  .option('--organization <id>', 'the organization that the list is for (default: the home, or all)')
  .addOption(
    new Option('-f, --format <format>', 'output format').choices(['txt', 'md', 'json', 'pdf']).default('txt'),
  )
  .addOption(
    new Option('-p, --paper <size>', 'paper size of the PDF (default: from site.yaml)').choices(
      Object.keys(PAPERS),
    ),
  )
  .option('-o, --out <file>', 'write to a file instead of standard output')
  .option('--explain', 'list on standard error the items that were omitted, merged or cut, and why')
  .option(
    '--binder',
    'print emergency procedures and activities as one PDF, to keep for when the network is down',
  )
  .option('--list', 'print the ids of all checklists')
  .action(async (name: string | undefined, options: Options) => {
    const wantsPdf = options.binder || (options.format === 'pdf' && !options.list);
    if (wantsPdf && !options.out && process.stdout.isTTY) {
      throw new CommandError('A terminal cannot show a PDF. Add --out <file>, or pipe the output.');
    }
    if (options.out) checkOutputFile(options.out);
    const knowledge = await readKnowledge();
    const today = getToday();
    if (options.list) {
      const lists = keepPrintable(createAllChecklists(knowledge, today)).flatMap((group) => group.lists);
      await writeOutput(lists.map(({ id, title }) => `${id}\t${toPlainText(title)}\n`).join(''), options.out);
    } else if (options.binder) {
      await writeOutput(await createBinderFile(knowledge, today, options.paper), options.out);
    } else {
      const checklist = findRequestedChecklist(knowledge, name, options, today);
      if (options.explain) printMessage(formatExplanation(checklist));
      if (checklist.blocks.length === 0) process.exitCode = EXIT_CODES.problems;
      await writeOutput(await formatChecklist(checklist, options, knowledge), options.out);
    }
  });

function findRequestedChecklist(
  knowledge: Knowledge,
  name: string | undefined,
  { service = [], tag = [], organization }: Options,
  today: string,
): Checklist {
  try {
    return findChecklist(knowledge, { name, services: service, tags: tag, organization }, today);
  } catch (error) {
    if (error instanceof ShortChecklistError) throw new CommandError(error.message, EXIT_CODES.problems);
    if (!(error instanceof UnknownChecklistError)) throw error;
    throw new CommandError(`${error.message}. To list all, run \`npm run kb -- checklist --list\`.`);
  }
}

async function formatChecklist(checklist: Checklist, { format, paper }: Options, knowledge: Knowledge) {
  if (format === 'md') return formatChecklistMarkdown(checklist);
  if (format === 'json') return formatChecklistJson(checklist);
  if (format === 'pdf') {
    const { createChecklistPdf, loadPdfFonts } = await loadPdfModules();
    return createChecklistPdf(checklist, paper ?? knowledge.site.paper, await loadPdfFonts());
  }
  return formatChecklistText(checklist);
}

async function createBinderFile(knowledge: Knowledge, today: string, paper: PaperName | undefined) {
  const { createBinderPdf, loadPdfFonts } = await loadPdfModules();
  const groups = createAllChecklists(knowledge, today);
  return createBinderPdf(
    createBinder(knowledge, groups),
    paper ?? knowledge.site.paper,
    await loadPdfFonts(),
  );
}

/** Loaded only for a PDF, so that text is quick. */
async function loadPdfModules() {
  const [checklist, binder, fonts] = await Promise.all([
    import('../pdf/checklist-pdf.ts'),
    import('../pdf/binder-pdf.ts'),
    import('../pdf/pdf-fonts.ts'),
  ]);
  return { ...checklist, ...binder, ...fonts };
}

function formatExplanation({ title, explanation, omitted }: Checklist): string {
  return [
    `${toPlainText(title)}: how this checklist was made`,
    ...explanation.map(({ sentence }) => `- ${toPlainText(sentence)}`),
    ...omitted.map(({ text, why }) => `- ${toPlainText(`Not on this list: “${text}”. ${why}.`)}`),
    '',
  ].join('\n');
}

async function writeOutput(output: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file) await replaceFile(file, output);
  else if (typeof output === 'string') print(output);
  else printBytes(output);
}

function collectValues(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

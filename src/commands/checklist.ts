/** `kb checklist planned-reboot --service redis --format pdf`: any list, in any format; or all of them as a binder. */
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { createAllChecklists } from '../knowledge/checklists/all-checklists.ts';
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import { formatChecklistJson } from '../knowledge/checklists/exports/checklist-json.ts';
import { formatChecklistMarkdown } from '../knowledge/checklists/exports/checklist-markdown.ts';
import { formatChecklistText } from '../knowledge/checklists/exports/checklist-text.ts';
import { findChecklist, UnknownChecklistError } from '../knowledge/checklists/find-checklist.ts';
import { PAPERS, type PaperName } from '../knowledge/checklists/print/paper.ts';
import type { Knowledge } from '../knowledge/graph/knowledge.ts';
import { getToday } from '../node/clock.ts';
import { readKnowledge } from '../node/knowledge-folder.ts';

interface Options {
  readonly service: string[];
  readonly tag: string[];
  readonly format: 'txt' | 'md' | 'json' | 'pdf';
  readonly paper?: PaperName;
  readonly explain?: true;
  readonly binder?: true;
  readonly list?: true;
  readonly out?: string;
}

export const checklistCommand = new Command('checklist')
  .description('Prints a checklist made of lessons and procedures. Exits 1 where no check fits.')
  .argument('[name]', 'an activity, a procedure, or the id of a list such as services/redis')
  .option('-s, --service <id>', 'only what concerns this service; may be repeated', collectValues, [])
  .option('-t, --tag <id>', 'only what answers this recurring issue; may be repeated', collectValues, [])
  .addOption(
    new Option('-f, --format <format>', 'of the list').choices(['txt', 'md', 'json', 'pdf']).default('txt'),
  )
  .addOption(
    new Option('-p, --paper <size>', "of the PDF; left out, the site's").choices(Object.keys(PAPERS)),
  )
  .option('-o, --out <file>', 'write to a file instead of the standard output')
  .option('--explain', 'say what was left out, merged or cut, and why, on the standard error')
  .option('--binder', 'all lists as one PDF, with a table of contents')
  .option('--list', 'print the ids of all lists')
  .action(async (name: string | undefined, options: Options, command: Command) => {
    const wantsPdf = options.binder || (options.format === 'pdf' && !options.list);
    if (wantsPdf && !options.out && process.stdout.isTTY) {
      command.error('Unexpected PDF on a terminal, expected --out <file> or a pipe');
    }
    const knowledge = await readKnowledge();
    const day = getToday();
    if (options.list) {
      const lists = createAllChecklists(knowledge, day).flatMap((group) => group.lists);
      await writeOutput(lists.map(({ id, title }) => `${id}\t${title}\n`).join(''), options.out);
    } else if (options.binder) {
      await writeOutput(await createBinder(knowledge, day, options.paper), options.out);
    } else {
      const checklist = findRequestedChecklist(knowledge, name, options, day, command);
      if (options.explain) process.stderr.write(formatExplanation(checklist));
      if (checklist.blocks.length === 0) process.exitCode = 1;
      await writeOutput(await formatChecklist(checklist, options, knowledge), options.out);
    }
  });

function findRequestedChecklist(
  knowledge: Knowledge,
  name: string | undefined,
  { service, tag }: Options,
  day: string,
  command: Command,
): Checklist {
  try {
    return findChecklist(knowledge, { name, services: service, tags: tag }, day);
  } catch (error) {
    if (error instanceof UnknownChecklistError) command.error(error.message);
    throw error;
  }
}

async function formatChecklist(checklist: Checklist, { format, paper }: Options, knowledge: Knowledge) {
  if (format === 'md') return formatChecklistMarkdown(checklist);
  if (format === 'json') return formatChecklistJson(checklist);
  if (format === 'pdf') {
    const { createChecklistPdf: checklistPdf, loadPdfFonts: pdfFonts } = await loadPdfModules();
    return checklistPdf(checklist, paper ?? knowledge.site.paper, await pdfFonts());
  }
  return formatChecklistText(checklist);
}

async function createBinder(knowledge: Knowledge, day: string, paper: PaperName | undefined) {
  const { createBinderPdf: binderPdf, loadPdfFonts: pdfFonts } = await loadPdfModules();
  const groups = createAllChecklists(knowledge, day);
  return binderPdf(knowledge.site.title, groups, paper ?? knowledge.site.paper, await pdfFonts());
}

/** Loaded when a PDF is asked for: text has to be quick. */
async function loadPdfModules() {
  const [list, binding, fonts] = await Promise.all([
    import('../pdf/checklist-pdf.ts'),
    import('../pdf/binder-pdf.ts'),
    import('../pdf/pdf-fonts.ts'),
  ]);
  return { ...list, ...binding, ...fonts };
}

function formatExplanation({ title, explanation }: Checklist): string {
  return [`${title}: how it was made`, ...explanation.map(({ sentence }) => `- ${sentence}`), ''].join('\n');
}

async function writeOutput(output: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file) await writeFile(file, output);
  else process.stdout.write(output);
}

function collectValues(value: string, before: string[]): string[] {
  return [...before, value];
}

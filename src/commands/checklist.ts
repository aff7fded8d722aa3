/** `kb checklist planned-reboot --service redis --format pdf`: any list, in any format; or all of them as a binder. */
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { allChecklists } from '../knowledge/checklists/all.ts';
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import { checklistJson } from '../knowledge/checklists/exports/json.ts';
import { checklistMarkdown } from '../knowledge/checklists/exports/markdown.ts';
import { checklistText } from '../knowledge/checklists/exports/text.ts';
import { findChecklist, UnknownListError } from '../knowledge/checklists/find.ts';
import { PAPERS, type PaperName } from '../knowledge/checklists/print/paper.ts';
import type { Knowledge } from '../knowledge/graph/knowledge.ts';
import { readKnowledge } from '../node/knowledge-folder.ts';
import { today } from '../node/today.ts';

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
  .option('-s, --service <id>', 'only what concerns this service; may be repeated', collect, [])
  .option('-t, --tag <id>', 'only what answers this recurring issue; may be repeated', collect, [])
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
    const day = today();
    if (options.list) {
      const lists = allChecklists(knowledge, day).flatMap((group) => group.lists);
      await write(lists.map(({ id, title }) => `${id}\t${title}\n`).join(''), options.out);
    } else if (options.binder) {
      await write(await binder(knowledge, day, options.paper), options.out);
    } else {
      const checklist = find(knowledge, name, options, day, command);
      if (options.explain) process.stderr.write(explained(checklist));
      if (checklist.blocks.length === 0) process.exitCode = 1;
      await write(await formatted(checklist, options, knowledge), options.out);
    }
  });

function find(
  knowledge: Knowledge,
  name: string | undefined,
  { service, tag }: Options,
  day: string,
  command: Command,
): Checklist {
  try {
    return findChecklist(knowledge, { name, services: service, tags: tag }, day);
  } catch (error) {
    if (error instanceof UnknownListError) command.error(error.message);
    throw error;
  }
}

async function formatted(checklist: Checklist, { format, paper }: Options, knowledge: Knowledge) {
  if (format === 'md') return checklistMarkdown(checklist);
  if (format === 'json') return checklistJson(checklist);
  if (format === 'pdf') {
    const { checklistPdf, pdfFonts } = await pdfParts();
    return checklistPdf(checklist, paper ?? knowledge.site.paper, await pdfFonts());
  }
  return checklistText(checklist);
}

async function binder(knowledge: Knowledge, day: string, paper: PaperName | undefined) {
  const { binderPdf, pdfFonts } = await pdfParts();
  const groups = allChecklists(knowledge, day);
  return binderPdf(knowledge.site.title, groups, paper ?? knowledge.site.paper, await pdfFonts());
}

/** Loaded when a PDF is asked for: text has to be quick. */
async function pdfParts() {
  const [list, binding, fonts] = await Promise.all([
    import('../pdf/checklist-pdf.ts'),
    import('../pdf/binder-pdf.ts'),
    import('../pdf/fonts.ts'),
  ]);
  return { ...list, ...binding, ...fonts };
}

function explained({ title, explanation }: Checklist): string {
  return [`${title}: how it was made`, ...explanation.map(({ sentence }) => `- ${sentence}`), ''].join('\n');
}

async function write(output: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file) await writeFile(file, output);
  else process.stdout.write(output);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

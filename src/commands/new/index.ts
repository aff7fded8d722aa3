/** `kb new postmortem|note|lesson`: begins a page by asking what is missing, or by flags alone. */
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { IMPORT_FORMATS } from '../../knowledge/import/import-formats.ts';
import { isRepeatable, QUESTIONS, type Question } from '../../knowledge/new/questions.ts';
import { getDescription, getSchemaAt } from '../../knowledge/schema/inspect-schema.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../../knowledge/source/document-file.ts';
import { getContentFolder } from '../../node/content-folder.ts';
import { createPage } from './create-page.ts';

const KIND_DESCRIPTIONS: Readonly<Record<DocumentKind, string>> = {
  postmortem: 'The record of an incident, a planned maintenance, a near miss or a drill.',
  note: 'How a system works, where to look, and what to do.',
  lesson: 'One durable statement, with its reason and its checks.',
};

const VALUE_NAMES: Readonly<Record<Question['type'], string>> = {
  text: 'text',
  lines: 'text',
  time: 'time',
  choice: 'value',
  ids: 'id',
  attempts: 'text',
};

export const newCommand = new Command('new').description(
  'Begins a page: asks what is missing on a terminal, and marks what is still to be written.',
);
for (const kind of Object.keys(KIND_DESCRIPTIONS) as DocumentKind[])
  newCommand.addCommand(createKindCommand(kind));

function createKindCommand(kind: DocumentKind): Command {
  const command = new Command(kind).description(KIND_DESCRIPTIONS[kind]);
  for (const question of QUESTIONS[kind]) command.addOption(createOption(question, kind));
  command
    .option('--id <id>', 'the name of the file, which is its address for ever')
    .option('--dry-run', 'print the file, and write nothing');
  if (kind !== 'lesson') {
    command
      .option('--from <file>', 'begin with what is there already: a text, a mail, Markdown, HTML, JSON')
      .addOption(
        new Option('--format <name>', 'what that file is, where its ending does not tell').choices(
          IMPORT_FORMATS.map(({ name }) => name),
        ),
      );
  }
  return command.action(async (options: Record<string, string | string[] | true>) => {
    if (!existsSync(getContentFolder())) {
      process.stderr.write(`There is no content folder ${getContentFolder()}.\n`);
      process.exitCode = 2;
      return;
    }
    const { id, dryRun, from, format, ...flags } = options;
    process.exitCode = await createPage(kind, {
      flags: new Map(Object.entries(flags).map(([flag, value]) => [flag, [value].flat().map(String)])),
      id: id as string | undefined,
      isDryRun: dryRun === true,
      from: from as string | undefined,
      format: format as string | undefined,
    });
  });
}

function createOption(question: Question, kind: DocumentKind): Option {
  const description = getDescription(getSchemaAt(DOCUMENT_SCHEMAS[kind], question.path)) ?? '';
  const hints = [
    ...(question.required ? ['needed'] : []),
    ...(isRepeatable(question) ? ['may be repeated'] : []),
    ...(question.type === 'attempts' ? ['begin it with yes:, partly:, no: or harmful:'] : []),
  ];
  const about = description.replace(/\.$/, '');
  const option = new Option(
    `--${question.flag} <${VALUE_NAMES[question.type]}>`,
    hints.length > 0 ? `${about} (${hints.join('; ')})` : about,
  );
  if (isRepeatable(question))
    option.argParser((value: string, before?: string[]) => [...(before ?? []), value]);
  return option;
}

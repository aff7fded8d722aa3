/** `kb new postmortem|note|lesson`: creates a page from your answers and options. */
import { Command, Option } from 'commander';
import { IMPORT_FORMATS } from '../../knowledge/import/import-formats.ts';
import { isRepeatable, type Question } from '../../knowledge/new/question.ts';
import { QUESTIONS } from '../../knowledge/new/questions.ts';
import { getDescription, getSchemaAt } from '../../knowledge/schema/inspect-schema.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../../knowledge/source/document-file.ts';
import { createPage } from './create-page.ts';

const KIND_DESCRIPTIONS: Readonly<Record<DocumentKind, string>> = {
  postmortem: 'The record of an incident, planned maintenance, a near miss or a drill.',
  note: 'How a system works, where to look, and what to do.',
  lesson: 'One durable statement, with its reason and its checks.',
};

const VALUE_NAMES: Readonly<Record<Question['type'], string>> = {
  text: 'text',
  lines: 'text',
  time: 'time',
  choice: 'value',
  id: 'id',
  ids: 'id',
  attempts: 'text',
};

export const newCommand = new Command('new');
for (const kind of Object.keys(KIND_DESCRIPTIONS) as DocumentKind[])
  newCommand.addCommand(createKindCommand(kind));

function createKindCommand(kind: DocumentKind): Command {
  const command = new Command(kind).description(KIND_DESCRIPTIONS[kind]);
  const answerOptions = QUESTIONS[kind].map(
    (question) => [question.flag, createOption(question, kind)] as const,
  );
  for (const [, option] of answerOptions) command.addOption(option);
  command
    .option('--id <id>', "file name, which is the page's permanent address")
    .option('--dry-run', 'print the file instead of writing it');
  if (kind !== 'lesson') {
    command
      .option('--from <file>', 'start from an existing file: text, mail, Markdown, HTML, Word, PDF or JSON')
      .addOption(
        new Option('--format <format>', 'format of that file, if its content does not show it').choices(
          IMPORT_FORMATS.map(({ name }) => name),
        ),
      );
  }
  return command.action(async (options: Record<string, string | string[] | true>) => {
    const { id, dryRun, from, format } = options;
    const flags = answerOptions.flatMap(([flag, option]) => {
      const value = options[option.attributeName()];
      return value === undefined ? [] : [[flag, [value].flat().map(String)] as const];
    });
    await createPage(kind, {
      flags: new Map(flags),
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
    ...(question.required ? ['required'] : []),
    ...(isRepeatable(question) ? ['repeatable'] : []),
    ...(question.type === 'attempts' ? ['start it with yes:, partly:, no: or harmful:'] : []),
  ];
  const sentence = description.replace(/\.$/, '');
  const option = new Option(
    `--${question.flag} <${VALUE_NAMES[question.type]}>`,
    hints.length > 0 ? `${sentence} (${hints.join('; ')})` : sentence,
  );
  if (isRepeatable(question))
    option.argParser((value: string, before?: string[]) => [...(before ?? []), value]);
  return option;
}

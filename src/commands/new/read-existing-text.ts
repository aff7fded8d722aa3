/** Reads the text that a new page starts from. */
import { findImportFormat, guessFormat, type ImportFormat } from '../../knowledge/import/import-formats.ts';
import { type SourceDocument, UnreadableSourceError } from '../../knowledge/import/source-document.ts';
import { type ExistingText, toExistingText } from '../../knowledge/new/existing-text.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { CommandError } from '../../node/command-error.ts';
import { readSourceFile } from '../../node/read-file.ts';

export interface SourceOptions {
  readonly from: string | undefined;
  readonly format: string | undefined;
}

/**
 * @returns undefined if there is no `--from`
 * @throws a CommandError if the file cannot be read
 */
export async function readExistingText(
  { from, format: formatName }: SourceOptions,
  kind: DocumentKind,
  content: Content,
): Promise<ExistingText | undefined> {
  if (from === undefined || kind === 'lesson') return undefined;
  const format = formatName === undefined ? guessFormat(from) : findImportFormat(formatName);
  if (!format) throw new CommandError(`The name of \`${from}\` does not show its format. Add \`--format\`.`);
  const [document, ...more] = await readDocuments(format, from);
  if (!document) throw new CommandError(`\`${from}\` contains no text. Check the file and its format.`);
  if (more.length > 0) {
    throw new CommandError(
      `\`${from}\` contains ${more.length + 1} texts, expected one. Import them all with \`npm run kb -- import\`.`,
    );
  }
  return toExistingText(document, kind, content);
}

async function readDocuments(format: ImportFormat, path: string): Promise<readonly SourceDocument[]> {
  try {
    return await format.read(await readSourceFile(path));
  } catch (error) {
    if (!(error instanceof UnreadableSourceError || error instanceof SyntaxError)) throw error;
    throw new CommandError(`\`${path}\` is not in the format ${format.name}: ${error.message}`);
  }
}

/** Reads the text that a new page starts from. */
import { guessFormats } from '../../knowledge/import/guess-format.ts';
import { IMPORT_FORMATS } from '../../knowledge/import/import-formats.ts';
import { describeImportFailure, readDocuments } from '../../knowledge/import/read-documents.ts';
import { SourceSample } from '../../knowledge/import/source-sample.ts';
import { type ExistingText, toExistingText } from '../../knowledge/new/existing-text.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { CommandError } from '../../node/command-error.ts';
import { readSourceFile } from '../../node/read-file.ts';
import { readInThread } from '../../node/read-in-thread.ts';

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
  const file = await readSourceFile(from);
  const [format, ...others] =
    formatName === undefined
      ? guessFormats(new SourceSample(file.path, file.bytes))
      : IMPORT_FORMATS.filter(({ name }) => name === formatName);
  if (!format || others.length > 0)
    throw new CommandError(`Cannot tell the format of \`${from}\`. Add \`--format\`.`);
  try {
    const [document, ...more] = format.needsThread
      ? await readInThread({ format: format.name, ...file })
      : await readDocuments(format, file);
    if (!document) throw new CommandError(`\`${from}\` contains no text. Check the file and its format.`);
    if (more.length > 0) {
      throw new CommandError(
        `\`${from}\` contains ${more.length + 1} texts, expected one. Import them all with \`npm run kb -- import\`.`,
      );
    }
    return toExistingText(document, kind, content);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`Cannot use \`${from}\` as ${format.name}. ${describeImportFailure(error)}.`);
  }
}

/** What is there already, for a new page to begin with. */

import { findImportFormat, guessFormat, type ImportFormat } from '../../knowledge/import/import-formats.ts';
import { type SourceDocument, UnreadableSourceError } from '../../knowledge/import/source-document.ts';
import { type ExistingText, toExistingText } from '../../knowledge/new/existing-text.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { readSourceFile } from '../../node/source-file.ts';
import { CommandError } from '../command-error.ts';

export interface SourceOptions {
  readonly from: string | undefined;
  readonly format: string | undefined;
}

/**
 * @returns undefined where there is none
 * @throws Ended where it cannot be read
 */
export async function readExistingText(
  { from, format: name }: SourceOptions,
  kind: DocumentKind,
  content: Content,
): Promise<ExistingText | undefined> {
  if (from === undefined || kind === 'lesson') return undefined;
  const format = name === undefined ? guessFormat(from) : findImportFormat(name);
  if (!format) throw createUsageError(`\`${from}\` may be of several formats: say which with \`--format\`.`);
  const [source, ...more] = await readWithFormat(format, from);
  if (!source) throw createUsageError(`\`${from}\` holds nothing to begin with.`);
  if (more.length > 0) {
    throw createUsageError(
      `\`${from}\` holds ${more.length + 1} texts, expected one: \`npm run kb -- import\` takes them all.`,
    );
  }
  return toExistingText(source, kind, content);
}

async function readWithFormat(format: ImportFormat, path: string): Promise<readonly SourceDocument[]> {
  try {
    return await format.read(await readSourceFile(path));
  } catch (error) {
    if (error instanceof UnreadableSourceError || error instanceof SyntaxError) {
      throw createUsageError(`\`${path}\` is not of the format ${format.name}: ${error.message}`);
    }
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw createUsageError(`\`${path}\` cannot be read (${error.code}), expected a file.`);
  }
}

function createUsageError(message: string): CommandError {
  return new CommandError(message, 2);
}

/** What is there already, for a new page to begin with. */

import { type Foreign, UnreadableSource } from '../../knowledge/import/foreign.ts';
import { type ImportFormat, importFormatNamed, likelyFormat } from '../../knowledge/import/formats.ts';
import { type Taken, takenFrom } from '../../knowledge/new/taken-text.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { readForeignFile } from '../../node/foreign-file.ts';
import { Ended } from '../command-error.ts';

export interface SourceOptions {
  readonly from: string | undefined;
  readonly format: string | undefined;
}

/**
 * @returns undefined where there is none
 * @throws Ended where it cannot be read
 */
export async function readSource(
  { from, format: name }: SourceOptions,
  kind: DocumentKind,
  content: Content,
): Promise<Taken | undefined> {
  if (from === undefined || kind === 'lesson') return undefined;
  const format = name === undefined ? likelyFormat(from) : importFormatNamed(name);
  if (!format) throw refused(`\`${from}\` may be of several formats: say which with \`--format\`.`);
  const [source, ...more] = await readAs(format, from);
  if (!source) throw refused(`\`${from}\` holds nothing to begin with.`);
  if (more.length > 0) {
    throw refused(
      `\`${from}\` holds ${more.length + 1} texts, expected one: \`npm run kb -- import\` takes them all.`,
    );
  }
  return takenFrom(source, kind, content);
}

async function readAs(format: ImportFormat, path: string): Promise<readonly Foreign[]> {
  try {
    return await format.read(await readForeignFile(path));
  } catch (error) {
    if (error instanceof UnreadableSource || error instanceof SyntaxError) {
      throw refused(`\`${path}\` is not of the format ${format.name}: ${error.message}`);
    }
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw refused(`\`${path}\` cannot be read (${error.code}), expected a file.`);
  }
}

function refused(message: string): Ended {
  return new Ended(message, 2);
}

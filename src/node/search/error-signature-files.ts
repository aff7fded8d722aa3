/** Reads the table of known errors from its files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type ErrorFamilies,
  type ErrorSignature,
  familiesSchema,
  signaturesSchema,
} from '../../knowledge/search/errors/error-signature.ts';
import { decodeErrorTable, encodeErrorTable } from '../../knowledge/search/errors/error-table.ts';
import { encodeWordSet } from '../../knowledge/search/word-set.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'knowledge', 'search', 'errors');
const FAMILIES_FILE = 'families.yaml';

/** @throws if a file is not in its schema */
export async function readErrorSignatures(): Promise<{
  families: ErrorFamilies;
  signatures: ErrorSignature[];
}> {
  const read = async (name: string): Promise<unknown> => parse(await readFile(join(FOLDER, name), 'utf8'));
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml') && name !== FAMILIES_FILE);
  const lists = await Promise.all(names.sort().map(async (name) => signaturesSchema.parse(await read(name))));
  return { families: familiesSchema.parse(await read(FAMILIES_FILE)), signatures: lists.flat() };
}

/** Returns the table as browsers load it. */
export async function createErrorTableFile(): Promise<string> {
  const { families, signatures } = await readErrorSignatures();
  return encodeErrorTable(families, signatures);
}

/** Returns the hints of the table, for the lexicon. */
export async function createErrorHints(): Promise<string> {
  return encodeWordSet(decodeErrorTable(await createErrorTableFile()).listHints());
}

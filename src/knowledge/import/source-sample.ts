/** The name and the content of a file, in the forms that formats need to recognise it. */
import { ARCHIVE_SIGNATURE, openArchive } from './archive/open-archive.ts';
import { decodeText } from './decode-text.ts';
import { UnreadableSourceError } from './source-document.ts';

/** Each form is made when a format first asks for it, and once. */
export class SourceSample {
  /** Its path as it is named in messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  #text: { readonly value?: string; readonly error?: string } | undefined;
  #json: { readonly value: unknown } | undefined;
  #archivePaths: readonly string[] | undefined;

  constructor(path: string, bytes: Uint8Array) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Its decoded text; undefined if it is not text. */
  get text(): string | undefined {
    this.#text ??= decode(this.bytes);
    return this.#text.value;
  }

  /** Returns why it is not text; undefined if it is. */
  get textError(): string | undefined {
    this.#text ??= decode(this.bytes);
    return this.#text.error;
  }

  /** Its value, if it is JSON; otherwise undefined. */
  get json(): unknown {
    this.#json ??= { value: parse(this.text) };
    return this.#json.value;
  }

  /** The paths of the files in it, if it is a ZIP archive that can be read; otherwise none. */
  get archivePaths(): readonly string[] {
    this.#archivePaths ??= this.startsWith(ARCHIVE_SIGNATURE) ? listPaths(this.bytes) : [];
    return this.#archivePaths;
  }

  /** Returns whether its bytes start with these, given as one character for each. */
  startsWith(signature: string): boolean {
    return [...signature].every((letter, at) => this.bytes[at] === letter.charCodeAt(0));
  }
}

function decode(bytes: Uint8Array): { readonly value?: string; readonly error?: string } {
  try {
    return { value: decodeText(bytes).text.replace(/^\uFEFF/, '') };
  } catch (error) {
    if (error instanceof UnreadableSourceError) return { error: error.message };
    throw error;
  }
}

function parse(text: string | undefined): unknown {
  if (text === undefined || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listPaths(bytes: Uint8Array): readonly string[] {
  try {
    return openArchive(bytes).map(({ path }) => path);
  } catch {
    return [];
  }
}

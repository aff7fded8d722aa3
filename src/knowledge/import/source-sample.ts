/** The name and the content of a file, in the forms that formats need to recognise it. */
import { decodeText } from './decode-text.ts';

/** Each form is made when a format first asks for it, and once. */
export class SourceSample {
  /** Its path as it is named in messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  #text: { readonly value: string | undefined } | undefined;
  #json: { readonly value: unknown } | undefined;

  constructor(path: string, bytes: Uint8Array) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Its decoded text; undefined if it is not text. */
  get text(): string | undefined {
    this.#text ??= { value: decode(this.bytes) };
    return this.#text.value;
  }

  /** Its value, if it is JSON; otherwise undefined. */
  get json(): unknown {
    this.#json ??= { value: parse(this.text) };
    return this.#json.value;
  }

  /** Returns whether its bytes start with these, given as one character for each. */
  startsWith(signature: string): boolean {
    return [...signature].every((letter, at) => this.bytes[at] === letter.charCodeAt(0));
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes).text.replace(/^\uFEFF/, '');
  } catch {
    return undefined;
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

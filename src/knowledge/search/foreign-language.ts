/** The words of operations in another language, and the English words that postmortems use for them. */
import { listLetters } from './cjk.ts';
import { normalizeText, tokenize } from './tokens.ts';

/** The source of a language, in a file of its own below `foreign/`. */
export interface ForeignWords {
  /** ISO 639-1. */
  readonly code: string;
  /** Articles, pronouns and other words without meaning for a search, separated by white space. */
  readonly functionWords: string;
  /** One concept per line: `English, other English words = forms`. `*` at the end of a form stands for any ending. */
  readonly entries: string;
}

export interface ForeignMatch {
  /** The number of words, or of letters in a language without spaces. */
  readonly length: number;
  /** English words, the most usual first. */
  readonly names: readonly string[];
}

const MAX_ENDING = 6;

export class ForeignLanguage {
  readonly code: string;
  readonly #functionWords: ReadonlySet<string>;
  /** The names by the form in normalized words, or letters. */
  readonly #forms = new Map<string, readonly string[]>();
  readonly #stems = new Map<string, readonly string[]>();
  #maxLength = 1;

  constructor({ code, functionWords, entries }: ForeignWords) {
    this.code = code;
    this.#functionWords = new Set(functionWords.split(/\s+/).filter(Boolean).map(normalizeText));
    for (const { names, forms } of parseEntries(entries)) for (const form of forms) this.#add(form, names);
  }

  #add(form: string, names: readonly string[]): void {
    const isStem = form.endsWith('*');
    const { key, length } = toKey(isStem ? form.slice(0, -1) : form);
    const table = isStem ? this.#stems : this.#forms;
    if (!table.has(key)) table.set(key, names);
    this.#maxLength = Math.max(this.#maxLength, length);
  }

  isFunctionWord(word: string): boolean {
    return this.#functionWords.has(word);
  }

  /** Finds the longest entry that starts at one of the normalized words. */
  findAt(words: readonly string[], at: number): ForeignMatch | undefined {
    for (let length = Math.min(this.#maxLength, words.length - at); length > 0; length--) {
      const names = this.#findWords(words.slice(at, at + length).join(' '));
      if (names) return { length, names };
    }
    return undefined;
  }

  /** Finds the longest entry at a letter of a run without spaces. */
  findInRun(letters: readonly string[], at: number): ForeignMatch | undefined {
    for (let length = Math.min(this.#maxLength, letters.length - at); length > 0; length--) {
      const names = this.#forms.get(letters.slice(at, at + length).join(''));
      if (names) return { length, names };
    }
    return undefined;
  }

  #findWords(key: string): readonly string[] | undefined {
    return this.#findForm(key) ?? this.#findForm(key.replace(/([aou])e/g, '$1')) ?? this.#findCompound(key);
  }

  #findForm(key: string): readonly string[] | undefined {
    const names = this.#forms.get(key);
    if (names) return names;
    const lastWord = key.length - key.lastIndexOf(' ') - 1;
    for (let ending = 0; ending <= Math.min(MAX_ENDING, lastWord - 1); ending++) {
      const stemNames = this.#stems.get(key.slice(0, key.length - ending));
      if (stemNames) return stemNames;
    }
    return undefined;
  }

  /** Splits a German compound into two entries: `Netzwerkausfall`, `Datenbankserver`. */
  #findCompound(word: string): readonly string[] | undefined {
    if (this.code !== 'de' || word.includes(' ') || word.length > MAX_COMPOUND_LENGTH) return undefined;
    for (let at = word.length - 4; at >= 4; at--) {
      const second = this.#findForm(word.slice(at));
      const first =
        this.#findForm(word.slice(0, at)) ?? this.#findForm(word.slice(0, at).replace(/(?:e[ns]|[ns])$/, ''));
      if (first?.[0] !== undefined && second?.[0] !== undefined)
        return [`${first[0]} ${second[0]}`, first[0], second[0]];
    }
    return undefined;
  }
}

/** The longest German words in use have some 40 letters. */
const MAX_COMPOUND_LENGTH = 60;

/** Returns the form as it is looked up, and its number of words or letters. */
function toKey(form: string): { key: string; length: number } {
  const tokens = tokenize(form);
  if (tokens.some(({ isCjk }) => isCjk)) {
    const letters = listLetters(normalizeText(form));
    return { key: letters.join(''), length: letters.length };
  }
  const words = tokens.flatMap(({ parts }) => parts);
  return { key: words.join(' '), length: words.length };
}

function parseEntries(entries: string): { names: string[]; forms: string[] }[] {
  return entries
    .trim()
    .split('\n')
    .map((line) => {
      const [names = '', forms = ''] = line.split(' = ');
      return { names: names.split(', '), forms: forms.split(', ') };
    });
}

/** Encodes several languages as one text, in which each list of English words is written once. */
export function encodeLanguages(languages: readonly ForeignWords[]): string {
  const formsByNames = new Map<string, string[]>();
  for (const [index, { entries }] of languages.entries()) {
    for (const { names, forms } of parseEntries(entries)) {
      const key = names.join(', ');
      const row = formsByNames.get(key) ?? languages.map(() => '');
      row[index] = forms.join(', ');
      formsByNames.set(key, row);
    }
  }
  return JSON.stringify({
    languages: languages.map(({ code, functionWords }) => [
      code,
      functionWords.split(/\s+/).filter(Boolean).join(' '),
    ]),
    entries: [...formsByNames].map(([names, forms]) => [names, ...forms].join('|')).join('\n'),
  } satisfies LanguagesFile);
}

interface LanguagesFile {
  readonly languages: readonly (readonly string[])[];
  readonly entries: string;
}

/** @throws if the text is not from `encodeLanguages` */
export function decodeLanguages(text: string): ForeignLanguage[] {
  const { languages, entries } = JSON.parse(text) as LanguagesFile;
  const rows = entries.split('\n').map((row) => row.split('|'));
  return languages.map(([code = '', functionWords = ''], index) => {
    const own = rows
      .filter((row) => row[index + 1])
      .map((row) => `${row[0] ?? ''} = ${row[index + 1] ?? ''}`);
    return new ForeignLanguage({ code, functionWords, entries: own.join('\n') });
  });
}

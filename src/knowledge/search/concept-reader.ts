/** Reads the tokens of a query into concepts: what was typed, with all ways to look for it. */
import { type AliasGroup, type AliasMatch, findNames, type NameSource } from './aliases.ts';
import { isCjkParticle, joinLetters, listLetterPairs } from './cjk.ts';
import { LOG_WORDS, STOP_WORDS } from './common-words.ts';
import { ConceptList } from './concept-list.ts';
import type { Concept, Correction, OtherNames, SearchTerm } from './concepts.ts';
import { isEnglishWord } from './english-words.ts';
import {
  isUnanswered,
  listErrorSystems,
  listErrorWords,
  onlyReports,
  weighError,
} from './errors/error-words.ts';
import type { RecognisedError } from './errors/recognise-errors.ts';
import { MIN_TYPED_LENGTH } from './query-length.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { isTechnical } from './technical-words.ts';
import { lookUpAllWords, lookUpName, lookUpPhrase, lookUpWord } from './term-lookup.ts';
import { normalizeText, splitIdentifier, type Token, tokenize, toNameKey } from './tokens.ts';
import { LIMITS, WEIGHTS } from './weights.ts';
import type { WordFrequencies } from './word-frequencies.ts';
import type { WordSet } from './word-set.ts';
import { computeWordWeight, type WordContext } from './word-weight.ts';

export interface ReaderOptions {
  readonly isLog: boolean;
  /** Normalized words to search for as typed. */
  readonly literal: ReadonlySet<string>;
  /** The stems of words whose meaning is that of a recognised error. */
  readonly explained?: ReadonlySet<string>;
  /** The words of recognised messages. That no page contains them does not matter. */
  readonly recognised?: ReadonlySet<string>;
  /** Names of the query in addition to those of the lexicon. */
  readonly names?: readonly NameSource[];
  readonly english?: WordSet | undefined;
  /** True if the query was in another language, whose words are no misspelled English ones. */
  readonly isForeign?: boolean;
  /** True if the thesaurus is used, so that ordinary English words count less. */
  readonly isEveryday?: boolean;
}

export class ConceptReader {
  readonly corrections: Correction[] = [];
  readonly expansions: OtherNames[] = [];
  /** The terms of the thesaurus. */
  readonly inOtherWords: OtherNames[] = [];
  readonly unknown: string[] = [];
  /** The sum of the weights of the unknown words. */
  unknownWeight = 0;
  readonly #lexicon: SearchLexicon;
  readonly #isLog: boolean;
  readonly #literal: ReadonlySet<string>;
  readonly #list = new ConceptList();
  readonly #context: WordContext;
  /** The factor for the weights of the words that are being read. */
  #factor = 1;

  /** True if a program did not answer that the error does not name. */
  #lacksSystem = false;

  readonly #names: readonly NameSource[];
  readonly #english: WordSet | undefined;
  readonly #recognised: ReadonlySet<string>;
  readonly #isForeign: boolean;

  constructor(
    lexicon: SearchLexicon,
    {
      isLog,
      literal,
      explained = new Set(),
      recognised = new Set(),
      names = [],
      english,
      isForeign = false,
      isEveryday = false,
    }: ReaderOptions,
  ) {
    this.#lexicon = lexicon;
    this.#isLog = isLog;
    this.#literal = literal;
    this.#names = [lexicon.aliases, ...names];
    this.#english = english;
    this.#recognised = recognised;
    this.#isForeign = isForeign;
    this.#context = { isLog, explained, english, isEveryday };
  }

  get concepts(): readonly Concept[] {
    return this.#list.concepts;
  }

  get #frequencies(): WordFrequencies {
    return this.#lexicon.wordFrequencies;
  }

  /** @param factor the importance of the tokens, from 0 to 1 */
  readTokens(tokens: readonly Token[], factor = 1): void {
    this.#factor = factor;
    const matchesByPlace = new Map<number, AliasMatch[]>();
    for (const match of findNames(this.#names, tokens)) {
      matchesByPlace.set(match.at, [...(matchesByPlace.get(match.at) ?? []), match]);
    }
    for (let at = 0; at < tokens.length;) {
      const matches = matchesByPlace.get(at) ?? [];
      const length = matches[0]?.length ?? this.#countJoinedTokens(tokens, at, matchesByPlace);
      const covered = tokens.slice(at, at + length);
      const groups = matches.map(({ group }) => group);
      const isLiteral = this.#literal.has(normalizeText(covered.map(({ typed }) => typed).join(' ')));
      if (isLiteral) for (const token of covered) this.#readAsTyped(token);
      else if (length > 1) this.#readName(covered, groups);
      else if (covered[0]) {
        const isLast = at > 0 && at === tokens.length - 1;
        this.#readWord(covered[0], groups, isLast);
      }
      at += length;
    }
    this.#factor = 1;
  }

  /** Returns 2 if the pages write this word and the next one as one word. */
  #countJoinedTokens(tokens: readonly Token[], at: number, matches: ReadonlyMap<number, unknown>): number {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (!first || !second || matches.has(at + 1)) return 1;
    const isShort = first.whole.length < 3 || second.whole.length < 3;
    const areStopWords = STOP_WORDS.has(first.whole) && STOP_WORDS.has(second.whole);
    return !isShort && !areStopWords && this.#frequencies.has(first.whole + second.whole) ? 2 : 1;
  }

  /** Reads several tokens that are one name or one compound. */
  #readName(covered: readonly Token[], groups: readonly AliasGroup[]): void {
    if (covered.some(({ isCjk }) => isCjk)) {
      this.#readCjkName(covered, groups);
      return;
    }
    const allWords = covered.flatMap(({ parts }) => parts);
    const words = allWords.filter((word) => !STOP_WORDS.has(word));
    const typed = covered.map((token) => token.typed).join(' ');
    const joined = covered.map(({ whole }) => whole).join('');
    const knownWords = words.filter((word) => this.#frequencies.has(word));
    const joinedWeight = groups.length > 0 ? WEIGHTS.term.compound : WEIGHTS.term.typed;
    const terms: SearchTerm[] = [
      ...lookUpName(this.#frequencies, typed, 'typed', WEIGHTS.term.typed),
      ...lookUpWord(this.#frequencies, joined, 'joined', joinedWeight),
      ...(allWords.length > 1
        ? knownWords.flatMap((word) =>
            lookUpWord(this.#frequencies, word, 'part', WEIGHTS.term.part / allWords.length),
          )
        : []),
    ];
    terms.push(...this.#lookUpOtherNames(typed, groups, terms.length > 0));
    // No page contains the name itself, only some of its words.
    if (terms.every(({ via }) => via === 'part')) {
      this.#addUnknown(words.filter((word) => !this.#frequencies.has(word)));
    }
    this.#addConcept(
      typed,
      terms,
      this.#getWeight(words, groups) * Math.min(2, Math.max(1, words.length * 0.75)),
      { groups },
    );
  }

  /** Reads a Chinese, Japanese or Korean word, whose letters are the words of the index. */
  #readCjkName(covered: readonly Token[], groups: readonly AliasGroup[]): void {
    const typed = joinLetters(covered.map((token) => token.typed).join(' '));
    const letters = covered.flatMap(({ parts }) => parts);
    const terms = [
      ...lookUpPhrase(this.#frequencies, letters, 'typed', WEIGHTS.term.typed),
      ...covered
        .flatMap(({ whole }) => listLetterPairs(whole))
        .flatMap((pair) => lookUpPhrase(this.#frequencies, pair, 'part', WEIGHTS.term.part)),
    ];
    terms.push(...this.#lookUpOtherNames(typed, groups, terms.length > 0));
    if (terms.length === 0) this.#addUnknown([typed]);
    this.#addConcept(typed, terms, 1);
  }

  /** @param isLast whether it is the last of several words, which may not be typed to its end */
  #readWord(token: Token, groups: readonly AliasGroup[], isLast: boolean): void {
    const { whole, parts, typed } = token;
    const isName = groups.length > 0;
    if (token.isCjk) {
      if (isName || !isCjkParticle(whole)) this.#readCjkName([token], groups);
      return;
    }
    if (!isName && (this.#isIgnored(whole) || (isLast && whole.length < MIN_TYPED_LENGTH))) return;
    if (parts.length > 1) {
      this.#readIdentifier(token, groups);
      return;
    }
    if (!isName && !this.#frequencies.has(whole) && /\d$/.test(whole)) {
      if (this.#readProducts(parts).length === 0) return;
    }
    const ownTerms = this.#lookUpTypedWord(whole, isName);
    const terms = [...ownTerms, ...this.#lookUpOtherNames(typed, groups, ownTerms.length > 0)];
    if (terms.length === 0) terms.push(...this.#correctWord(typed, whole));
    this.#addConcept(typed, terms, this.#getWeight([whole], groups), {
      groups,
      isTechnical: isTechnical(token, this.#lexicon.technicalStems),
    });
  }

  #isIgnored(word: string): boolean {
    if (STOP_WORDS.has(word)) return true;
    if (word.length === 1) return !this.#frequencies.has(word);
    if (word.length > MAX_WORD_LENGTH) return true;
    return this.#isLog && /^\d+$/.test(word) && word.length !== 3;
  }

  #lookUpTypedWord(word: string, isName: boolean): SearchTerm[] {
    if (this.#frequencies.has(word)) return lookUpWord(this.#frequencies, word, 'typed', WEIGHTS.term.typed);
    if (!isName && word.length >= MIN_TYPED_LENGTH && this.#frequencies.hasPrefix(word)) {
      return [{ text: word, match: 'prefix', via: 'prefix', weight: WEIGHTS.term.prefix }];
    }
    return [];
  }

  /** Reads a word whose correction was undone. */
  #readAsTyped({ typed, whole, parts, isCjk }: Token): void {
    if (isCjk) {
      this.#addConcept(
        typed,
        [{ text: parts.join(' '), match: 'phrase', via: 'typed', weight: WEIGHTS.term.typed }],
        1,
      );
      return;
    }
    const isPrefix = this.#frequencies.hasPrefix(whole);
    const isKnown = isPrefix || this.#frequencies.has(whole) || this.#lexicon.aliases.has(whole);
    if (!isKnown && this.#frequencies.isConclusive(whole)) {
      this.#addUnknown([typed]);
      return;
    }
    const match = parts.length > 1 ? 'whole' : isPrefix ? 'prefix' : 'phrase';
    this.#addConcept(typed, [{ text: whole, match, via: 'typed', weight: WEIGHTS.term.typed }], 1);
  }

  #addUnknown(words: readonly string[]): void {
    for (const word of words) {
      const isNew = !this.unknown.some((other) => normalizeText(other) === normalizeText(word));
      const isRecognised = this.#recognised.has(normalizeText(word));
      if (!isNew || isRecognised || !this.#frequencies.isConclusive(normalizeText(word))) continue;
      this.unknown.push(word);
      this.unknownWeight += this.#getWeight([normalizeText(word)], []);
    }
  }

  /** Reads `max_connections`, `fail-over` or `net.ipv4.tcp_tw_reuse`: as a whole, and its words. */
  #readIdentifier({ typed, whole, parts }: Token, groups: readonly AliasGroup[]): void {
    const words = parts.filter((part) => !this.#isIgnored(part) && part.length > 1);
    const knownWords = words.filter((word) => this.#frequencies.has(word));
    const isKnown = this.#frequencies.has(whole) || this.#frequencies.has(whole.replaceAll('_', ''));
    const wholeTerms: SearchTerm[] = isKnown
      ? [{ text: whole, match: 'whole', via: 'typed', weight: WEIGHTS.term.typed }]
      : [];
    const wordsWeight = isKnown ? WEIGHTS.term.part : WEIGHTS.term.compound;
    const allWordsTerms = lookUpAllWords(this.#frequencies, knownWords, 'part', wordsWeight);
    const otherNames = this.#lookUpOtherNames(typed, groups);
    if (groups.length > 0 || isKnown) {
      const weight = this.#getWeight(words, groups) * (isKnown ? WEIGHTS.identifier : 1);
      this.#addConcept(typed, [...wholeTerms, ...allWordsTerms, ...otherNames], weight, {
        groups,
        isTechnical: true,
      });
      return;
    }
    const rest = this.#readProducts(parts).filter((word) => words.includes(word));
    if (rest.length === 0 && words.length > 0) return;
    const isCode = this.#isLog || CODE.test(typed);
    if (isCode && (rest.length < words.length || knownWords.length > 0)) this.#readCode(typed, rest);
    else this.#readCompound(typed, whole, rest);
  }

  /** Reads the products in the words of an identifier that the pages know, and returns the other words. */
  #readProducts(words: readonly string[], factor = 1): string[] {
    const covered = new Set<string>();
    const matches = this.#lexicon.aliases.findProducts(words);
    for (const { at, length } of matches.filter((match, index) => matches[index - 1]?.at !== match.at)) {
      const name = words.slice(at, at + length);
      const groups = matches.filter((match) => match.at === at).map(({ group }) => group);
      const terms = [
        ...lookUpAllWords(this.#frequencies, name, 'part', WEIGHTS.term.typed),
        ...lookUpWord(this.#frequencies, name.join(''), 'part', WEIGHTS.term.typed),
        ...this.#lookUpOtherNames(name.join(' '), groups),
      ];
      if (terms.length === 0) continue;
      for (const word of name) covered.add(word);
      const weight = this.#getWeight(name, groups) * factor;
      this.#addConcept(name.join(' '), terms, weight, { groups, isTechnical: true });
    }
    return words.filter((word) => !covered.has(word));
  }

  /** Reads the words of an identifier as one concept: a page with all of them fits, and one with some of them a little. */
  #readCode(typed: string, words: readonly string[]): void {
    const known = words.filter(
      (word) => this.#frequencies.has(word) && !(this.#isLog && LOG_WORDS.has(word)),
    );
    const terms = [
      ...lookUpAllWords(this.#frequencies, known, 'part', WEIGHTS.term.compound),
      ...(known.length > 1
        ? known.flatMap((word) => lookUpWord(this.#frequencies, word, 'part', WEIGHTS.term.codePart))
        : []),
    ];
    if (!this.#isLog) for (const word of words) if (!known.includes(word)) this.#correctCodeWord(word, typed);
    this.#addConcept(typed, terms, this.#getWeight(known, []), { isTechnical: true });
  }

  /** Corrects a word of an identifier that no page contains. Short ones, and those of hosts and files, are no typos. */
  #correctCodeWord(word: string, identifier: string): void {
    if (/^\d+$/.test(word) || this.#frequencies.has(word)) return;
    if (this.#literal.has(word)) {
      this.#readAsTyped({ typed: word, whole: word, parts: [word] });
      return;
    }
    const isTypo = word.length >= MIN_CORRECTED_CODE_LENGTH && !/[./:@\\]/.test(identifier);
    if (isTypo) this.#addConcept(word, this.#correctWord(word, word), 1);
    else this.#addUnknown([word]);
  }

  /** Reads the words of a compound that people type: `load-balancer-timeouts`. */
  #readCompound(typed: string, whole: string, words: readonly string[]): void {
    const known = words.filter((word) => this.#frequencies.has(word));
    if (known.length === 0) {
      if (!this.#isLog) this.#addConcept(typed, this.#correctWord(typed, whole), 1);
      return;
    }
    for (const word of words) {
      if (!known.includes(word)) {
        this.#readUnknownPart(word, typed);
        continue;
      }
      const groups = this.#lexicon.aliases.findGroups(word);
      const terms = [
        ...lookUpWord(this.#frequencies, word, 'part', WEIGHTS.term.typed),
        ...this.#lookUpOtherNames(word, groups),
      ];
      this.#addConcept(word, terms, this.#getWeight([word], groups));
    }
  }

  /** Reads a word of an identifier that no page contains. Unknown parts of hosts, files and packages are not typos. */
  #readUnknownPart(word: string, identifier: string): void {
    if (/^\d+$/.test(word)) return;
    const token = { typed: word, whole: word, parts: [word] };
    if (this.#literal.has(word)) this.#readAsTyped(token);
    else if (/[./:@\\]/.test(identifier)) this.#addUnknown([word]);
    else this.#readWord(token, this.#lexicon.aliases.findGroups(word), false);
  }

  /** Corrects or splits a word that neither the pages nor the glossary know; if that fails, reports it as unknown. */
  #correctWord(typed: string, word: string): SearchTerm[] {
    const { spelling, aliases } = this.#lexicon;
    // In a log, an unknown word is most likely an id.
    const isAbsent = this.#isLog ? this.#frequencies.complete : this.#frequencies.isConclusive(word);
    const typedTerms: SearchTerm[] = isAbsent
      ? []
      : [{ text: word, match: 'phrase', via: 'typed', weight: WEIGHTS.term.typed }];
    const isCorrect = aliases.has(word) || isEnglishWord(word, this.#english);
    if (this.#isLog || this.#isForeign || isCorrect || !/^[a-z]+$/.test(word)) {
      this.#addUnknown([typed]);
      return typedTerms;
    }
    const correction = spelling.correct(word);
    const halves = correction && correction.cost <= 1.5 ? undefined : spelling.split(word);
    if (halves) {
      this.corrections.push({ typed, meant: halves.join(' ') });
      const splitTerms = lookUpName(this.#frequencies, halves.join(' '), 'split', WEIGHTS.term.compound);
      return [...typedTerms, ...splitTerms];
    }
    if (!correction) {
      this.#addUnknown([typed]);
      return typedTerms;
    }
    const groups = aliases.findGroups(correction.word);
    // The nearest word may be a known misspelling, which stands for the name.
    const isPageWord = this.#frequencies.has(correction.word);
    const meant = isPageWord ? correction.word : (groups[0]?.names[0] ?? correction.word);
    this.corrections.push({ typed, meant });
    return [
      ...typedTerms,
      ...lookUpWord(this.#frequencies, correction.word, 'correction', WEIGHTS.term.correction),
      ...this.#lookUpOtherNames(correction.word, groups),
    ];
  }

  /** Reads a phrase in quotation marks: exactly these words, without other names and corrections. */
  readPhrase(phrase: string): void {
    const words = tokenize(phrase).flatMap(({ whole, parts, isCjk }) => (isCjk ? parts : [whole]));
    const isAbsent = words.some(
      (word) => !this.#frequencies.has(word) && this.#frequencies.isConclusive(word),
    );
    const weight = Math.min(2, Math.max(1, words.length * 0.75));
    if (isAbsent) {
      this.unknown.push(phrase);
      this.unknownWeight += weight;
    }
    const terms: SearchTerm[] = isAbsent
      ? []
      : [{ text: words.join(' '), match: 'phrase', via: 'typed', weight: WEIGHTS.term.typed }];
    this.#list.addPhrase({ source: phrase, weight, terms, isRequired: true });
  }

  /**
   * Reads what the recognised errors mean, and the programs that report them. Errors of one family are one concept, and
   * each further family counts less: the first error is the most important one.
   */
  readErrors(errors: readonly RecognisedError[]): void {
    const families = [...new Set(errors.map(({ family }) => family))];
    const used = new Set<string>();
    for (const [rank, family] of families.slice(0, LIMITS.errors).entries()) {
      const [first, ...others] = errors.filter((error) => error.family === family);
      if (!first) continue;
      const terms = listErrorWords(first, others)
        .flatMap(({ text, weight }) => lookUpName(this.#frequencies, text, 'signature', weight))
        .filter(({ text }) => !used.has(text) && used.add(text));
      const weight = weighError(first).meaning * WEIGHTS.error.nextFamily ** rank;
      this.#addConcept(first.title, terms.slice(0, LIMITS.meanings), weight, {
        isTechnical: true,
        isEssential: true,
      });
    }
    const [first] = errors;
    for (const system of listErrorSystems(errors))
      this.readSystem(system, weighError(first).system, onlyReports(system, errors));
    // The program that did not answer is perhaps named somewhere in the text.
    this.#lacksSystem = first !== undefined && isUnanswered(first) && listErrorSystems([first]).length === 0;
  }

  /**
   * Reads the name of a program that an error or a port leads to.
   *
   * @param isReporter whether the program only reports errors of those behind it
   */
  readSystem(
    name: string,
    weight: number = WEIGHTS.error[this.#lacksSystem ? 'meaning' : 'service'],
    isReporter = false,
  ): void {
    const groups = this.#lexicon.aliases.findGroups(name);
    const terms = [
      ...lookUpName(this.#frequencies, name, 'signature', WEIGHTS.term.typed),
      ...this.#lookUpOtherNames(name, groups),
    ];
    this.#addConcept(name, terms, weight, {
      groups,
      isTechnical: true,
      isEssential: true,
      isSystem: true,
      isReporter,
    });
  }

  /** Reads the libraries that stack frames name, the first ones: `redis` in `redis.clients.jedis.Connection`. */
  readFrames(frames: readonly string[]): void {
    const known = new Set<string>();
    for (const frame of frames.slice(0, LIMITS.frames)) {
      const words = splitIdentifier(frame.slice(0, 200));
      for (const { at, length } of this.#lexicon.aliases.findProducts(words)) {
        const name = words.slice(at, at + length);
        if (known.size < LIMITS.frameSystems && !known.has(name.join(' '))) {
          known.add(name.join(' '));
          this.#readProducts(name, this.#lacksSystem ? 1 : WEIGHTS.frameSystem);
        }
      }
    }
  }

  /** Returns terms for the other names of what was typed, if the pages contain them. */
  #lookUpOtherNames(typed: string, groups: readonly AliasGroup[], isKnown = true): SearchTerm[] {
    const key = toNameKey(typed);
    const terms = groups.flatMap((group) => {
      const isMisspelt = group.misspellings.some((word) => toNameKey(word) === key);
      if (isMisspelt && group.names[0]) this.corrections.push({ typed, meant: group.names[0] });
      const otherNames = group.names.filter((name) => toNameKey(name) !== key);
      const limit = group.type === 'related' ? LIMITS.relatedNames : LIMITS.names;
      const weight = isKnown
        ? WEIGHTS.alias[group.type]
        : Math.max(WEIGHTS.alias[group.type], WEIGHTS.onlyNames);
      return otherNames
        .flatMap((name) => lookUpName(this.#frequencies, name, group.type, weight))
        .slice(0, limit);
    });
    this.#reportNames(
      this.expansions,
      typed,
      terms.filter(({ via }) => via !== 'foreign' && via !== 'everyday'),
    );
    this.#reportNames(
      this.inOtherWords,
      typed,
      terms.filter(({ via }) => via === 'everyday'),
    );
    return terms;
  }

  #reportNames(list: OtherNames[], typed: string, terms: readonly SearchTerm[]): void {
    const names = [...new Set(terms.map(({ text }) => text))];
    if (names.length > 0) list.push({ typed, names });
  }

  #getWeight(words: readonly string[], groups: readonly AliasGroup[]): number {
    const weight = computeWordWeight(words, groups, this.#context) * this.#factor;
    return this.#lacksSystem && findSystem(groups) ? Math.max(weight, WEIGHTS.error.meaning) : weight;
  }

  #addConcept(
    source: string,
    terms: readonly SearchTerm[],
    weight: number,
    {
      groups = [],
      isTechnical = false,
      isEssential = false,
      isSystem = false,
      isReporter = false,
    }: ConceptFacts = {},
  ): void {
    const marks = {
      ...(isTechnical ? { isTechnical } : {}),
      ...(isEssential ? { isEssential } : {}),
      ...(isSystem ? { isSystem } : {}),
      ...(isReporter ? { isReporter } : {}),
    };
    this.#list.add({ source, weight, terms, ...marks }, findSystem(groups));
  }
}

interface ConceptFacts {
  /** The names that it is among. */
  readonly groups?: readonly AliasGroup[];
  readonly isTechnical?: boolean;
  readonly isEssential?: boolean;
  readonly isSystem?: boolean;
  readonly isReporter?: boolean;
}

/** Returns the first name of the product or service that the groups are about, or `undefined` if there are several. */
function findSystem(groups: readonly AliasGroup[]): string | undefined {
  const systems = groups.filter(({ type }) => type === 'service' || type === 'product');
  const names = new Set(systems.map(({ names: [first = ''] }) => toNameKey(first).replaceAll(' ', '')));
  return names.size === 1 ? [...names][0] : undefined;
}

const MIN_CORRECTED_CODE_LENGTH = 6;
/** Longer runs of letters are data, which no page contains. */
const MAX_WORD_LENGTH = 100;

/** Names that people copy from code rather than type as words: `std::bad_alloc`, `PgPool`, `max_wal_size`. */
const CODE = /[_.:$@\\]|[a-z][A-Z]/;

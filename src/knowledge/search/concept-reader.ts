/** Reads the tokens of a query into concepts: what was typed, with all ways to look for it. */
import { type AliasGroup, type AliasMatch, findNames, type NameSource } from './aliases.ts';
import { isCjkParticle, joinLetters, listLetterPairs } from './cjk.ts';
import { EVERYDAY_WORDS, LOG_WORDS, STOP_WORDS } from './common-words.ts';
import type { Concept, Correction, OtherNames, SearchTerm } from './concepts.ts';
import { isEnglishWord } from './english-words.ts';
import type { ErrorSignature } from './error-signatures.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { stem } from './stem.ts';
import { lookUpAllWords, lookUpName, lookUpPhrase, lookUpWord } from './term-lookup.ts';
import { normalizeText, type Token, tokenize, toNameKey } from './tokens.ts';
import { LIMITS, MIN_TYPED_LENGTH, WEIGHTS } from './weights.ts';
import type { WordFrequencies } from './word-frequencies.ts';
import type { WordSet } from './word-set.ts';

export interface ReaderOptions {
  readonly isLog: boolean;
  /** Normalized words to search for as typed. */
  readonly literal: ReadonlySet<string>;
  /** Names of the query in addition to those of the lexicon. */
  readonly names?: readonly NameSource[];
  readonly english?: WordSet | undefined;
  /** True if the query was in another language, whose words are no misspelled English ones. */
  readonly isForeign?: boolean;
  /** True if the thesaurus is used, so that ordinary English words count less. */
  readonly isEveryday?: boolean;
}

export class ConceptReader {
  readonly concepts: Concept[] = [];
  readonly corrections: Correction[] = [];
  readonly expansions: OtherNames[] = [];
  /** The terms of the thesaurus. */
  readonly inOtherWords: OtherNames[] = [];
  readonly unknown: string[] = [];
  readonly #lexicon: SearchLexicon;
  readonly #isLog: boolean;
  readonly #literal: ReadonlySet<string>;

  readonly #names: readonly NameSource[];
  readonly #english: WordSet | undefined;
  readonly #isForeign: boolean;
  readonly #isEveryday: boolean;

  constructor(
    lexicon: SearchLexicon,
    { isLog, literal, names = [], english, isForeign = false, isEveryday = false }: ReaderOptions,
  ) {
    this.#lexicon = lexicon;
    this.#isLog = isLog;
    this.#literal = literal;
    this.#names = [lexicon.aliases, ...names];
    this.#english = english;
    this.#isForeign = isForeign;
    this.#isEveryday = isEveryday;
  }

  get #frequencies(): WordFrequencies {
    return this.#lexicon.wordFrequencies;
  }

  readTokens(tokens: readonly Token[]): void {
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
    const ownTerms = this.#lookUpTypedWord(whole, isName);
    const terms = [...ownTerms, ...this.#lookUpOtherNames(typed, groups, ownTerms.length > 0)];
    if (terms.length === 0) terms.push(...this.#correctWord(typed, whole));
    this.#addConcept(typed, terms, this.#getWeight([whole], groups));
  }

  #isIgnored(word: string): boolean {
    if (STOP_WORDS.has(word)) return true;
    if (word.length === 1) return !this.#frequencies.has(word);
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
      if (isNew && this.#frequencies.isConclusive(normalizeText(word))) this.unknown.push(word);
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
      this.#addConcept(
        typed,
        [...wholeTerms, ...allWordsTerms, ...otherNames],
        this.#getWeight(words, groups) * (isKnown ? 1.3 : 1),
      );
      return;
    }
    if (knownWords.length === 0 && !this.#isLog) this.#addConcept(typed, this.#correctWord(typed, whole), 1);
    for (const word of knownWords.length > 0 && !this.#isLog ? words : knownWords) {
      if (!knownWords.includes(word)) {
        this.#readUnknownPart(word, typed);
        continue;
      }
      const wordGroups = this.#lexicon.aliases.findGroups(word);
      const terms = [
        ...lookUpWord(this.#frequencies, word, 'part', WEIGHTS.term.typed),
        ...this.#lookUpOtherNames(word, wordGroups),
      ];
      this.#addConcept(word, terms, this.#getWeight([word], wordGroups));
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
    if (isAbsent) this.unknown.push(phrase);
    const weight = Math.min(2, Math.max(1, words.length * 0.75));
    const terms: SearchTerm[] = isAbsent
      ? []
      : [{ text: words.join(' '), match: 'phrase', via: 'typed', weight: WEIGHTS.term.typed }];
    this.concepts.push({ source: phrase, weight, terms, isRequired: true });
  }

  readSignature({ name, means }: ErrorSignature): void {
    const terms = means.slice(0, LIMITS.meanings).flatMap((text, index) => {
      const weight = 1 / (1 + index * 0.15);
      return lookUpName(this.#frequencies, text, 'signature', weight);
    });
    if (terms.length > 0)
      this.#addConcept(name, terms, this.#isLog ? WEIGHTS.signature.log : WEIGHTS.signature.typed);
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
    // A translated word is as common as an English one.
    const isName = groups.some(({ type }) => type !== 'foreign');
    if (!this.#isLog) {
      if (isName) return 1;
      if (areEveryday(words)) return WEIGHTS.everydayWord;
      // In everyday words, only the unusual ones say what happened.
      const isOrdinary = this.#isEveryday && words.every((word) => isEnglishWord(word, this.#english));
      return isOrdinary ? WEIGHTS.ordinaryWord : 1;
    }
    if (groups.some(({ type }) => type === 'service' || type === 'product')) return WEIGHTS.log.systemName;
    if (words.every((word) => LOG_WORDS.has(word))) return WEIGHTS.log.logWord;
    return areEveryday(words) ? WEIGHTS.everydayWord : 1;
  }

  #addConcept(source: string, terms: readonly SearchTerm[], weight: number): void {
    const bestTerms = new Map<string, SearchTerm>();
    for (const term of terms) {
      // The engines find all forms of a word by any of them.
      const key = `${term.match} ${term.text.split(' ').map(stem).join(' ')}`;
      if (term.weight > (bestTerms.get(key)?.weight ?? 0)) bestTerms.set(key, term);
    }
    if (bestTerms.size > 0) this.concepts.push({ source, weight, terms: [...bestTerms.values()] });
  }
}

function areEveryday(words: readonly string[]): boolean {
  return words.every((word) => EVERYDAY_WORDS.has(word) || STOP_WORDS.has(word));
}

/** Reads the tokens of a query into concepts: each with the word that was typed and all other ways to look for it. */
import type { AliasGroup, AliasMatch } from './aliases.ts';
import { EVERYDAY_WORDS, LOG_WORDS, STOP_WORDS } from './common-words.ts';
import type { Concept, Correction, SearchTerm, Via } from './concepts.ts';
import type { ErrorSignature } from './error-signatures.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { stem } from './stem.ts';
import { normalizeText, type Token, tokenize, toNameKey } from './tokens.ts';
import { LIMITS, MIN_TYPED_LENGTH, WEIGHTS } from './weights.ts';

export class ConceptReader {
  readonly concepts: Concept[] = [];
  readonly corrections: Correction[] = [];
  readonly expansions: { typed: string; names: readonly string[] }[] = [];
  readonly unknown: string[] = [];
  readonly #lexicon: SearchLexicon;
  readonly #isLog: boolean;
  readonly #literal: ReadonlySet<string>;

  constructor(lexicon: SearchLexicon, isLog: boolean, literal: ReadonlySet<string>) {
    this.#lexicon = lexicon;
    this.#isLog = isLog;
    this.#literal = literal;
  }

  readTokens(tokens: readonly Token[]): void {
    const matches = new Map<number, AliasMatch[]>();
    for (const match of this.#lexicon.aliases.findMatches(tokens)) {
      matches.set(match.at, [...(matches.get(match.at) ?? []), match]);
    }
    for (let at = 0; at < tokens.length;) {
      const here = matches.get(at) ?? [];
      const length = here[0]?.length ?? this.#countJoinedTokens(tokens, at, matches);
      const covered = tokens.slice(at, at + length);
      const groups = here.map(({ group }) => group);
      const isLiteral = this.#literal.has(normalizeText(covered.map(({ typed }) => typed).join(' ')));
      if (isLiteral) for (const token of covered) this.#readAsTyped(token);
      else if (length > 1) this.#readName(covered, groups);
      else if (covered[0]) {
        const isBegun = at > 0 && at === tokens.length - 1;
        this.#readWord(covered[0], groups, isBegun);
      }
      at += length;
    }
  }

  /** Two words that the pages write as one. */
  #countJoinedTokens(tokens: readonly Token[], at: number, matches: ReadonlyMap<number, unknown>): number {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (!first || !second || matches.has(at + 1)) return 1;
    const isShort = first.whole.length < 3 || second.whole.length < 3;
    const bothStop = STOP_WORDS.has(first.whole) && STOP_WORDS.has(second.whole);
    return !isShort && !bothStop && this.#lexicon.wordFrequencies.has(first.whole + second.whole) ? 2 : 1;
  }

  /** Several tokens that are one name, or one compound. */
  #readName(covered: readonly Token[], groups: readonly AliasGroup[]): void {
    const all = covered.flatMap(({ parts }) => parts);
    const words = all.filter((word) => !STOP_WORDS.has(word));
    const typed = covered.map((token) => token.typed).join(' ');
    const joined = covered.map(({ whole }) => whole).join('');
    const known = words.filter((word) => this.#lexicon.wordFrequencies.has(word));
    const terms: SearchTerm[] = [
      ...this.#lookUpName(typed, 'typed', WEIGHTS.term.typed),
      ...this.#lookUpWord(joined, 'joined', groups.length > 0 ? WEIGHTS.term.compound : WEIGHTS.term.typed),
      ...(all.length > 1
        ? known.flatMap((word) => this.#lookUpWord(word, 'part', WEIGHTS.term.part / all.length))
        : []),
    ];
    terms.push(...this.#lookUpOtherNames(typed, groups, terms.length > 0));
    // The name itself is nowhere: only some of its words may be.
    if (terms.every(({ via }) => via === 'part')) {
      this.#addUnknown(words.filter((word) => !this.#lexicon.wordFrequencies.has(word)));
    }
    this.#addConcept(
      typed,
      terms,
      this.#getWeight(words, groups) * Math.min(2, Math.max(1, words.length * 0.75)),
    );
  }

  /** @param isBegun whether it may be only the beginning of a further word */
  #readWord(token: Token, groups: readonly AliasGroup[], isBegun: boolean): void {
    const { whole, parts, typed } = token;
    const isName = groups.length > 0;
    if (!isName && (this.#isIgnored(whole) || (isBegun && whole.length < MIN_TYPED_LENGTH))) return;
    if (parts.length > 1) {
      this.#readIdentifier(token, groups);
      return;
    }
    const own = this.#lookUpTypedWord(whole, isName);
    const terms: SearchTerm[] = [...own, ...this.#lookUpOtherNames(typed, groups, own.length > 0)];
    if (terms.length === 0) terms.push(...this.#correctWord(typed, whole));
    this.#addConcept(typed, terms, this.#getWeight([whole], groups));
  }

  #isIgnored(word: string): boolean {
    if (STOP_WORDS.has(word)) return true;
    // The vocabulary holds no single letters and digits.
    if (word.length === 1) return !this.#lexicon.wordFrequencies.has(word);
    return this.#isLog && /^\d+$/.test(word) && word.length !== 3;
  }

  #lookUpTypedWord(word: string, isName: boolean): SearchTerm[] {
    const { wordFrequencies: vocabulary } = this.#lexicon;
    if (vocabulary.has(word)) return this.#lookUpWord(word, 'typed', WEIGHTS.term.typed);
    if (!isName && word.length >= MIN_TYPED_LENGTH && vocabulary.hasPrefix(word)) {
      return [{ text: word, match: 'prefix', via: 'prefix', weight: WEIGHTS.term.prefix }];
    }
    return [];
  }

  /** What was corrected, and is wanted as it was typed. */
  #readAsTyped({ typed, whole, parts }: Token): void {
    const { wordFrequencies: vocabulary, aliases } = this.#lexicon;
    const isBegun = vocabulary.hasPrefix(whole);
    const isHeld = isBegun || vocabulary.has(whole);
    // Pages of services hold known misspellings, which are no words of the vocabulary.
    if (!isHeld && vocabulary.isConclusive(whole) && !aliases.has(whole)) {
      this.#addUnknown([typed]);
      return;
    }
    const match = parts.length > 1 ? 'whole' : isBegun ? 'prefix' : 'phrase';
    this.#addConcept(typed, [{ text: whole, match, via: 'typed', weight: WEIGHTS.term.typed }], 1);
  }

  #addUnknown(words: readonly string[]): void {
    for (const word of words) {
      const isNew = !this.unknown.some((other) => normalizeText(other) === normalizeText(word));
      if (isNew && this.#lexicon.wordFrequencies.isConclusive(normalizeText(word))) this.unknown.push(word);
    }
  }

  /** `max_connections`, `fail-over`, `net.ipv4.tcp_tw_reuse`: whole, and its words. */
  #readIdentifier({ typed, whole, parts }: Token, groups: readonly AliasGroup[]): void {
    const words = parts.filter((part) => !this.#isIgnored(part) && part.length > 1);
    const known = words.filter((word) => this.#lexicon.wordFrequencies.has(word));
    const isKnown =
      this.#lexicon.wordFrequencies.has(whole) ||
      this.#lexicon.wordFrequencies.has(whole.replaceAll('_', ''));
    const wholeTerms: SearchTerm[] = isKnown
      ? [{ text: whole, match: 'whole', via: 'typed', weight: WEIGHTS.term.typed }]
      : [];
    const together = this.#lookUpAllWords(known, 'part', isKnown ? WEIGHTS.term.part : WEIGHTS.term.compound);
    const names = this.#lookUpOtherNames(typed, groups);
    if (groups.length > 0 || isKnown) {
      this.#addConcept(
        typed,
        [...wholeTerms, ...together, ...names],
        this.#getWeight(words, groups) * (isKnown ? 1.3 : 1),
      );
      return;
    }
    if (known.length === 0 && !this.#isLog) this.#addConcept(typed, this.#correctWord(typed, whole), 1);
    for (const word of known.length > 0 && !this.#isLog ? words : known) {
      if (!known.includes(word)) {
        this.#readPart(word, typed);
        continue;
      }
      const own = this.#lexicon.aliases.findGroups(word);
      const terms = [
        ...this.#lookUpWord(word, 'part', WEIGHTS.term.typed),
        ...this.#lookUpOtherNames(word, own),
      ];
      this.#addConcept(word, terms, this.#getWeight([word], own));
    }
  }

  /** A word of an identifier that no page holds. Names of hosts, files and packages are no slips. */
  #readPart(word: string, identifier: string): void {
    if (/^\d+$/.test(word)) return;
    const part = { typed: word, whole: word, parts: [word] };
    if (this.#literal.has(word)) this.#readAsTyped(part);
    else if (/[./:@\\]/.test(identifier)) this.#addUnknown([word]);
    else this.#readWord(part, this.#lexicon.aliases.findGroups(word), false);
  }

  /** A word that nothing knows: corrected, taken apart, or said to be unknown. */
  #correctWord(typed: string, word: string): SearchTerm[] {
    const { wordFrequencies: vocabulary, spelling, aliases } = this.#lexicon;
    // In lines of a log they are ids.
    const isSure = this.#isLog ? vocabulary.complete : vocabulary.isConclusive(word);
    const unsure: SearchTerm[] = isSure
      ? []
      : [{ text: word, match: 'phrase', via: 'typed', weight: WEIGHTS.term.typed }];
    const isKnown = aliases.has(word) || EVERYDAY_WORDS.has(word) || LOG_WORDS.has(word);
    if (this.#isLog || isKnown || !/^[a-z]+$/.test(word)) {
      this.#addUnknown([typed]);
      return unsure;
    }
    const corrected = spelling.correct(word);
    const halves = corrected && corrected.cost <= 1.5 ? undefined : spelling.split(word);
    if (halves) {
      this.corrections.push({ typed, meant: halves.join(' ') });
      return [...unsure, ...this.#lookUpName(halves.join(' '), 'split', WEIGHTS.term.compound)];
    }
    if (!corrected) {
      this.#addUnknown([typed]);
      return unsure;
    }
    const groups = aliases.findGroups(corrected.word);
    // A known misspelling may be nearest: what is meant is its name.
    const meant = vocabulary.has(corrected.word) ? corrected.word : (groups[0]?.names[0] ?? corrected.word);
    this.corrections.push({ typed, meant });
    return [
      ...unsure,
      ...this.#lookUpWord(corrected.word, 'correction', WEIGHTS.term.correction),
      ...this.#lookUpOtherNames(corrected.word, groups),
    ];
  }

  readSignature({ name, means }: ErrorSignature): void {
    const terms = means.slice(0, LIMITS.meanings).flatMap((text, index) => {
      const weight = 1 / (1 + index * 0.15);
      return this.#lookUpName(text, 'signature', weight);
    });
    if (terms.length > 0)
      this.#addConcept(name, terms, this.#isLog ? WEIGHTS.signature.log : WEIGHTS.signature.typed);
  }

  /** The other names of what was typed, as far as the pages hold them. */
  #lookUpOtherNames(typed: string, groups: readonly AliasGroup[], isKnown = true): SearchTerm[] {
    const key = toNameKey(typed);
    const terms = groups.flatMap((group) => {
      const isMisspelt = group.misspellings.some((word) => toNameKey(word) === key);
      if (isMisspelt && group.names[0]) this.corrections.push({ typed, meant: group.names[0] });
      const others = group.names.filter((name) => toNameKey(name) !== key);
      const limit = group.type === 'related' ? LIMITS.relatedNames : LIMITS.names;
      const weight = isKnown
        ? WEIGHTS.alias[group.type]
        : Math.max(WEIGHTS.alias[group.type], WEIGHTS.onlyNames);
      return others.flatMap((name) => this.#lookUpName(name, group.type, weight)).slice(0, limit);
    });
    const names = terms.map(({ text }) => text);
    if (names.length > 0) this.expansions.push({ typed, names: [...new Set(names)] });
    return terms;
  }

  #getWeight(words: readonly string[], groups: readonly AliasGroup[]): number {
    if (!this.#isLog) return groups.length === 0 && isEveryday(words) ? WEIGHTS.everydayWord : 1;
    if (groups.some(({ type }) => type === 'service' || type === 'product')) return WEIGHTS.log.systemName;
    if (words.every((word) => LOG_WORDS.has(word))) return WEIGHTS.log.logWord;
    return isEveryday(words) ? WEIGHTS.everydayWord : 1;
  }

  #lookUpWord(word: string, via: Via, weight: number): SearchTerm[] {
    // The engines take "ups" for a form of "up".
    const isForm = STOP_WORDS.has(word.replace(/s$/, ''));
    return this.#lexicon.wordFrequencies.has(word) && !isForm
      ? [{ text: word, match: 'word', via, weight }]
      : [];
  }

  /** All words together, if the pages hold each of them. */
  #lookUpAllWords(words: readonly string[], via: Via, weight: number): SearchTerm[] {
    const [only] = words;
    if (only === undefined || words.some((word) => !this.#lexicon.wordFrequencies.has(word))) return [];
    return words.length === 1
      ? this.#lookUpWord(only, via, weight)
      : [{ text: words.join(' '), match: 'all', via, weight }];
  }

  /** A name word by word; as a phrase where everyday words carry its meaning: "log in", "time out". */
  #lookUpName(name: string, via: Via, weight: number): SearchTerm[] {
    const all = tokenize(name).flatMap(({ parts }) => parts);
    const words = all.filter((word) => !STOP_WORDS.has(word));
    if (words.length > 1 || words.length === all.length) return this.#lookUpAllWords(words, via, weight);
    const isKnown = all.every((word) => this.#lexicon.wordFrequencies.has(word));
    return isKnown ? [{ text: all.join(' '), match: 'phrase', via, weight }] : [];
  }

  #addConcept(source: string, terms: readonly SearchTerm[], weight: number): void {
    const best = new Map<string, SearchTerm>();
    for (const term of terms) {
      // The engines find all forms of a word by any of them.
      const key = `${term.match} ${term.text.split(' ').map(stem).join(' ')}`;
      if (term.weight > (best.get(key)?.weight ?? 0)) best.set(key, term);
    }
    if (best.size > 0) this.concepts.push({ source, weight, terms: [...best.values()] });
  }
}

function isEveryday(words: readonly string[]): boolean {
  return words.every((word) => EVERYDAY_WORDS.has(word) || STOP_WORDS.has(word));
}

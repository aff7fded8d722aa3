/** All other languages in which the search understands words of operations. Not part of what a browser loads at first. */
import { FRENCH } from './foreign/french.ts';
import { GERMAN } from './foreign/german.ts';
import { JAPANESE } from './foreign/japanese.ts';
import { PORTUGUESE } from './foreign/portuguese.ts';
import { SPANISH } from './foreign/spanish.ts';
import type { ForeignWords } from './foreign-language.ts';

export const FOREIGN_WORDS: readonly ForeignWords[] = [GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE];

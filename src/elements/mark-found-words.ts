/** Marks the words of the search that led to this page. */
import { markFoundWords } from './found-words.ts';

const main = document.querySelector('main');
if (main) markFoundWords(main);

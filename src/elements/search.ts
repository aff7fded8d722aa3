/** All elements of a page that searches, so that they are one file. */
import './search-help.ts';
import './search-panel.ts';

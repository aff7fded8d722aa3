/** A stretch of a file that people read. `text` is the file's own text from `start`, so that positions carry over. */
export interface Fragment {
  readonly kind: FragmentKind;
  readonly start: number;
  readonly text: string;
}

/** `ui` is what a program shows: strings and the text of templates. `tests` are the names of tests. */
export type FragmentKind = 'docs' | 'ui' | 'comments' | 'tests' | 'content';

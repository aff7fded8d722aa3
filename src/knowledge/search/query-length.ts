/** Shorter input is the start of too many words to search for. */
export const MIN_TYPED_LENGTH = 3;

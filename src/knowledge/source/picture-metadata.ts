/** Describes what a picture contains in addition to its pixels. */
export interface PictureMetadata {
  /** One `name: value` a line, and the texts that are in no field. */
  readonly text: string;
  /** Set if it contains the place where it was taken. */
  readonly hasPlace: boolean;
  /** The fields that name a person: `Artist`. */
  readonly personFields: readonly string[];
}

/** Why a new page was not written, in sentences for whoever asked, and what the command exits with. */
export class Ended extends Error {
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

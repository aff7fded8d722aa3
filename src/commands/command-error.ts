/** Why a new page was not written, in sentences for whoever asked, and what the command exits with. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, code: number) {
    super(message);
    this.exitCode = code;
  }
}

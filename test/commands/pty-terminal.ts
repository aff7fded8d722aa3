/** Runs a command in a pseudo-terminal: a test reads the screen, then types. */
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

export const ENTER = '\r';
export const CTRL_C = '\x03';
export const ESC = '\x1b';
export const DOWN = '\x1b[B';
export const SPACE = ' ';

export interface TerminalOptions {
  readonly content: string;
  readonly columns?: number;
}

/** Long enough for a busy machine to start a process. */
const MAX_WAIT_MS = 20_000;

export class Terminal {
  readonly #pty: ReturnType<typeof spawn>;
  readonly #ended: Promise<number>;
  #output = '';
  #read = 0;
  #onData = () => {};

  constructor(args: readonly string[], { content, columns = 110 }: TerminalOptions) {
    this.#pty = spawn(process.execPath, ['src/commands/kb.mjs', ...args], {
      cols: columns,
      rows: 40,
      env: { ...process.env, HINDSIGHT_CONTENT: content, NO_COLOR: '1', TZ: 'Europe/Vienna' },
    });
    this.#pty.onData((data) => {
      this.#output += data;
      this.#onData();
    });
    this.#ended = new Promise((resolve) => this.#pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** Everything that the screen has shown, without control sequences. */
  get screen(): string {
    return stripVTControlCharacters(this.#output).replaceAll('\r', '');
  }

  /**
   * Waits for a text after the last text that was found.
   *
   * @throws with everything that the screen has shown if the text does not appear
   */
  async waitForText(text: string): Promise<void> {
    const until = Date.now() + MAX_WAIT_MS;
    for (;;) {
      const at = this.screen.indexOf(text, this.#read);
      if (at >= 0) {
        this.#read = at + text.length;
        return;
      }
      const left = until - Date.now();
      if (left <= 0) throw new Error(`\`${text}\` did not appear. The screen:\n${this.screen}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#onData = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** @returns the exit code */
  waitForExit(): Promise<number> {
    return this.#ended;
  }

  kill(): void {
    this.#pty.kill();
  }
}

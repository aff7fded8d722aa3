/** Reads the keyboard and recognises pastes, so that a line break in a paste does not end the answer. */
import { Transform } from 'node:stream';

const ESC = '\x1b';

export interface Keyboard extends Transform {
  /** Replaces a line break in a paste: a space if the answer is one line. */
  lineBreak: ' ' | '\n';
  /** The last key was Esc, which ends a prompt in the same way as Ctrl-C. */
  isEscaped: boolean;
  /** Stops reading, so that the process can end. */
  release(): void;
}

/**
 * A terminal sends a paste as one chunk, and each key as its own. Without this, a prompt takes the first line break of a
 * paste for the Enter key, and loses the rest.
 */
export function openKeyboard(stdin: NodeJS.ReadStream = process.stdin): Keyboard {
  const keyboard = Object.assign(
    new Transform({
      transform(chunk: Buffer, _, done) {
        const text = chunk.toString('utf8');
        const end = /[\r\n]+$/.exec(text)?.index ?? text.length;
        const isKey = end === 0;
        keyboard.isEscaped = text === ESC;
        const inner = text.slice(0, end).replace(/\r\n?|\n/g, keyboard.lineBreak);
        done(null, isKey ? text : `${inner}${end < text.length ? '\r' : ''}`);
      },
    }),
    {
      lineBreak: ' ' as ' ' | '\n',
      isEscaped: false,
      isTTY: true,
      setRawMode: (mode: boolean) => stdin.setRawMode(mode),
      release() {
        stdin.unpipe(keyboard);
        stdin.pause();
      },
    },
  );
  stdin.pipe(keyboard);
  return keyboard;
}

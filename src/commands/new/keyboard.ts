/** The keyboard, with pastes told from typing: a line break inside a paste sends nothing off. */
import { Transform } from 'node:stream';

export interface Keyboard extends Transform {
  /** What a line break in a paste becomes: a space where one line is asked for. */
  lineBreak: ' ' | '\n';
  /** Lets go of the terminal, so that the process can end. */
  release(): void;
}

/**
 * A terminal sends a paste in one piece, and a key in another; a prompt would take each line break of a paste for
 * the key Enter, and lose what follows.
 */
export function openKeyboard(stdin: NodeJS.ReadStream = process.stdin): Keyboard {
  const keyboard = Object.assign(
    new Transform({
      transform(chunk: Buffer, _, done) {
        const text = chunk.toString('utf8');
        const end = /[\r\n]+$/.exec(text)?.index ?? text.length;
        const isKey = end === 0;
        const inner = text.slice(0, end).replace(/\r\n?|\n/g, keyboard.lineBreak);
        done(null, isKey ? text : `${inner}${end < text.length ? '\r' : ''}`);
      },
    }),
    {
      lineBreak: ' ' as ' ' | '\n',
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

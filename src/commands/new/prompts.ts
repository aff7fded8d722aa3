/** The questions about a new page on a terminal: how each type of them is asked. */
import { styleText } from 'node:util';
import { autocomplete, isCancel, multiline, multiselect, select, text } from '@clack/prompts';
import type { NamedChoice } from '../../knowledge/new/choices.ts';
import { isName, offered } from '../../knowledge/new/choices.ts';
import { isRepeated, type Question } from '../../knowledge/new/questions.ts';
import { describeWorked } from '../../knowledge/schema/wording.ts';
import { type Keyboard, openKeyboard } from './prompt-input.ts';

/** Whoever was asked wants to stop. */
export class Stopped extends Error {}

/** Why texts are no answer, or undefined where they are one. */
type Refuse = (question: Question, texts: readonly string[]) => string | undefined;

const MOST_SHOWN = 8;
/** No id has spaces. */
const NO_MORE = 'no more';

export class Prompts {
  readonly #keyboard = openKeyboard();
  readonly #refuse: Refuse;

  constructor(refuse: Refuse) {
    this.#refuse = refuse;
  }

  close(): void {
    this.#keyboard.release();
  }

  /** @returns what was typed; nothing where it is left for later */
  async line(
    question: Question,
    { proposed = '', example = '' }: { proposed?: string | undefined; example?: string | undefined },
  ): Promise<string[]> {
    const typed = await this.#answer(' ', (input) =>
      text({
        input,
        message: messageOf(question),
        placeholder: example,
        initialValue: proposed,
        validate: (value = '') => {
          if (value.trim()) return this.#refuse(question, [value]);
          return question.needed ? 'Expected an answer: the page cannot begin without it' : undefined;
        },
      }),
    );
    return typed.trim() ? [typed] : [];
  }

  id(message: string, proposed: string, refuse: (id: string) => string | undefined): Promise<string> {
    return this.#answer(' ', (input) =>
      text({ input, message, initialValue: proposed, validate: (value = '') => refuse(value.trim()) }),
    );
  }

  /** Several lines in one answer. */
  async lines(question: Question): Promise<string[]> {
    const typed = await this.#answer('\n', (input) =>
      multiline({
        input,
        message: `${messageOf(question)} ${styleText('dim', '(Enter twice ends it)')}`,
        placeholder: question.example ?? '',
        validate: (value = '') => this.#refuse(question, linesIn(value)),
      }),
    );
    return linesIn(typed);
  }

  async one<Value extends string>(
    message: string,
    options: readonly { value: Value; label: string; hint?: string }[],
  ): Promise<Value> {
    return this.#answer(' ', (input) =>
      select<string>({ input, message, options: [...options], showInstructions: false }),
    ) as Promise<Value>;
  }

  async several(message: string, options: readonly { value: string; label: string; hint?: string }[]) {
    return this.#answer(' ', (input) =>
      multiselect({ input, message, options, required: false, maxItems: MOST_SHOWN }),
    );
  }

  /** One id after the other, each found by any of its names. */
  async ids(
    question: Question,
    choices: readonly NamedChoice[],
    first: readonly string[],
  ): Promise<string[]> {
    const chosen: string[] = [];
    for (;;) {
      const left = choices.filter(({ id }) => !chosen.includes(id));
      const message = chosen.length === 0 ? messageOf(question) : `Another ${question.of}?`;
      const next = await this.#id(question, message, left, first, chosen.length === 0 ? 'None' : 'No more');
      if (next === NO_MORE) return chosen;
      chosen.push(next);
    }
  }

  #id(
    { of }: Question,
    message: string,
    choices: readonly NamedChoice[],
    first: readonly string[],
    none: string,
  ) {
    let before = '';
    return this.#answer(' ', (input) =>
      autocomplete<string>({
        input,
        message,
        maxItems: MOST_SHOWN,
        filter: () => true,
        options() {
          const typed = this.userInput.trim();
          // Else the mark stays with what was the best while less was typed.
          if (typed !== before) this.focusedValue = undefined;
          before = typed;
          const found = offered(choices, typed, first).map(({ id, by, title }) => ({
            value: id,
            label: by === undefined ? id : `${id} (${by})`,
            ...(title === id ? {} : { hint: title }),
          }));
          const unknown = { value: typed, label: `${typed}: no ${of} yet; mark it, to be added` };
          if (typed === '') return [{ value: NO_MORE, label: none }, ...found];
          return isName(choices, typed) ? found : [...found, unknown];
        },
      }),
    );
  }

  /** What was tried, and whether it helped. */
  async attempts(question: Question): Promise<string[]> {
    const lines = await this.lines(question);
    const told: string[] = [];
    for (const line of lines) {
      if (/^(?:yes|partly|no|harmful|unknown):\s/i.test(line)) {
        told.push(line);
        continue;
      }
      const effect = await this.one(
        `Did it help? ${styleText('dim', line)}`,
        (['yes', 'partly', 'no', 'harmful', 'unknown'] as const).map((value) => ({
          value,
          label: describeWorked(value),
        })),
      );
      told.push(`${effect}: ${line}`);
    }
    return told;
  }

  /** @throws Stopped where it is broken off */
  async #answer<Answer>(
    lineBreak: Keyboard['lineBreak'],
    ask: (input: Keyboard) => Promise<Answer>,
  ): Promise<Exclude<Answer, symbol>> {
    this.#keyboard.lineBreak = lineBreak;
    const answer = await ask(this.#keyboard);
    if (isCancel(answer)) throw new Stopped();
    return answer as Exclude<Answer, symbol>;
  }
}

function messageOf(question: Question): string {
  const later = question.needed || isRepeated(question) ? '' : ` ${styleText('dim', '(Enter: later)')}`;
  return `${question.ask}${later}`;
}

function linesIn(typed: string): string[] {
  return typed.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

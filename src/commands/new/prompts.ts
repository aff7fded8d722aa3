/** Asks questions of each type on a terminal. */
import { autocomplete, isCancel, multiline, multiselect, select, text } from '@clack/prompts';
import type { NamedChoice } from '../../knowledge/new/entry-choices.ts';
import { filterChoices, isKnownName } from '../../knowledge/new/entry-choices.ts';
import { isRepeatable, type Question } from '../../knowledge/new/question.ts';
import { describeWorked } from '../../knowledge/schema/labels.ts';
import { UNKNOWN_ID } from '../../knowledge/schema/scalars.ts';
import { style, toTerminal } from '../../node/output.ts';
import { type Keyboard, openKeyboard } from './keyboard.ts';

/** You pressed Ctrl-C. */
export class PromptCancelled extends Error {}

/** You pressed Esc, to go back to the previous question. */
export class PromptBack extends Error {}

/** Returns why texts are not a valid answer, or undefined if they are. */
type Validate = (question: Question, texts: readonly string[]) => string | undefined;

interface IdOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

const MAX_SHOWN = 8;
/** Cannot be an id, because it contains a space. */
const NO_MORE = 'no more';

export class Prompts {
  readonly #keyboard = openKeyboard();
  readonly #validate: Validate;

  constructor(validate: Validate) {
    this.#validate = (question, texts) => toShownRejection(validate(question, texts));
  }

  close(): void {
    this.#keyboard.release();
  }

  /** @returns what you typed; nothing if you leave it for later */
  async askLine(
    question: Question,
    { proposed = '', example = '' }: { proposed?: string | undefined; example?: string | undefined },
  ): Promise<string[]> {
    const typed = await this.#prompt(' ', (input) =>
      text({
        input,
        message: toTerminal(formatMessage(question)),
        placeholder: toTerminal(example),
        initialValue: toTerminal(proposed),
        validate: (value = '') => {
          if (value.trim()) return this.#validate(question, [value]);
          return question.required ? 'Enter a value. This field is required.' : undefined;
        },
      }),
    );
    return typed.trim() ? [typed] : [];
  }

  askId(message: string, proposed: string, findProblem: (id: string) => string | undefined): Promise<string> {
    return this.#prompt(' ', (input) =>
      text({
        input,
        message: toTerminal(message),
        initialValue: toTerminal(proposed),
        validate: (value = '') => toShownRejection(findProblem(value.trim())),
      }),
    );
  }

  /** Several lines in one answer. */
  async askLines(question: Question, proposed: readonly string[] = []): Promise<string[]> {
    const typed = await this.#prompt('\n', (input) =>
      multiline({
        input,
        message: toTerminal(`${formatMessage(question)} ${style('dim', '(press Enter twice to finish)')}`),
        placeholder: toTerminal(question.example ?? ''),
        initialValue: proposed.map(toTerminal).join('\n'),
        validate: (value = '') => this.#validate(question, splitLines(value)),
      }),
    );
    return splitLines(typed);
  }

  async selectOne<Value extends string>(
    message: string,
    options: readonly { value: Value; label: string; hint?: string }[],
  ): Promise<Value> {
    return this.#prompt(' ', (input) =>
      select<string>({
        input,
        message: toTerminal(message),
        options: options.map(toShownOption),
        showInstructions: false,
      }),
    ) as Promise<Value>;
  }

  async selectSeveral(message: string, options: readonly { value: string; label: string; hint?: string }[]) {
    return this.#prompt(' ', (input) =>
      multiselect({
        input,
        message: toTerminal(message),
        options: options.map(toShownOption),
        required: false,
        maxItems: MAX_SHOWN,
      }),
    );
  }

  /** Asks for one id. You can type any name of an entry. */
  async askEntry(
    question: Question,
    choices: readonly NamedChoice[],
    first: readonly string[],
  ): Promise<string[]> {
    const unknown = { value: UNKNOWN_ID, label: 'Not known' };
    return [
      await this.#askOneId(question, question.prompt ?? '', choices, (found) => [...found, unknown], first),
    ];
  }

  /** Asks for ids until you choose no more. You can type any name of an entry. */
  async askIds(
    question: Question,
    choices: readonly NamedChoice[],
    first: readonly string[],
  ): Promise<string[]> {
    const chosen: string[] = [];
    for (;;) {
      const remaining = choices.filter(({ id }) => !chosen.includes(id));
      const message = chosen.length === 0 ? formatMessage(question) : `Another ${question.entryKind}?`;
      const none = { value: NO_MORE, label: chosen.length === 0 ? 'None' : 'No more' };
      const next = await this.#askOneId(question, message, remaining, (found) => [none, ...found], first);
      if (next === NO_MORE) return chosen;
      chosen.push(next);
    }
  }

  /** @param addAnswers adds the answers that name no entry, which are offered until you type something */
  #askOneId(
    { entryKind }: Question,
    message: string,
    choices: readonly NamedChoice[],
    addAnswers: (found: readonly IdOption[]) => readonly IdOption[],
    first: readonly string[],
  ) {
    let before = '';
    return this.#prompt(' ', (input) =>
      autocomplete<string>({
        input,
        message: toTerminal(message),
        maxItems: MAX_SHOWN,
        filter: () => true,
        options() {
          const typed = this.userInput.trim();
          // Otherwise the selection stays on the best match for the shorter text.
          if (typed !== before) this.focusedValue = undefined;
          before = typed;
          const found: IdOption[] = filterChoices(choices, typed, first).map(({ id, by, title }) => ({
            value: id,
            label: by === undefined ? id : `${id} (${by})`,
            ...(title === id ? {} : { hint: title }),
          }));
          const unknown = {
            value: typed,
            label: `${typed}: unknown ${entryKind}; use it, and mark it to be added`,
          };
          const shown =
            typed === '' ? addAnswers(found) : isKnownName(choices, typed) ? found : [...found, unknown];
          return shown.map(toShownOption);
        },
      }),
    );
  }

  /** Asks what was tried, and whether it helped. */
  async askAttempts(question: Question, proposed: readonly string[]): Promise<string[]> {
    const lines = await this.askLines(question, proposed);
    const attempts: string[] = [];
    for (const line of lines) {
      if (/^(?:yes|partly|no|harmful|unknown):\s/i.test(line)) {
        attempts.push(line);
        continue;
      }
      const effect = await this.selectOne(
        `Did it help? ${style('dim', line)}`,
        (['yes', 'partly', 'no', 'harmful', 'unknown'] as const).map((value) => ({
          value,
          label: describeWorked(value),
        })),
      );
      attempts.push(`${effect}: ${line}`);
    }
    return attempts;
  }

  /** @throws PromptCancelled if you press Ctrl-C, PromptBack if you press Esc */
  async #prompt<Answer>(
    lineBreak: Keyboard['lineBreak'],
    ask: (input: Keyboard) => Promise<Answer>,
  ): Promise<Exclude<Answer, symbol>> {
    this.#keyboard.lineBreak = lineBreak;
    const answer = await ask(this.#keyboard);
    if (isCancel(answer)) throw this.#keyboard.isEscaped ? new PromptBack() : new PromptCancelled();
    return answer as Exclude<Answer, symbol>;
  }
}

function toShownRejection(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : toTerminal(reason);
}

/** The value stays as it is, because it is the answer. */
function toShownOption({ value, label, hint }: IdOption): IdOption {
  return { value, label: toTerminal(label), ...(hint === undefined ? {} : { hint: toTerminal(hint) }) };
}

function formatMessage(question: Question): string {
  const later = question.required || isRepeatable(question) ? '' : ` ${style('dim', '(Enter: later)')}`;
  return `${question.prompt}${later}`;
}

function splitLines(typed: string): string[] {
  return typed.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

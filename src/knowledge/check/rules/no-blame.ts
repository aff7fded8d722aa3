import { quote } from '../../source/problem.ts';
import {
  ABOUT_CONDITIONS,
  ABOUT_KNOWLEDGE,
  ABOUT_STEP,
  ABOUT_SYSTEM,
  ABOUT_VIEW,
  BLAME_PHRASES,
  type BlamePhrase,
} from '../blame-phrases.ts';
import { findSubject, type Subject } from '../blame-subject.ts';
import { createPhraseFinder, type FoundPhrase } from '../phrase-finder.ts';
import { isQuoted } from '../quotations.ts';
import type { Rule } from './rule.ts';

/** Each piece of advice with a sentence that the rule rejects and a better one. The guide shows them. */
export const BLAME_EXAMPLES: readonly {
  readonly advice: string;
  readonly wrong: string;
  readonly right: string;
}[] = [
  {
    advice: ABOUT_SYSTEM,
    wrong: 'The cause was human error.',
    right: 'The two prompts look alike, and the command asks for no confirmation.',
  },
  {
    advice: ABOUT_KNOWLEDGE,
    wrong: 'They should have noticed that the queue was full.',
    right: 'The dashboard showed the machines as up; nothing showed the length of the queue.',
  },
  {
    advice: ABOUT_STEP,
    wrong: 'The engineer forgot to renew the certificate.',
    right: 'Renewing the certificate was a step that one person had to remember.',
  },
  {
    advice: ABOUT_CONDITIONS,
    wrong: 'The change was careless.',
    right: 'The change was made at three in the morning, during the second alert of the night.',
  },
  {
    advice: ABOUT_VIEW,
    wrong: 'The junior engineer ran the script on the wrong host.',
    right: 'The script does not show the host, so both terminals looked the same.',
  },
];

const findBlame = createPhraseFinder(BLAME_PHRASES);

/** Longer than any sentence. */
const MAX_CONTEXT_LENGTH = 400;

export const noBlame: Rule = {
  name: 'no-blame',
  severity: 'warning',
  warnsInDraft: true,
  why: 'Blame ends the search for causes, and next time nobody reports what happened. A postmortem describes conditions, never what is wrong with a person. Sentences about machines, and quotations, are not blame. If the sentence names the person, this is an error.',
  example: {
    wrong: 'The engineer forgot to renew the certificate.',
    right: 'Renewing the certificate was a step that one person had to remember.',
  },
  check({ file, report }) {
    for (const phrase of findBlame(file)) {
      const { span, text, suggestion } = phrase;
      const subject = findSubject(file.text.slice(Math.max(0, span.start - MAX_CONTEXT_LENGTH), span.start));
      if (!isBlame(phrase, subject) || isQuoted(file, span.start)) continue;
      report({
        span,
        message: `Unexpected blame ${quote(text)}, expected what made it possible`,
        hint: suggestion,
        ...(subject === 'named person' ? { severity: 'error' } : {}),
      });
    }
  },
};

/** A phrase about people is blame in every sentence, and a verb only with a person as its subject. */
function isBlame({ subject: wanted }: FoundPhrase<BlamePhrase>, subject: Subject): boolean {
  if (wanted === undefined || subject === 'person' || subject === 'named person') return true;
  return wanted === 'person or they' && subject === 'they';
}

import { describe, expect, test } from 'vitest';
import { findIdProblem } from '../../../src/knowledge/new/check-draft.ts';
import { PageDraft } from '../../../src/knowledge/new/page-draft.ts';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const content = createContent({
  'lessons/start-by-itself.mdx': `${LESSON_HEAD}\nText.\n`,
  'postmortems/2018-03-10-redis-gone.mdx': POSTMORTEM_HEAD,
  'redirects.yaml': '- kind: service\n  from: search\n  to: elasticsearch\n',
});
const judge = { kind: 'postmortem', content, today: '2026-11-21' } as const;
const begin = () => new PageDraft(judge, { content, offsetAt: () => '+01:00' });

function take(beginning: PageDraft, flag: string, ...texts: string[]) {
  const question = beginning.questions.find((candidate) => candidate.flag === flag);
  if (!question) throw new Error(`There is no flag ${flag}`);
  return beginning.answer(question, texts);
}

describe('an answer', () => {
  test('is refused with the words of the check, and nothing is taken over', () => {
    const beginning = begin();
    take(beginning, 'started', '2026-11-20');
    expect(take(beginning, 'resolved', '2026-11-19').rejection).toMatch(/`2026-11-19`.*`2026-11-20`/);
    expect(take(beginning, 'started', '2027-11-20').rejection).toMatch(/`2027-11-20`.*2026-11-21/);
    expect(take(beginning, 'trigger', 'code-deplyo').rejection).toMatch(
      /`code-deplyo`, .*\. Did you mean `code-deploy`\?$/,
    );
    expect(beginning.answers.fields).toEqual({ started: '2026-11-20' });
  });

  test('that the check only warns of is taken, and the warning said', () => {
    const beginning = begin();
    expect(take(beginning, 'title', 'Somebody forgot to renew the certificate')).toEqual({
      notes: [expect.stringContaining('`forgot to`')],
    });
  });

  test('names services by any of their names; unknown ones are kept, near ones refused', () => {
    const beginning = begin();
    expect(take(beginning, 'service', 'redis', 'ES', 'search', 'kafka')).toEqual({
      notes: [
        'ES is `elasticsearch`',
        'search is `elasticsearch`',
        'There is no service `kafka` yet: it is marked in the file',
      ],
    });
    expect(beginning.answers).toEqual({
      fields: { services: ['redis', 'elasticsearch'] },
      unknown: [{ kind: 'service', name: 'kafka' }],
    });
    expect(take(beginning, 'service', 'rediss').rejection).toMatch(/`rediss`.*\. Did you mean `redis`\?$/);
    expect(take(beginning, 'lesson', 'nothing-like-it').rejection).toMatch(/lesson `nothing-like-it`/);
  });

  test('that is empty leaves the question open', () => {
    const beginning = begin();
    take(beginning, 'summary', '  ');
    take(beginning, 'title', 'Gone');
    expect(beginning.unanswered.map(({ flag }) => flag)).toContain('summary');
    expect(beginning.unanswered.map(({ flag }) => flag)).not.toContain('title');
  });
});

test('what was typed is the command that goes on from there, safe in a shell', () => {
  const beginning = begin();
  take(beginning, 'signal', 'cannot `rm` $HOME', "can't");
  take(beginning, 'title', 'Gone\tand away');
  expect(beginning.formatResumeCommand(new Map([['from', ['my notes.txt']]]))).toBe(
    String.raw`npm run kb -- new postmortem --from 'my notes.txt' --title 'Gone	and away' --signal 'cannot ${'`rm`'} $HOME' --signal 'can'\''t'`,
  );
});

describe('the name of a file', () => {
  const { answers } = begin();
  test('that is taken is refused with one that is free', () => {
    expect(findIdProblem(judge, answers, '2018-03-10-redis-gone')).toBe(
      'content/postmortems/2018-03-10-redis-gone.mdx is there already; `2018-03-10-redis-gone-2` is free',
    );
  });

  test('follows the rules for names', () => {
    expect(findIdProblem(judge, answers, 'Redis Gone')).toMatch(
      /`Redis Gone`.*\. Did you mean `redis-gone\.mdx`\?$/,
    );
    const started = { fields: { started: '2026-11-20' }, unknown: [] };
    expect(findIdProblem(judge, started, '2026-10-20-gone')).toMatch(/`2026-11-20`.*`2026-10-20`/);
    expect(findIdProblem(judge, started, '2026-11-20-gone')).toBeUndefined();
  });
});

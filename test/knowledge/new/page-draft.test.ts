import { describe, expect, test } from 'vitest';
import { findIdProblem } from '../../../src/knowledge/new/check-draft.ts';
import { PageDraft } from '../../../src/knowledge/new/page-draft.ts';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD, SMALL_CONTEXT } from '../small-content.ts';

const content = createContent({
  'lessons/start-by-itself.mdx': `${LESSON_HEAD}\nText.\n`,
  'postmortems/2018-03-10-redis-gone.mdx': POSTMORTEM_HEAD,
  'redirects.yaml': '- kind: service\n  from: search\n  to: elasticsearch\n',
});
const draftContext = { kind: 'postmortem', content, ...SMALL_CONTEXT } as const;
const createDraft = () => new PageDraft(draftContext, { content, offsetAt: () => '+01:00' });

function answer(draft: PageDraft, flag: string, ...texts: string[]) {
  const question = draft.questions.find((candidate) => candidate.flag === flag);
  if (!question) throw new Error(`There is no flag ${flag}`);
  return draft.answer(question, texts);
}

test('answers can be taken back, the last one first', () => {
  const draft = createDraft();
  answer(draft, 'started', '2026-11-20');
  answer(draft, 'service', 'redis');
  answer(draft, 'service', 'elasticsearch');
  draft.takeBack();
  expect(draft.answers.fields).toEqual({ started: '2026-11-20', services: ['redis'] });
  draft.takeBack();
  draft.takeBack();
  draft.takeBack();
  expect(draft.answers.fields).toEqual({});
  expect(draft.unanswered.map(({ flag }) => flag)).toEqual(expect.arrayContaining(['started', 'service']));
  expect(draft.formatResumeCommand(new Map())).not.toMatch(/started|service/);
});

describe('an answer', () => {
  test('is refused with the message of the check, and changes nothing', () => {
    const draft = createDraft();
    answer(draft, 'started', '2026-11-20');
    expect(answer(draft, 'resolved', '2026-11-19').rejection).toMatch(/`2026-11-19`.*`2026-11-20`/);
    expect(answer(draft, 'started', '2027-11-20').rejection).toMatch(/`2027-11-20`.*2026-11-21/);
    expect(answer(draft, 'trigger', 'code-deplyo').rejection).toMatch(
      /`code-deplyo`, .*\. Did you mean `code-deploy`\?$/,
    );
    expect(draft.answers.fields).toEqual({ started: '2026-11-20' });
  });

  test('that the check only warns about is accepted with the warning', () => {
    const draft = createDraft();
    expect(answer(draft, 'title', 'Somebody forgot to renew the certificate')).toEqual({
      notes: [expect.stringContaining('`forgot to`')],
    });
  });

  test('can be any name of a service; unknown names are kept, similar ones refused', () => {
    const draft = createDraft();
    expect(answer(draft, 'service', 'redis', 'ES', 'search', 'kafka')).toEqual({
      notes: [
        'ES is `elasticsearch`',
        'search is `elasticsearch`',
        'There is no service `kafka` yet; it is marked in the file',
      ],
    });
    expect(draft.answers).toEqual({
      fields: { services: ['redis', 'elasticsearch'] },
      unknown: [{ kind: 'service', name: 'kafka', path: ['services'] }],
    });
    expect(answer(draft, 'service', 'rediss').rejection).toMatch(/`rediss`.*\. Did you mean `redis`\?$/);
    expect(answer(draft, 'lesson', 'nothing-like-it').rejection).toMatch(/lesson `nothing-like-it`/);
  });

  test('that is empty leaves the question open', () => {
    const draft = createDraft();
    answer(draft, 'summary', '  ');
    answer(draft, 'title', 'Gone');
    expect(draft.unanswered.map(({ flag }) => flag)).toContain('summary');
    expect(draft.unanswered.map(({ flag }) => flag)).not.toContain('title');
  });
});

test('the resume command repeats the answers, quoted for a shell', () => {
  const draft = createDraft();
  answer(draft, 'signal', 'cannot `rm` $HOME', "can't");
  answer(draft, 'title', 'Gone\tand away');
  expect(draft.formatResumeCommand(new Map([['from', ['my notes.txt']]]))).toBe(
    String.raw`npm run kb -- new postmortem --from 'my notes.txt' --title 'Gone	and away' --signal 'cannot ${'`rm`'} $HOME' --signal 'can'\''t'`,
  );
});

describe('a file name', () => {
  const { answers } = createDraft();
  test('that exists is refused, with one that is free', () => {
    expect(findIdProblem(draftContext, answers, '2018-03-10-redis-gone')).toBe(
      'content/postmortems/2018-03-10-redis-gone.mdx already exists; `2018-03-10-redis-gone-2` is free',
    );
  });

  test('that breaks a rule is refused', () => {
    expect(findIdProblem(draftContext, answers, 'Redis Gone')).toMatch(
      /`Redis Gone`.*\. Did you mean `redis-gone\.mdx`\?$/,
    );
    const started = { fields: { started: '2026-11-20' }, unknown: [] };
    expect(findIdProblem(draftContext, started, '2026-10-20-gone')).toMatch(/`2026-11-20`.*`2026-10-20`/);
    expect(findIdProblem(draftContext, started, '2026-11-20-gone')).toBeUndefined();
  });
});

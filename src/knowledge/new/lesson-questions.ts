import type { Question } from './questions.ts';

export const LESSON_QUESTIONS: readonly Question[] = [
  {
    path: ['statement'],
    type: 'text',
    flag: 'statement',
    ask: 'What is the lesson? One sentence that will still be true in five years',
    example: 'Every call to another service has a timeout.',
    needed: true,
  },
  {
    path: ['reason'],
    type: 'text',
    flag: 'reason',
    ask: 'Why is it true? What happens where it is not followed',
  },
  {
    path: ['services'],
    type: 'ids',
    of: 'service',
    flag: 'service',
    ask: 'Which services does it concern? None means any',
  },
  { path: ['tags'], type: 'ids', of: 'tag', flag: 'tag', ask: 'Which recurring issues does it answer?' },
  { path: ['owner'], type: 'text', flag: 'owner' },
];

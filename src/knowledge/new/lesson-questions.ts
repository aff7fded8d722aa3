import type { Question } from './question.ts';

export const LESSON_QUESTIONS: readonly Question[] = [
  {
    path: ['title'],
    type: 'text',
    flag: 'title',
    prompt: 'What should others do? An order of at most 60 characters',
    example: 'Set a timeout on every call to another service',
    required: true,
  },
  {
    path: ['statement'],
    type: 'text',
    flag: 'statement',
    prompt: 'What is the lesson? One sentence that will still be true in five years',
    example: 'Every call to another service has a timeout.',
  },
  {
    path: ['reason'],
    type: 'text',
    flag: 'reason',
    prompt: 'Why is it true? What happens where it is not followed',
  },
  {
    path: ['services'],
    type: 'ids',
    entryKind: 'service',
    flag: 'service',
    prompt: 'Which services does it concern? None means any',
  },
  {
    path: ['tags'],
    type: 'ids',
    entryKind: 'tag',
    flag: 'tag',
    prompt: 'Which recurring issues does it answer?',
  },
  { path: ['owner'], type: 'text', flag: 'owner' },
];

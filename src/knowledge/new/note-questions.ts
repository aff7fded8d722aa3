import type { Question } from './question.ts';

export const NOTE_QUESTIONS: readonly Question[] = [
  {
    path: ['title'],
    type: 'text',
    flag: 'title',
    prompt: 'What is the note about? One line',
    example: 'How the mail servers hang together',
    required: true,
  },
  {
    path: ['services'],
    type: 'ids',
    entryKind: 'service',
    flag: 'service',
    prompt: 'Which services does it explain?',
  },
  {
    path: ['tags'],
    type: 'ids',
    entryKind: 'tag',
    flag: 'tag',
    prompt: 'Which recurring issues does it help with?',
  },
  {
    path: ['summary'],
    type: 'text',
    flag: 'summary',
    prompt: 'What does one find in it? One to three sentences',
  },
  {
    path: ['organization'],
    type: 'text',
    flag: 'organization',
    prompt: 'Whose systems does it describe? The team or firm, as on other pages',
    required: true,
  },
  { path: ['lessons'], type: 'ids', entryKind: 'lesson', flag: 'lesson' },
  { path: ['visibility'], type: 'choice', flag: 'visibility' },
  { path: ['owner'], type: 'text', flag: 'owner' },
];

import type { Question } from './questions.ts';

export const NOTE_QUESTIONS: readonly Question[] = [
  {
    path: ['title'],
    type: 'text',
    flag: 'title',
    ask: 'What is the note about? One line',
    example: 'How the mail servers hang together',
    needed: true,
  },
  { path: ['services'], type: 'ids', of: 'service', flag: 'service', ask: 'Which services does it explain?' },
  {
    path: ['tags'],
    type: 'ids',
    of: 'tag',
    flag: 'tag',
    ask: 'Which recurring issues does it help with?',
  },
  {
    path: ['summary'],
    type: 'text',
    flag: 'summary',
    ask: 'What does one find in it? One to three sentences',
  },
  {
    path: ['organization'],
    type: 'text',
    flag: 'organization',
    ask: 'Whose systems does it describe? The team or firm, as on other pages',
    needed: true,
  },
  { path: ['lessons'], type: 'ids', of: 'lesson', flag: 'lesson' },
  { path: ['visibility'], type: 'choice', flag: 'visibility' },
  { path: ['owner'], type: 'text', flag: 'owner' },
];

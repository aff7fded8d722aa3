/** What `npm run kb -- rename` does to the content before it is built. */
export const RENAMED_ENTRIES = [
  {
    kind: 'postmortem',
    folder: 'postmortems',
    old: '2021-03-04-tills-print-no-receipts-behind-a-lock',
    now: '2021-03-04-receipts-behind-a-lock',
  },
  { kind: 'lesson', folder: 'lessons', old: 'keep-the-move-simple', now: 'keep-a-move-simple' },
  { kind: 'tag', folder: 'tags', old: 'stale-lock', now: 'lock-left-behind' },
] as const;

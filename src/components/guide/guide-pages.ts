/** The pages of the guide, in the order in which one reads them. */
export const GUIDE_PAGES = [
  { name: '', title: 'Start here' },
  { name: 'postmortems', title: 'A postmortem in ten minutes' },
  { name: 'lessons', title: 'Lessons and checklist items' },
  { name: 'messages', title: 'What the check says' },
  { name: 'commands', title: 'Commands' },
  { name: 'fields', title: 'Every field' },
  { name: 'components', title: 'Markup and components' },
] as const;

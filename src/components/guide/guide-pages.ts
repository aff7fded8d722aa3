/** The pages of the guide, in reading order. */
export const GUIDE_PAGES = [
  { name: '', title: 'Start here' },
  { name: 'postmortems', title: 'Postmortems' },
  { name: 'notes', title: 'Notes and procedures' },
  { name: 'lessons', title: 'Lessons and checklist items' },
  { name: 'audiences', title: 'Internal and public' },
  { name: 'offline', title: 'Offline copy' },
  { name: 'bundle', title: 'Copy on a USB stick' },
  { name: 'messages', title: 'Messages of the check' },
  { name: 'commands', title: 'Commands' },
  { name: 'fields', title: 'All fields' },
  { name: 'components', title: 'Markup and components' },
  { name: 'design', title: 'Design' },
] as const;

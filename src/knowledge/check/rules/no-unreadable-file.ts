import type { Rule } from './rule.ts';

export const noUnreadableFile: Rule = {
  name: 'no-unreadable-file',
  severity: 'error',
  why: 'A file that is not UTF-8 text, a picture that is damaged or too large for a phone, or a symbolic link would be shown wrongly or not at all. Nobody who reviews a change sees the files of a submodule.',
  example: { wrong: 'postmortems/x.mdx, saved as UTF-16', right: 'postmortems/x.mdx, saved as UTF-8' },
  check({ file, report }) {
    if (file.type === 'unreadable') report({ span: { start: 0, end: 0 }, message: file.readError ?? '' });
  },
};

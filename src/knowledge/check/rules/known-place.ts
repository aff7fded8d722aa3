import { DOCUMENT_FOLDERS, VOCABULARY_FILES } from '../../schema/kinds.ts';
import { nearest } from '../../source/nearest.ts';
import { quote } from '../../source/problem.ts';
import { REDIRECTS_FILE } from '../../source/redirects-file.ts';
import { ALLOWANCES_FILE, DICTIONARY_FILE, SITE_FILE } from '../../source/settings-files.ts';
import type { Rule } from './rule.ts';

const FOLDERS = Object.values(DOCUMENT_FOLDERS);
const PLACES = [
  ...FOLDERS.map((folder) => `${folder}/*.mdx`),
  ...Object.values(VOCABULARY_FILES),
  SITE_FILE,
  REDIRECTS_FILE,
  ALLOWANCES_FILE,
  DICTIONARY_FILE,
];

export const knownPlace: Rule = {
  name: 'known-place',
  severity: 'error',
  why: 'A file in the wrong folder or with another ending is not part of the site, and its author would not notice.',
  example: { wrong: 'postmortem/2018-03-10-outage.md', right: 'postmortems/2018-03-10-outage.mdx' },
  check({ file, content, report }) {
    if (file.type !== 'stray') return;
    const inside = file.path.slice(content.root.length + 1);
    const [folder = '', ...rest] = inside.split('/');
    const name = rest.join('/').replace(/\.[^.]*$/, '');
    const right = nearest(folder, FOLDERS);
    const suggestion =
      right && name && !name.includes('/') ? `${right}/${name}.mdx` : nearest(inside, PLACES);
    report({
      span: { start: 0, end: 0 },
      message: `Unexpected file ${quote(inside)}, expected one of ${PLACES.join(', ')}, or a picture`,
      hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
    });
  },
};

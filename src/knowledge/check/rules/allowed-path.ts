import { DOCUMENT_FOLDERS, VOCABULARY_FILES } from '../../schema/kinds.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { quote } from '../../source/problem.ts';
import { REDIRECTS_FILE } from '../../source/redirects-file.ts';
import { ALLOWED_SECRETS_FILE, DICTIONARY_FILE, SITE_FILE } from '../../source/settings-files.ts';
import { isHiddenFile, isTemporaryFile } from '../../source/temporary-files.ts';
import type { Rule } from './rule.ts';

const FOLDERS = Object.values(DOCUMENT_FOLDERS);
const ALLOWED_PATHS = [
  ...FOLDERS.map((folder) => `${folder}/*.mdx`),
  ...Object.values(VOCABULARY_FILES),
  SITE_FILE,
  REDIRECTS_FILE,
  ALLOWED_SECRETS_FILE,
  DICTIONARY_FILE,
];

export const allowedPath: Rule = {
  name: 'allowed-path',
  severity: 'error',
  why: 'Each kind of file has its own folder and extension. A file anywhere else is not part of the site, and its author would not notice. The settings in `site.yaml` are required. Hidden files, such as `.gitignore`, can change what other programs see of the content. Backups and temporary files of editors are ignored unless git tracks them.',
  example: { wrong: 'postmortem/2018-03-10-outage.md', right: 'postmortems/2018-03-10-outage.mdx' },
  check({ file, content, report }) {
    if (file.type !== 'stray') return;
    const relativePath = file.path.slice(content.root.length + 1);
    if (isTemporaryFile(relativePath)) {
      report({
        span: { start: 0, end: 0 },
        message: `Unexpected backup or temporary file ${quote(relativePath)} that git tracks, expected no such file in the repository`,
        hint: 'Remove it with `git rm --cached`. Everyone who can read the repository can read it, and nothing checks what it contains.',
      });
      return;
    }
    if (isHiddenFile(relativePath)) {
      report({
        span: { start: 0, end: 0 },
        message: `Unexpected hidden file ${quote(relativePath)}, expected no name that starts with a dot`,
        hint: 'Move it out of the content folder. Programs obey hidden files, and reviewers overlook them.',
      });
      return;
    }
    if (/\.svgz?$/i.test(relativePath)) {
      report({
        span: { start: 0, end: 0 },
        message: `Unexpected file ${quote(relativePath)}, expected a picture of a type that cannot contain scripts`,
        hint: 'Save it as PNG, or as WebP.',
      });
      return;
    }
    const [folder = '', ...rest] = relativePath.split('/');
    const name = rest.join('/').replace(/\.[^.]*$/, '');
    const nearestFolder = findNearest(folder, FOLDERS);
    const suggestion =
      nearestFolder && name && !name.includes('/')
        ? `${nearestFolder}/${name}.mdx`
        : findNearest(relativePath, ALLOWED_PATHS);
    report({
      span: { start: 0, end: 0 },
      message: `Unexpected file ${quote(relativePath)}, expected one of ${ALLOWED_PATHS.join(', ')}, or a picture`,
      hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
    });
  },
};

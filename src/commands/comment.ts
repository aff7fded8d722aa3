/**
 * `npm run comment -- FILE`: puts a file on the pull request that a run was started for, as the one comment that is
 * kept up to date. Prints `pull-request=N`, as a step of GitHub Actions does. Which pull request it is, and who may
 * write, comes from the environment that .github/workflows/content-report.yml sets.
 */
import { readFileSync } from 'node:fs';
import { upsertComment } from './pull-request-comment.ts';

const REQUIRED_VARIABLES = [
  'GITHUB_REPOSITORY',
  'GITHUB_TOKEN',
  'HEAD_OWNER',
  'HEAD_BRANCH',
  'HEAD_SHA',
] as const;

const [file, ...more] = process.argv.slice(2);
const { GITHUB_API_URL = 'https://api.github.com', ...environment } = process.env;
const missing = REQUIRED_VARIABLES.filter((name) => !environment[name]);
if (file === undefined || more.length > 0 || missing.length > 0) {
  const lack = missing.length > 0 ? ` These are not set: ${missing.join(', ')}.` : '';
  console.error(`Expected one file, and in the environment ${REQUIRED_VARIABLES.join(', ')}.${lack}`);
  process.exitCode = 2;
} else {
  const [name = '', token = '', owner = '', branch = '', sha = ''] = REQUIRED_VARIABLES.map(
    (key) => environment[key],
  );
  const kept = await upsertComment(
    { api: GITHUB_API_URL, name, token },
    { owner, branch, sha },
    readFileSync(file, 'utf8'),
  );
  if (kept) {
    console.error(`Comment ${kept.comment} on pull request ${kept.pullRequest}.`);
    console.log(`pull-request=${kept.pullRequest}`);
  } else console.error('No open pull request ends at that commit any more.');
}

/**
 * `kb comment FILE`: writes a file as the one comment on a pull request, and prints `pull-request=7` for the output of a
 * step in GitHub Actions. The environment, which .github/workflows/content-report.yml sets, names the pull request.
 */
import { Command } from 'commander';
import { CommandError } from '../node/command-error.ts';
import { print, printMessage } from '../node/output.ts';
import { readTextFile } from '../node/read-file.ts';
import { upsertComment } from './pull-request-comment.ts';

const REQUIRED_VARIABLES = [
  'GITHUB_REPOSITORY',
  'GITHUB_TOKEN',
  'HEAD_OWNER',
  'HEAD_BRANCH',
  'HEAD_SHA',
] as const;

export const commentCommand = new Command('comment')
  .argument('<file>', 'the text of the comment, in Markdown')
  .addHelpText('after', `\nReads from the environment: ${REQUIRED_VARIABLES.join(', ')}.`)
  .action(async (file: string) => {
    const { GITHUB_API_URL = 'https://api.github.com', ...environment } = process.env;
    const missing = REQUIRED_VARIABLES.filter((name) => !environment[name]);
    if (missing.length > 0) {
      throw new CommandError(`Missing in the environment: ${missing.join(', ')}. Set them, as CI does.`);
    }
    const [name = '', token = '', owner = '', branch = '', sha = ''] = REQUIRED_VARIABLES.map(
      (key) => environment[key],
    );
    const comment = await upsertComment(
      { api: GITHUB_API_URL, name, token },
      { owner, branch, sha },
      await readTextFile(file),
    );
    if (comment) {
      printMessage(`Comment ${comment.change} on pull request ${comment.pullRequest}.\n`);
      print(`pull-request=${comment.pullRequest}\n`);
    } else printMessage('No open pull request has this commit as its head. No comment written.\n');
  });

/** `npm run check`: holds the content against all rules. Exits 0 fine, 1 found errors. */
import { styleText } from 'node:util';
import { readContent } from '../src/content-folder.ts';
import { check } from '../src/knowledge/check.ts';
import { reportForTerminal, summarize } from '../src/knowledge/reporters/terminal.ts';

const content = await readContent();
const problems = check(content);
process.stdout.write(
  reportForTerminal(problems, {
    error: (text) => styleText('red', text),
    warning: (text) => styleText('yellow', text),
    dim: (text) => styleText('dim', text),
  }),
);
console.log(summarize(problems, content.files.length));
process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;

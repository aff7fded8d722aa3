/** `kb build`: builds the site for an audience. Astro gets every other option. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { AUDIENCE_VARIABLE, type Audience, parseAudience } from '../node/audience.ts';
import { EXIT_CODES } from '../node/command-error.ts';

export const buildCommand = new Command('build')
  .option(
    '--audience <audience>',
    'internal: everything (default); public: only what everyone may read',
    parseAudience,
  )
  .allowUnknownOption()
  .allowExcessArguments()
  .action(async ({ audience }: { audience?: Audience }, command: Command) => {
    const astro = join(
      dirname(createRequire(import.meta.url).resolve('astro/package.json')),
      'bin/astro.mjs',
    );
    const build = spawn(process.execPath, [astro, 'build', ...command.args], {
      stdio: 'inherit',
      env: { ...process.env, ...(audience ? { [AUDIENCE_VARIABLE]: audience } : {}) },
    });
    const [code] = await once(build, 'exit');
    process.exitCode = code ?? EXIT_CODES.failed;
  });

/** A content folder of its own for a test that writes pages, and the commands as they are typed. */
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POSTGRESQL = `- id: postgresql
  title: PostgreSQL
  meaning: Keeps what was ordered.
  aliases: [PG, postgres]
`;

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const SCRIPTS = { kb: 'src/commands/kb.ts', check: 'src/commands/check.mjs' } as const;

export class TempContentFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(): Promise<TempContentFolder> {
    const path = join(await mkdtemp(join(tmpdir(), 'hindsight-new-')), 'content');
    await cp('test/fixtures/bad/base', path, { recursive: true });
    await appendFile(join(path, 'vocabulary/services.yaml'), POSTGRESQL);
    return new TempContentFolder(path);
  }

  resolvePath(file: string): string {
    return join(this.path, file);
  }

  read(file: string): Promise<string> {
    return readFile(this.resolvePath(file), 'utf8');
  }

  remove(): Promise<void> {
    return rm(join(this.path, '..'), { recursive: true });
  }

  /** Without a terminal. */
  run(script: keyof typeof SCRIPTS, ...args: string[]): Promise<CommandResult> {
    const env = { ...process.env, HINDSIGHT_CONTENT: this.path, NO_COLOR: '1', TZ: 'Europe/Vienna' };
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [SCRIPTS[script], ...args],
        { env },
        (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        },
      );
      child.stdin?.end();
    });
  }

  /** What the check says of a file, one line for each: `line:column message`. */
  async listProblems(file: string): Promise<string[]> {
    const { stdout } = await this.run('check', '--format', 'json', this.resolvePath(file));
    const { problems } = JSON.parse(stdout) as {
      problems: { line: number; column: number; rule: string; message: string }[];
    };
    return problems.map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`);
  }
}

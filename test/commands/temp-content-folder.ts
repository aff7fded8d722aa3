/** A temporary content folder for a test that writes pages. */
import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandResult, runKb } from './run-kb.ts';

const POSTGRESQL = `- id: postgresql
  title: PostgreSQL
  meaning: Keeps what was ordered.
  aliases: [PG, postgres]
`;

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

  run(...words: string[]): Promise<CommandResult> {
    return runKb(words, { content: this.path, env: { TZ: 'Europe/Vienna' } });
  }

  /** Returns the problems of a file, each as `line:column rule`. */
  async listProblems(file: string): Promise<string[]> {
    const { stdout } = await this.run('check', '--format', 'json', this.resolvePath(file));
    const { problems } = JSON.parse(stdout) as {
      problems: { line: number; column: number; rule: string }[];
    };
    return problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  }
}

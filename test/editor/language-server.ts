/** The language server that the recommended extension for VS Code runs, spoken to as an editor does. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface CompletionItem {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(process: ChildProcessWithoutNullStreams) {
    this.#process = process;
    process.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** @param workspace the folder that the editor has open */
  static async start(workspace: string): Promise<LanguageServer> {
    const require = createRequire(import.meta.url);
    // It comes with `@astrojs/check`.
    const check = createRequire(require.resolve('@astrojs/check'));
    const server = check.resolve('@astrojs/language-server/bin/nodeServer.js');
    const started = new LanguageServer(spawn(process.execPath, [server, '--stdio'], { cwd: workspace }));
    const uri = pathToFileURL(workspace).href;
    await started.#request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'workspace' }],
      capabilities: {},
      initializationOptions: {
        contentIntellisense: true,
        typescript: { tsdk: join(dirname(require.resolve('typescript/package.json')), 'lib') },
      },
    });
    started.#notify('initialized', {});
    return started;
  }

  /** Returns the completions at `|` in `text`. */
  async completions(path: string, text: string): Promise<CompletionItem[]> {
    const at = text.indexOf('|');
    const before = text.slice(0, at).split('\n');
    const uri = pathToFileURL(path).href;
    const written = text.slice(0, at) + text.slice(at + 1);
    this.#notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mdx', version: 1, text: written },
    });
    const answer = (await this.#request('textDocument/completion', {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      context: { triggerKind: 1 },
    })) as { items: CompletionItem[] } | null;
    this.#notify('textDocument/didClose', { textDocument: { uri } });
    return answer?.items ?? [];
  }

  stop(): void {
    this.#process.kill();
  }

  #request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((done, failed) => {
      this.#answers.set(id, ({ result, error }) => (error ? failed(new Error(error.message)) : done(result)));
      this.#send({ id, method, params });
    });
  }

  #notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin.write(body);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.subarray(0, head).toString())?.[1]);
      if (head < 0 || this.#received.length < head + 4 + length) return;
      const body = this.#received.subarray(head + 4, head + 4 + length).toString();
      this.#received = this.#received.subarray(head + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle(message: Message): void {
    if (message.id === undefined) return;
    // A question of the server's: no settings, nothing registered.
    if (message.method) {
      this.#send({ id: message.id, result: message.method === 'workspace/configuration' ? [null] : null });
      return;
    }
    this.#answers.get(message.id)?.(message);
    this.#answers.delete(message.id);
  }
}

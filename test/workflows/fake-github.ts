/** A server that answers like GitHub's API for one pull request, and keeps the comments that it receives. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PostedComment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

export class FakeGitHub {
  readonly comments: PostedComment[] = [];
  /** The method and path of each request. */
  readonly requests: string[] = [];
  readonly #head: string;
  readonly #server: Server;

  constructor(head: string) {
    this.#head = head;
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.requests.push(`${request.method} ${request.url}`);
        const answer =
          request.headers.authorization === 'Bearer token-of-the-run'
            ? this.#answer(`${request.method} ${request.url}`, Buffer.concat(chunks).toString())
            : undefined;
        response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(answer ?? {}));
      });
    });
  }

  /** @returns its address */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
  }

  #answer(request: string, body: string): unknown {
    if (request.startsWith('GET /repos/example/kb/pulls?')) return [{ number: 7, head: { sha: this.#head } }];
    if (request.startsWith('GET /repos/example/kb/issues/7/comments?')) return this.comments;
    if (request === 'POST /repos/example/kb/issues/7/comments') {
      const comment = {
        id: this.comments.length + 1,
        user: { login: 'github-actions[bot]' },
        body: parseCommentBody(body),
      };
      this.comments.push(comment);
      return comment;
    }
    const id = /^PATCH \/repos\/example\/kb\/issues\/comments\/(\d+)$/.exec(request)?.[1];
    const comment = this.comments.find((candidate) => candidate.id === Number(id));
    if (comment) comment.body = parseCommentBody(body);
    return comment;
  }
}

function parseCommentBody(body: string): string {
  return (JSON.parse(body) as { body: string }).body;
}

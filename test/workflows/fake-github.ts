/**
 * A server that answers like GitHub's API for pull request 7 into `main`, and pull request 6 with the same head into
 * `other`. It keeps the comments that it receives.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PostedComment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

export class FakeGitHub {
  /** Those on pull request 7. */
  readonly comments: PostedComment[] = [];
  readonly otherComments: PostedComment[] = [];
  /** The id of `.github/` at the head. */
  workflows = 'of the base';
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
    if (request.startsWith('GET /repos/example/kb/pulls?')) {
      return [
        { number: 6, head: { sha: this.#head }, base: { ref: 'other' } },
        { number: 7, head: { sha: this.#head }, base: { ref: 'main' } },
      ];
    }
    if (/^GET \/repos\/example\/kb\/compare\/(?:main|other)\.\.\.\w+\?per_page=1$/.test(request))
      return { merge_base_commit: { sha: 'start' } };
    const commit = /^GET \/repos\/example\/kb\/git\/trees\/(\w+)$/.exec(request)?.[1];
    if (commit !== undefined)
      return { tree: [{ path: '.github', sha: commit === this.#head ? this.workflows : 'of the base' }] };
    const [, method, number] =
      /^(GET|POST) \/repos\/example\/kb\/issues\/([67])\/comments/.exec(request) ?? [];
    const comments = number === '6' ? this.otherComments : this.comments;
    if (method === 'GET') return comments;
    if (method === 'POST') {
      const comment = {
        id: comments.length + 1,
        user: { login: 'github-actions[bot]' },
        body: parseCommentBody(body),
      };
      comments.push(comment);
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

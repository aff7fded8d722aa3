/** The only code that has a token and writes: against a server that answers as GitHub's REST API does. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HeadCommit, upsertComments } from '../../src/commands/pull-request-comment.ts';
import { CommandError } from '../../src/node/command-error.ts';

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body?: string;
}

const MARKER = '<!-- hindsight: content check -->';
const HEAD = { owner: 'someone', branch: 'fix/typo', sha: 'abc123', base: 'release/2' };
const PULLS = '/repos/example/kb/pulls?state=open&head=someone%3Afix%2Ftypo&per_page=100';
const COMMENTS = '/repos/example/kb/issues/7/comments?per_page=100&page=';

let server: Server;
let pulls: { number: number; head: { sha: string }; base: { ref: string } }[];
/** The id of `.github/` by commit. */
let workflows: Readonly<Record<string, string>>;
/** The comments on pull request 7, oldest first. */
let comments: Comment[];
/** The status that requests of a method are refused with. */
let refusals: Readonly<Record<string, number>>;
/** Each request: `GET /path`, and the body of those that write. */
let requests: string[];
let headers: Readonly<Record<string, unknown>>[];

beforeEach(async () => {
  pulls = [
    { number: 5, head: { sha: 'abc123' }, base: { ref: 'main' } },
    { number: 6, head: { sha: 'another' }, base: { ref: 'release/2' } },
    { number: 7, head: { sha: 'abc123' }, base: { ref: 'release/2' } },
  ];
  workflows = {};
  comments = [];
  refusals = {};
  requests = [];
  headers = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push([request.method, request.url, body].filter(Boolean).join(' '));
    headers.push(request.headers);
    response.writeHead(refusals[request.method ?? ''] ?? 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer(request.url ?? '')));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(() => {
  server.close();
});

function answer(path: string): unknown {
  if (path.startsWith('/repos/example/kb/pulls?')) return pulls;
  if (path.startsWith('/repos/example/kb/compare/')) return { merge_base_commit: { sha: 'start' } };
  const commit = /\/git\/trees\/(\w+)$/.exec(path)?.[1];
  if (commit !== undefined) return { tree: [{ path: '.github', sha: workflows[commit] ?? 'same' }] };
  const page = /[?&]page=(\d+)$/.exec(path)?.[1];
  return page === undefined ? {} : comments.slice((Number(page) - 1) * 100, Number(page) * 100);
}

function getAddress(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function upsert(markdown = 'All is well.', { api = getAddress(), head = HEAD as HeadCommit } = {}) {
  return upsertComments({ api, name: 'example/kb', token: 'secret-token' }, head, markdown);
}

/** Comments of others, up to the place where ours is. */
function createOthers(count: number): Comment[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    user: { login: 'someone' },
    body: 'Hello',
  }));
}

const OURS = { id: 4711, user: { login: 'github-actions[bot]' }, body: `${MARKER}\nAn older report.` };
const WRITTEN = JSON.stringify({ body: `${MARKER}\n\nCommit abc123, for \`release/2\`.\n\nAll is well.` });
const UPDATE = `PATCH /repos/example/kb/issues/comments/4711 ${WRITTEN}`;
const CREATE = `POST /repos/example/kb/issues/7/comments ${WRITTEN}`;
const COMPARED = [
  'GET /repos/example/kb/compare/release%2F2...abc123?per_page=1',
  'GET /repos/example/kb/git/trees/start',
  'GET /repos/example/kb/git/trees/abc123',
];

describe('without an earlier comment', () => {
  test('creates one that starts with the marker', async () => {
    expect(await upsert()).toEqual([{ pullRequest: 7, change: 'created' }]);
    expect(requests).toEqual([`GET ${PULLS}`, ...COMPARED, `GET ${COMMENTS}1`, CREATE]);
  });

  test.each<[name: string, comment: Comment]>([
    ['of another author with the marker', { ...OURS, user: { login: 'someone' } }],
    ['of another bot with the marker', { ...OURS, user: { login: 'other-actions[bot]' } }],
    ['of a deleted account with the marker', { ...OURS, user: null }],
    ['of the bot without the marker', { ...OURS, body: 'A report of another tool.' }],
    ['of the bot that quotes the marker', { ...OURS, body: `> ${MARKER}` }],
    ['of the bot without a body', { id: OURS.id, user: OURS.user }],
  ])('creates one next to a comment %s', async (_name, comment) => {
    comments = [comment];
    expect(await upsert()).toEqual([{ pullRequest: 7, change: 'created' }]);
    expect(requests.at(-1)).toBe(CREATE);
  });
});

describe('with an earlier comment', () => {
  test('updates it and creates none', async () => {
    comments = [...createOthers(3), OURS];
    expect(await upsert()).toEqual([{ pullRequest: 7, change: 'updated' }]);
    expect(requests).toEqual([`GET ${PULLS}`, ...COMPARED, `GET ${COMMENTS}1`, UPDATE]);
  });

  test('updates the first of several', async () => {
    comments = [OURS, { ...OURS, id: 4712 }];
    await upsert();
    expect(requests.at(-1)).toBe(UPDATE);
  });

  test.each([
    [99, 1],
    [100, 2],
    [250, 3],
  ])('finds it behind %d others, on page %d', async (others, pages) => {
    comments = [...createOthers(others), OURS];
    expect(await upsert()).toEqual([{ pullRequest: 7, change: 'updated' }]);
    expect(requests.filter((request) => request.startsWith('GET'))).toHaveLength(1 + COMPARED.length + pages);
    expect(requests.at(-1)).toBe(UPDATE);
  });
});

test('stops at the first page that is not full', async () => {
  comments = createOthers(100);
  await upsert();
  expect(requests.slice(1 + COMPARED.length)).toEqual([`GET ${COMMENTS}1`, `GET ${COMMENTS}2`, CREATE]);
});

test.each([
  ['is open for the branch', []],
  [
    'ends at the commit that was checked',
    [{ number: 7, head: { sha: 'newer' }, base: { ref: 'release/2' } }],
  ],
  ['goes into the branch of the review', [{ number: 5, head: { sha: 'abc123' }, base: { ref: 'main' } }]],
])('writes nothing if no pull request %s', async (_name, open) => {
  pulls = open;
  expect(await upsert()).toEqual([]);
  expect(requests).toEqual([`GET ${PULLS}`]);
});

test('comments on each pull request with this head if the branch of the review is unknown', async () => {
  expect(await upsert('Not reviewed.', { head: { ...HEAD, base: undefined } })).toEqual([
    { pullRequest: 5, change: 'created' },
    { pullRequest: 7, change: 'created' },
  ]);
});

test('warns that a pull request changes the workflows', async () => {
  workflows = { abc123: 'other' };
  await upsert();
  expect(requests.at(-1)).toContain('This pull request changes `.github/`');
});

test('sends the token and the version of the API with each request', async () => {
  await upsert();
  expect(headers).toHaveLength(3 + COMPARED.length);
  for (const sent of headers) {
    expect(sent).toMatchObject({
      accept: 'application/vnd.github+json',
      authorization: 'Bearer secret-token',
      'x-github-api-version': '2022-11-28',
    });
  }
});

describe('a refused request', () => {
  test.each([
    ['GET', 401, PULLS, []],
    ['POST', 403, '/repos/example/kb/issues/7/comments', []],
    ['PATCH', 404, '/repos/example/kb/issues/comments/4711', [OURS]],
  ])(
    'of %s with %d ends in an error that names it and not the token',
    async (method, status, path, there) => {
      refusals = { [method]: status };
      comments = there;
      await expect(upsert()).rejects.toThrow(
        new CommandError(
          `GitHub answered ${status} to ${method} ${getAddress()}${path}. Check that the token may write to pull requests.`,
        ),
      );
    },
  );

  test('without a connection ends in an error that names the server', async () => {
    const address = getAddress();
    server.close();
    await expect(upsert('Any text.', { api: address })).rejects.toThrow(
      /^Cannot reach http:\/\/127\.0\.0\.1:\d+: .*\. Try again later\.$/,
    );
  });
});

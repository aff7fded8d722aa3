/** Keeps one comment on a pull request up to date, by GitHub's REST API (2022-11-28). */
import { toCodeSpan } from '../knowledge/check/reporters/author-markdown.ts';
import { CommandError } from '../node/command-error.ts';

export interface Repository {
  /** `https://api.github.com`. */
  readonly api: string;
  /** `owner/name`. */
  readonly name: string;
  readonly token: string;
}

/** The commit that was checked, taken from the event that started the run, never from the checked content. */
export interface HeadCommit {
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
  /**
   * The branch with which it was compared, undefined if that is unknown. It comes from the checked content, so it only
   * chooses among the pull requests with this head.
   */
  readonly base?: string | undefined;
}

export interface UpsertedComment {
  readonly pullRequest: number;
  readonly change: 'created' | 'updated';
}

/** Identifies the comment. GitHub does not show it. */
const COMMENT_MARKER = '<!-- hindsight: content check -->';
const COMMENT_AUTHOR = 'github-actions[bot]';
const PAGE_SIZE = 100;

const CHANGED_WORKFLOWS = `> [!WARNING]
> This pull request changes \`.github/\`, so its author could have written this report. Check the content yourself.`;

interface Comparison {
  readonly merge_base_commit: { readonly sha: string };
}

interface Tree {
  readonly tree: readonly { readonly path: string; readonly sha: string }[];
}

interface PullRequest {
  readonly number: number;
  readonly head: { readonly sha: string };
  readonly base: { readonly ref: string };
}

interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly login: string } | null;
}

/**
 * Comments on the pull request from a commit into a branch, or on all from that commit if the branch is unknown.
 *
 * @returns none if that commit is no longer the head of an open pull request: a later run will comment on it
 * @throws a CommandError if GitHub refuses
 */
export async function upsertComments(
  repository: Repository,
  head: HeadCommit,
  markdown: string,
): Promise<UpsertedComment[]> {
  const comments: UpsertedComment[] = [];
  for (const pullRequest of await findPullRequests(repository, head)) {
    const { number, base } = pullRequest;
    const notices = [
      `Commit ${head.sha}, for ${toCodeSpan(base.ref)}.`,
      ...((await changesWorkflows(repository, head.sha, base.ref)) ? [CHANGED_WORKFLOWS] : []),
    ];
    const body = `${[COMMENT_MARKER, ...notices].join('\n\n')}\n\n${markdown}`;
    comments.push({ pullRequest: number, change: await upsertComment(repository, number, body) });
  }
  return comments;
}

async function findPullRequests(
  repository: Repository,
  { owner, branch, sha, base }: HeadCommit,
): Promise<PullRequest[]> {
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, per_page: `${PAGE_SIZE}` });
  const open = await requestGitHub<PullRequest[]>(repository, 'GET', `pulls?${query}`);
  return open.filter(
    (candidate) => candidate.head.sha === sha && (base === undefined || candidate.base.ref === base),
  );
}

/** Compares the folder by its id, because GitHub lists only the first files of a large change. */
async function changesWorkflows(repository: Repository, head: string, base: string): Promise<boolean> {
  const range = `${encodeURIComponent(base)}...${head}`;
  const { merge_base_commit: start } = await requestGitHub<Comparison>(
    repository,
    'GET',
    `compare/${range}?per_page=1`,
  );
  const ids = await Promise.all([start.sha, head].map((commit) => findWorkflows(repository, commit)));
  return ids[0] !== ids[1];
}

async function findWorkflows(repository: Repository, commit: string): Promise<string | undefined> {
  const { tree } = await requestGitHub<Tree>(repository, 'GET', `git/trees/${commit}`);
  return tree.find(({ path }) => path === '.github')?.sha;
}

async function upsertComment(
  repository: Repository,
  pullRequest: number,
  body: string,
): Promise<UpsertedComment['change']> {
  const earlier = await findComment(repository, pullRequest);
  if (earlier === undefined) {
    await requestGitHub(repository, 'POST', `issues/${pullRequest}/comments`, { body });
    return 'created';
  }
  await requestGitHub(repository, 'PATCH', `issues/comments/${earlier}`, { body });
  return 'updated';
}

async function findComment(repository: Repository, pullRequest: number): Promise<number | undefined> {
  for (let page = 1; ; page++) {
    const address = `issues/${pullRequest}/comments?per_page=${PAGE_SIZE}&page=${page}`;
    const comments = await requestGitHub<Comment[]>(repository, 'GET', address);
    // Anyone can write the marker into their own comment.
    const own = comments.find(
      ({ user, body }) => user?.login === COMMENT_AUTHOR && body?.startsWith(COMMENT_MARKER),
    );
    if (own) return own.id;
    if (comments.length < PAGE_SIZE) return undefined;
  }
}

async function requestGitHub<Answer>(
  { api, name, token }: Repository,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const address = `${api}/repos/${name}/${path}`;
  const response = await fetchOrFail(address, {
    method,
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      'X-GitHub-Api-Version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new CommandError(
      `GitHub answered ${response.status} to ${method} ${address}. Check that the token may write to pull requests.`,
    );
  }
  return (await response.json()) as Answer;
}

async function fetchOrFail(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    // `fetch` throws a TypeError with a cause if there is no connection.
    if (!(error instanceof TypeError && error.cause instanceof Error)) throw error;
    throw new CommandError(
      `Cannot reach ${new URL(address).origin}: ${error.cause.message}. Try again later.`,
    );
  }
}

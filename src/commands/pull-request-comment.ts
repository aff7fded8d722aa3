/** Keeps one comment on a pull request up to date, by GitHub's REST API (2022-11-28). */
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
}

export interface UpsertedComment {
  readonly pullRequest: number;
  readonly change: 'created' | 'updated';
}

/** Identifies the comment. GitHub does not show it. */
const COMMENT_MARKER = '<!-- hindsight: content check -->';
const COMMENT_AUTHOR = 'github-actions[bot]';
const PAGE_SIZE = 100;

interface PullRequest {
  readonly number: number;
  readonly head: { readonly sha: string };
}

interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly login: string } | null;
}

/**
 * @returns undefined if that commit is no longer the head of an open pull request: a later run will comment on it
 * @throws a CommandError if GitHub refuses
 */
export async function upsertComment(
  repository: Repository,
  head: HeadCommit,
  markdown: string,
): Promise<UpsertedComment | undefined> {
  const query = new URLSearchParams({
    state: 'open',
    head: `${head.owner}:${head.branch}`,
    per_page: `${PAGE_SIZE}`,
  });
  const open = await requestGitHub<PullRequest[]>(repository, 'GET', `pulls?${query}`);
  const pullRequest = open.find((candidate) => candidate.head.sha === head.sha)?.number;
  if (pullRequest === undefined) return undefined;
  const body = `${COMMENT_MARKER}\n${markdown}`;
  const earlier = await findComment(repository, pullRequest);
  if (earlier === undefined)
    await requestGitHub(repository, 'POST', `issues/${pullRequest}/comments`, { body });
  else await requestGitHub(repository, 'PATCH', `issues/comments/${earlier}`, { body });
  return { pullRequest, change: earlier === undefined ? 'created' : 'updated' };
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

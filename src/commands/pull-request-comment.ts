/** One comment on a pull request, written once and kept up to date from then on (GitHub's REST API, 2022-11-28). */

export interface Repository {
  /** `https://api.github.com`. */
  readonly api: string;
  /** `owner/name`. */
  readonly name: string;
  readonly token: string;
}

/** The commit that was checked, as the event says that started the run: never as the checked content says. */
export interface HeadCommit {
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
}

export interface UpsertedComment {
  readonly pullRequest: number;
  readonly comment: 'created' | 'updated';
}

/** By this it is found again; it is not shown. */
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
 * @returns undefined where no open pull request ends at that commit any more: a later run speaks for it
 * @throws where GitHub refuses
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
  return { pullRequest, comment: earlier === undefined ? 'created' : 'updated' };
}

async function findComment(repository: Repository, pullRequest: number): Promise<number | undefined> {
  for (let page = 1; ; page++) {
    const address = `issues/${pullRequest}/comments?per_page=${PAGE_SIZE}&page=${page}`;
    const comments = await requestGitHub<Comment[]>(repository, 'GET', address);
    // Anyone could write the mark into a comment of their own.
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
  const response = await fetch(address, {
    method,
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      'X-GitHub-Api-Version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}`);
  return (await response.json()) as Answer;
}

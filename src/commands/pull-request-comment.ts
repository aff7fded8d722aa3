/** One comment on a pull request, written once and kept up to date from then on (GitHub's REST API, 2022-11-28). */

export interface Repository {
  /** `https://api.github.com`. */
  readonly api: string;
  /** `owner/name`. */
  readonly name: string;
  readonly token: string;
}

/** The commit that was checked, as the event says that started the run: never as the checked content says. */
export interface Head {
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
}

export interface Kept {
  readonly pullRequest: number;
  readonly comment: 'created' | 'updated';
}

/** By this it is found again; it is not shown. */
const MARK = '<!-- hindsight: content check -->';
const AUTHOR = 'github-actions[bot]';
const PAGE = 100;

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
export async function keepComment(
  repository: Repository,
  head: Head,
  markdown: string,
): Promise<Kept | undefined> {
  const query = new URLSearchParams({
    state: 'open',
    head: `${head.owner}:${head.branch}`,
    per_page: `${PAGE}`,
  });
  const open = await ask<PullRequest[]>(repository, 'GET', `pulls?${query}`);
  const pullRequest = open.find((candidate) => candidate.head.sha === head.sha)?.number;
  if (pullRequest === undefined) return undefined;
  const body = `${MARK}\n${markdown}`;
  const earlier = await findComment(repository, pullRequest);
  if (earlier === undefined) await ask(repository, 'POST', `issues/${pullRequest}/comments`, { body });
  else await ask(repository, 'PATCH', `issues/comments/${earlier}`, { body });
  return { pullRequest, comment: earlier === undefined ? 'created' : 'updated' };
}

async function findComment(repository: Repository, pullRequest: number): Promise<number | undefined> {
  for (let page = 1; ; page++) {
    const address = `issues/${pullRequest}/comments?per_page=${PAGE}&page=${page}`;
    const comments = await ask<Comment[]>(repository, 'GET', address);
    // Anyone could write the mark into a comment of their own.
    const own = comments.find(({ user, body }) => user?.login === AUTHOR && body?.startsWith(MARK));
    if (own) return own.id;
    if (comments.length < PAGE) return undefined;
  }
}

async function ask<Answer>(
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

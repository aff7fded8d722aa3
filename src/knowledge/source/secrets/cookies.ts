/** Finds the values of cookies that identify a session. One header has several cookies. */
import { isPlaceholder, isReference } from './placeholder.ts';
import { isRandom } from './randomness.ts';
import type { SecretMatch } from './secret-match.ts';

const COOKIES =
  /(?:\b(?:Set-)?Cookie['"]?:[ \t]{0,20}['"]?|\bcurl\b[^\n`]{0,80}?[ \t](?:-b|--cookie)[ \t]{1,20}['"]?)(?<list>[\w.%-]{1,60}=[^\n'"`]{1,4000})/dgi;
const COOKIE = /(?:^|;[ \t]{0,20})[\w.%-]{1,60}=(?<value>[^\s;]{1,1000})/dg;
const MIN_SESSION_LENGTH = 16;
/** Next to a session, also shorter values are of it, such as the token of a form. */
const MIN_LENGTH = 8;

export function findCookies(text: string): SecretMatch[] {
  return [...text.matchAll(COOKIES)].flatMap((match) => {
    const listStart = match.indices?.groups?.list?.[0] ?? 0;
    const values = [...(match.groups?.list ?? '').matchAll(COOKIE)].flatMap(({ groups, indices }) => {
      const [start, end] = indices?.groups?.value ?? [0, 0];
      const value = groups?.value ?? '';
      const isValue =
        value.length >= MIN_LENGTH && isRandom(value) && !isPlaceholder(value) && !isReference(value);
      return isValue ? [{ start: listStart + start, end: listStart + end }] : [];
    });
    if (!values.some(({ start, end }) => end - start >= MIN_SESSION_LENGTH)) return [];
    return values.map((span): SecretMatch => ({ what: 'cookie', family: 'secret', span, extent: 'value' }));
  });
}

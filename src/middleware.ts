/** Uses rendered pages of earlier builds again. */

import { defineMiddleware } from 'astro:middleware';
import { hash } from 'node:crypto';
import { digestData } from './node/data-digest.ts';
import { markUsed, PAGES_VARIABLE, readKept, writeKept } from './node/kept-results.ts';
import { type QuestionKey, recordQuestions } from './page-questions.ts';
import { digestAnswerOf } from './site-content.ts';

/** They read files, which no question covers. */
const FILE_ROUTES = ['/pictures/[...path]', '/icons/[name]'];

export const onRequest = defineMiddleware(async (context, next) => {
  const folder = process.env[PAGES_VARIABLE];
  if (import.meta.env.DEV || !folder || FILE_ROUTES.includes(context.routePattern)) return next();
  const name = digestData([context.url.href, context.routePattern, context.props]);
  const kept = readKept(folder, name);
  if (kept && kept.answers === (await digestAnswers(kept.asked))) {
    markUsed(folder, name);
    return new Response(kept.body as BodyInit, {
      headers: new Headers((kept.headers ?? []) as [string, string][]),
    });
  }
  const { result, asked } = await recordQuestions(async () => {
    const response = await next();
    // A page is rendered while its text is read.
    return { response, body: new Uint8Array(await response.arrayBuffer()) };
  });
  const { response, body } = result;
  const isWhole = response.status === 200;
  if (isWhole) {
    const questions = [...asked, SETTINGS_QUESTION];
    const answers = await digestAnswers(questions);
    writeKept(folder, name, { asked: questions, answers, headers: [...response.headers], body });
  }
  return new Response(body as BodyInit, response);
});

/** Every page shows settings of the site, which the knowledge base has without a question. */
const SETTINGS_QUESTION = JSON.stringify(['settings']);

async function digestAnswers(asked: readonly QuestionKey[]): Promise<string> {
  return hash('sha256', (await Promise.all(asked.map(digestAnswerOf))).join());
}

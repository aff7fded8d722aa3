/** The postmortems, newest first, from which `src/integrations/offline.ts` chooses those that fit into the copy. */
import type { APIRoute } from 'astro';
import { getStartTime } from '../knowledge/graph/knowledge.ts';
import { describeTime, toDay } from '../knowledge/schema/time.ts';
import { addresses, getKnowledge } from '../site-content.ts';

export const GET: APIRoute = async () => {
  const postmortems = (await getKnowledge()).all('postmortem');
  return Response.json(
    postmortems.map((postmortem) => ({
      address: addresses.entry(postmortem),
      started: describeTime(toDay(getStartTime(postmortem))),
    })),
  );
};

import type { APIRoute } from 'astro';
import { formatActionsCsv } from '../knowledge/actions/actions-csv.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { getActions, getKnowledge, getPageDay } from '../site-content.ts';

export const GET: APIRoute = async () => {
  const knowledge = await getKnowledge();
  // The file leaves the site, so that its addresses are whole.
  const { origin, pathname } = new URL(knowledge.site.address);
  const published = createAddresses(pathname);
  const text = formatActionsCsv(await getActions(), {
    knowledge,
    today: await getPageDay(),
    getAddress: (postmortem) => origin + published.entry(postmortem),
  });
  return new Response(text);
};

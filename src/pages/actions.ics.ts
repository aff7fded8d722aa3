import type { APIRoute } from 'astro';
import { formatActionsCalendar } from '../knowledge/actions/actions-calendar.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { getActions, getKnowledge, getPageDay } from '../site-content.ts';

export const GET: APIRoute = async () => {
  const knowledge = await getKnowledge();
  // The file leaves the site, so that its addresses are whole.
  const { origin, pathname } = new URL(knowledge.site.address);
  const published = createAddresses(pathname);
  const text = formatActionsCalendar(await getActions(), {
    knowledge,
    today: await getPageDay(),
    getAddress: (postmortem) => origin + published.entry(postmortem),
  });
  return new Response(text);
};

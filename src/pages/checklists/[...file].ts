/**
 * Serves every checklist as files: a PDF for the paper of the site, Markdown, text and JSON; and the binder. `kb checklist`
 * creates PDFs for the other paper.
 */
import type { APIRoute } from 'astro';
import { keepPrintable } from '../../knowledge/checklists/all-checklists.ts';
import { createBinder } from '../../knowledge/checklists/binder.ts';
import type { Checklist } from '../../knowledge/checklists/checklist.ts';
import { TEXT_FORMATS, type TextFormat } from '../../knowledge/checklists/export-formats.ts';
import { formatChecklistJson } from '../../knowledge/checklists/exports/checklist-json.ts';
import { formatChecklistMarkdown } from '../../knowledge/checklists/exports/checklist-markdown.ts';
import { formatChecklistText } from '../../knowledge/checklists/exports/checklist-text.ts';
import { createBinderPdf } from '../../pdf/binder-pdf.ts';
import { createChecklistPdf } from '../../pdf/checklist-pdf.ts';
import { loadPdfFonts } from '../../pdf/pdf-fonts.ts';
import { getChecklists, getKnowledge } from '../../site-content.ts';

type Props =
  | { readonly list: Checklist; readonly format: TextFormat }
  | { readonly list: Checklist | 'binder'; readonly format: 'pdf' };

const FORMATTERS: Record<TextFormat, (list: Checklist) => string> = {
  md: formatChecklistMarkdown,
  txt: formatChecklistText,
  json: formatChecklistJson,
};

export async function getStaticPaths() {
  const lists = keepPrintable(await getChecklists()).flatMap((group) => group.lists);
  const { paper } = (await getKnowledge()).site;
  const formats = Object.keys(TEXT_FORMATS) as TextFormat[];
  const file = (name: string, props: Props) => ({ params: { file: name }, props });
  return [
    ...lists.flatMap((list) => [
      ...formats.map((format) => file(`${list.id}.${format}`, { list, format })),
      file(`${list.id}.${paper}.pdf`, { list, format: 'pdf' }),
    ]),
    file(`binder.${paper}.pdf`, { list: 'binder', format: 'pdf' }),
  ];
}

export const GET: APIRoute<Props> = async ({ props }) => {
  if (props.format !== 'pdf') return new Response(FORMATTERS[props.format](props.list));
  const { list } = props;
  const knowledge = await getKnowledge();
  const { paper } = knowledge.site;
  const fonts = await loadPdfFonts();
  if (list !== 'binder') return new Response((await createChecklistPdf(list, paper, fonts)) as BodyInit);
  const binder = createBinder(knowledge, await getChecklists());
  return new Response((await createBinderPdf(binder, paper, fonts)) as BodyInit);
};

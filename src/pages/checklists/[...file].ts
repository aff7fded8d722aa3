/** Every checklist as files: a PDF for each paper, Markdown, text, JSON; and all of them as one binder. */
import type { APIRoute } from 'astro';
import { getChecklists, getKnowledge } from '../../content.ts';
import type { Checklist } from '../../knowledge/checklists/checklist.ts';
import { TEXT_FORMATS, type TextFormat } from '../../knowledge/checklists/export-formats.ts';
import { checklistJson } from '../../knowledge/checklists/exports/json.ts';
import { checklistMarkdown } from '../../knowledge/checklists/exports/markdown.ts';
import { checklistText } from '../../knowledge/checklists/exports/text.ts';
import { PAPERS, type PaperName } from '../../knowledge/checklists/print/paper.ts';
import { binderPdf } from '../../pdf/binder-pdf.ts';
import { checklistPdf } from '../../pdf/checklist-pdf.ts';
import { pdfFonts } from '../../pdf/fonts.ts';

type Props =
  | { readonly list: Checklist; readonly format: TextFormat }
  | { readonly list: Checklist | 'binder'; readonly format: 'pdf'; readonly paper: PaperName };

const WRITERS: Record<TextFormat, (list: Checklist) => string> = {
  md: checklistMarkdown,
  txt: checklistText,
  json: checklistJson,
};

export async function getStaticPaths() {
  const lists = (await getChecklists()).flatMap((group) => group.lists);
  const papers = Object.keys(PAPERS) as PaperName[];
  const formats = Object.keys(TEXT_FORMATS) as TextFormat[];
  const file = (name: string, props: Props) => ({ params: { file: name }, props });
  return [
    ...lists.flatMap((list) => [
      ...formats.map((format) => file(`${list.id}.${format}`, { list, format })),
      ...papers.map((paper) => file(`${list.id}.${paper}.pdf`, { list, format: 'pdf', paper })),
    ]),
    ...papers.map((paper) => file(`binder.${paper}.pdf`, { list: 'binder', format: 'pdf', paper })),
  ];
}

export const GET: APIRoute<Props> = async ({ props }) => {
  if (props.format !== 'pdf') return new Response(WRITERS[props.format](props.list));
  const { list, paper } = props;
  const fonts = await pdfFonts();
  if (list !== 'binder') return new Response((await checklistPdf(list, paper, fonts)) as BodyInit);
  const { site } = await getKnowledge();
  return new Response((await binderPdf(site.title, await getChecklists(), paper, fonts)) as BodyInit);
};

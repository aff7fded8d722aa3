/** Adds the problems and the indexed text of a document to its page. */
import type { Knowledge } from '../../knowledge/graph/knowledge.ts';
import { renderPreviewPage } from '../../knowledge/preview/preview-page.ts';
import { DOCUMENT_FOLDERS, type DocumentKind, type Ref } from '../../knowledge/schema/kinds.ts';
import { createSearchDocument, type SearchDocument } from '../../knowledge/search/search-document.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { checkContent } from '../../node/check-content.ts';
import { addresses, getKnowledge, getRevision } from '../../site-content.ts';
import styleSheet from '../../styles/preview.css?url';
import { watchedContent } from './watched-content.ts';

/** @param path the path of the page, with the site's prefix */
export async function addPreview(path: string, response: Response): Promise<Response> {
  const ref = findDocumentRef(path);
  const isPage = response.ok && response.headers.get('content-type')?.startsWith('text/html');
  const content = ref && isPage ? await getCurrentContent() : undefined;
  const file = ref && content?.findDocument(ref.kind, ref.id);
  if (!content || !file) return response;
  const [{ problems }, knowledge] = await Promise.all([checkContent(content, [file]), getKnowledge()]);
  const html = renderPreviewPage(await response.text(), {
    file,
    problems: problems.filter((problem) => problem.path === file.path),
    documents: listSearchDocuments(ref, knowledge),
    addresses,
    styleSheet,
  });
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(html, { status: response.status, headers });
}

function findDocumentRef(path: string): Ref<DocumentKind> | undefined {
  for (const kind of Object.keys(DOCUMENT_FOLDERS) as DocumentKind[]) {
    const list = addresses.list(kind);
    const id = path.startsWith(list) ? decodePath(path.slice(list.length)).replace(/\/$/, '') : '';
    if (id) return { kind, id };
  }
  return undefined;
}

/** Returns the path as it is if it is not valid UTF-8. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

let cachedContent: { readonly revision: unknown; readonly content: Promise<Content> } | undefined;

/** Reads the content again if a file has changed. */
async function getCurrentContent(): Promise<Content> {
  const revision = await getRevision();
  if (!cachedContent || cachedContent.revision !== revision)
    cachedContent = { revision, content: watchedContent.read() };
  return cachedContent.content;
}

function listSearchDocuments(ref: Ref, knowledge: Knowledge): SearchDocument[] {
  const entry = knowledge.find(ref);
  const procedures = knowledge.all('procedure').filter(({ note }) => ref.kind === 'note' && note === ref.id);
  return [...(entry ? [entry] : []), ...procedures].map((found) => createSearchDocument(found, knowledge));
}

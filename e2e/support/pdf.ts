import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = {
  readonly title: string;
  readonly language: string;
  readonly tagged: boolean;
  readonly pages: number;
  readonly text: string;
  readonly roles: readonly string[];
};

type Node = { readonly role?: string; readonly children?: readonly Node[] };

/** What a reader program finds in a PDF: words, title, language, structure. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const metadata = await document.getMetadata();
  const info = metadata.info as { readonly Title?: string; readonly Language?: string };
  const mark = await document.getMarkInfo();
  let text = '';
  const roles: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    text += content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    const visit = (node: Node): void => {
      if (node.role !== undefined) roles.push(node.role);
      for (const child of node.children ?? []) visit(child);
    };
    visit((await page.getStructTree()) as unknown as Node);
  }
  const read = {
    title: info.Title ?? '',
    language: info.Language ?? '',
    tagged: mark?.Marked === true,
    pages: document.numPages,
    text,
    roles,
  };
  await document.cleanup();
  return read;
}

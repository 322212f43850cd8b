import type { Pdfium } from './pdfium.ts';

/** A picture of a page: `BGRx`, row after row without gaps. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const BGRX = 3;
const WITH_ANNOTATIONS = 1;
const WHITE = 0xffffffff;
const FLATTEN_AS_SHOWN = 0;
const FLATTEN_FAILED = 0;
const COPY_WHOLE = 2;

/** Handles of an opened document and of the form in it, which draws fields whose look was left to the reader. */
export type OpenedPdf = { readonly document: number; readonly form: number };

/** Opened for as long as its PDFium lives, or PDFium's word on why not. */
export function openDocument(pdfium: Pdfium, bytes: Uint8Array): OpenedPdf | { readonly locked: boolean } {
  const { api } = pdfium;
  const address = pdfium.allocate(bytes.length);
  pdfium.bytesAt(address, bytes.length).set(bytes);
  const document = api.FPDF_LoadMemDocument(address, bytes.length, '');
  if (document !== 0)
    return { document, form: api.PDFiumExt_InitFormFillEnvironment(document, api.PDFiumExt_OpenFormFillInfo()) };
  const error = api.FPDF_GetLastError();
  // A password is asked for, or a way of encrypting that it doesn't know.
  return { locked: error === 4 || error === 5 };
}

/** As shown: turned and cropped. In points, or pixels. */
export type PageSize = { readonly width: number; readonly height: number };

export function withPage<Value>(
  { api }: Pdfium,
  { document, form }: OpenedPdf,
  index: number,
  use: (page: number) => Value,
): Value {
  const page = api.FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(`page ${index} can't be read`);
  api.FORM_OnAfterLoadPage(page, form);
  const value = use(page);
  api.FORM_OnBeforeClosePage(page, form);
  api.FPDF_ClosePage(page);
  return value;
}

export function sizeOf({ api }: Pdfium, page: number): PageSize {
  return { width: api.FPDF_GetPageWidthF(page), height: api.FPDF_GetPageHeightF(page) };
}

/** Of a page whose longest side has so many pixels. */
export function pictureSize({ width, height }: PageSize, longest: number): PageSize {
  const scale = longest / Math.max(width, height, 1);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A part of a page, in shares of its width and height. */
export type PagePart = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const WHOLE: PagePart = { left: 0, top: 0, width: 1, height: 1 };

/** In pixels of a picture of the whole page. */
export function partOf({ width, height }: PageSize, part: PagePart): PagePart {
  const [left, top] = [Math.floor(width * part.left), Math.floor(height * part.top)];
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(width * part.width))),
    height: Math.max(1, Math.min(height - top, Math.round(height * part.height))),
  };
}

/** The page as a person sees it, its longest side of so many pixels at most; or a part of that picture. */
export function picture(
  pdfium: Pdfium,
  { form }: OpenedPdf,
  page: number,
  longest: number,
  part: PagePart = WHOLE,
): Picture {
  const { api } = pdfium;
  const whole = pictureSize(sizeOf(pdfium, page), longest);
  const { left, top, width, height } = partOf(whole, part);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) throw new Error('no memory for a page');
  api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  api.FPDF_RenderPageBitmap(bitmap, page, -left, -top, whole.width, whole.height, 0, WITH_ANNOTATIONS);
  api.FPDF_FFLDraw(form, bitmap, page, -left, -top, whole.width, whole.height, 0, WITH_ANNOTATIONS);
  const stride = api.FPDFBitmap_GetStride(bitmap);
  const rows = pdfium.bytesAt(api.FPDFBitmap_GetBuffer(bitmap), stride * height);
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1)
    pixels.set(rows.subarray(row * stride, row * stride + width * 4), row * width * 4);
  api.FPDFBitmap_Destroy(bitmap);
  return { width, height, pixels };
}

/** What stands over the page (filled fields, stamps, notes) becomes part of its content. */
export function flatten({ api }: Pdfium, page: number): void {
  if (api.FPDFPage_Flatten(page, FLATTEN_AS_SHOWN) === FLATTEN_FAILED) throw new Error("a page can't be flattened");
}

/** The pages alone, in a new document: what hangs on the former as a whole stays behind. */
export function pagesAlone({ api }: Pdfium, { document }: OpenedPdf): number {
  const fresh = api.FPDF_CreateNewDocument();
  if (!api.FPDF_ImportPagesByIndex(fresh, document, 0, 0, 0)) throw new Error("the pages can't be taken over");
  return fresh;
}

/** The document written anew by PDFium: every object in clear, every name in its one spelling. */
export function savePdf({ api, allocate, free, bytesAt }: Pdfium, document: number): Uint8Array {
  const writer = api.PDFiumExt_OpenFileWriter();
  if (!api.FPDF_SaveAsCopy(document, writer, COPY_WHOLE)) throw new Error("the document can't be written");
  const length = api.PDFiumExt_GetFileWriterSize(writer);
  const address = allocate(length);
  api.PDFiumExt_GetFileWriterData(writer, address, length);
  const bytes = bytesAt(address, length).slice();
  free(address);
  api.PDFiumExt_CloseFileWriter(writer);
  return bytes;
}

import { onePage } from '../../src/testing/documents/pdfFile.ts';

/** A small real PDF of one page that says what it is. */
export function makePdf(text: string): Buffer {
  return onePage({ text });
}

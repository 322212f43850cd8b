import type { DocumentLimits, Inspection } from './documents.ts';
import { readHeic } from './readHeic.ts';
import { readImage } from './readImage.ts';
import { readPdf } from './readPdf.ts';
import { sniff } from './sniff.ts';

/** Judges a whole file by its content and renders it anew. A reader that gives up, for whatever reason, refuses the file. */
export async function readDocument(bytes: Uint8Array, limits: DocumentLimits): Promise<Inspection> {
  const found = sniff(bytes);
  if ('fault' in found) return found;
  try {
    if (found.kind === 'application/pdf') return await readPdf(bytes, limits);
    return found.kind === 'image/heic' ? await readHeic(bytes, limits) : await readImage(bytes, found.kind, limits);
  } catch {
    return { fault: 'unreadable' };
  }
}

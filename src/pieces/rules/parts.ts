import { type OpenUpload, PART } from '../piece.ts';

/** Is this the next part of an upload? It begins where what is here ends, and no part but the last is small. */
export function refusePart(
  upload: Pick<OpenUpload, 'received' | 'size'>,
  part: { readonly start: number; readonly size: number },
): 'part-misplaced' | 'part-size' | null {
  if (part.start !== upload.received) return 'part-misplaced';
  const left = upload.size - upload.received;
  if (part.size < 1 || part.size > left || part.size > PART.most) return 'part-size';
  return part.size < PART.least && part.size < left ? 'part-size' : null;
}

import type { Rendering } from '../../platform/documents/documents.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PiecesDeps } from '../deps.ts';
import { LARGEST_FILE, MOST_PAGES, MOST_PIXELS } from '../piece.ts';
import type { Refusal } from '../refusals.ts';

const LIMITS = { bytes: LARGEST_FILE, pages: MOST_PAGES, pixels: MOST_PIXELS };

/** A person's file read whole, and our own rendering of it (or of a page alone, its longest side of so many pixels), or why it is refused. */
export async function renderFile(
  { inspector }: Pick<PiecesDeps, 'inspector'>,
  owner: string,
  read: () => Promise<Uint8Array>,
  drawn: { readonly page?: number; readonly longest?: number } = {},
): Promise<Result<Rendering, Refusal>> {
  const found = await inspector.inspect({ owner, read, limits: LIMITS, ...drawn });
  return 'fault' in found ? refuse({ code: `file-${found.fault}` }) : ok(found);
}

import type { Rendering } from '../platform/documents/documents.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { LIMITS } from './keptFile.ts';
import type { FileRefusal } from './refusals.ts';

/** A person's file read whole, and our own rendering of it (or of a page alone, its longest side of so many pixels), or why it is refused. */
export async function renderFile(
  { inspector }: { readonly inspector: Pick<Inspector, 'inspect'> },
  owner: string,
  read: () => Promise<Uint8Array>,
  drawn: { readonly page?: number; readonly longest?: number } = {},
): Promise<Result<Rendering, FileRefusal>> {
  const found = await inspector.inspect({ owner, read, limits: LIMITS, ...drawn });
  return 'fault' in found ? refuse({ code: `file-${found.fault}` }) : ok(found);
}

import type { Kept } from '../piece.ts';

/** What became of a file's bytes, of a deposit `d`. */
export const KEPT = `jsonb_build_object('scan', d.scan, 'finding', d.finding, 'erasedAt', d.erased_at) as kept`;

export type KeptRow = Omit<Kept, 'erasedAt'> & { readonly erasedAt: string | null };

export function keptOf({ scan, finding, erasedAt }: KeptRow): Kept {
  return { scan, finding, erasedAt: erasedAt === null ? null : Temporal.Instant.from(erasedAt) };
}

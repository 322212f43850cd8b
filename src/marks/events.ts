import type { Subject } from '../platform/journal.ts';
import type { Batch, RoundName } from './marks.ts';

/** A chain a batch. No entry holds a name, nor, before the lock, what a script is worth. */
declare module '../platform/events.ts' {
  interface Events {
    'marks.opened': OfBatch & { readonly scripts: number };
    'marks.listed': OfBatch & { readonly added: number; readonly left: number; readonly back: number };
    'marks.added': OfBatch & { readonly enrolmentId: string; readonly reason: string };
    'marks.named': OfBatch & { readonly first: string | null; readonly second: string | null };
    'marks.entered': OfBatch & { readonly round: RoundName; readonly lines: number; readonly sha256: string };
    'marks.imported': OfBatch & {
      readonly round: RoundName;
      readonly lines: number;
      readonly sha256: string;
      readonly name: string;
    };
    'marks.done': OfBatch & { readonly round: RoundName };
    'marks.reopened': OfBatch & { readonly round: RoundName; readonly reason: string };
    'marks.decided': OfBatch & { readonly numbers: readonly string[]; readonly reason: string };
    'marks.locked': OfBatch & { readonly scripts: number };
    'marks.unlocked': OfBatch & { readonly reason: string };
    'marks.corrected': OfBatch & {
      readonly number: string;
      readonly before: string;
      readonly after: string;
      readonly reason: string;
    };
    'marks.lifted': OfBatch & { readonly reason: string };
  }
}

type OfBatch = { readonly batchId: string };

export function subjectOf({ id, academy, session }: Pick<Batch, 'id' | 'academy' | 'session'>): Subject {
  return { stream: `marks:${id}`, academy, session };
}

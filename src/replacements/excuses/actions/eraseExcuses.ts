import { eraseHealthFrom } from '../../../accommodations/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { healthSubjectOf } from '../../../enrolment/index.ts';
import { readMoment } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { EventBus } from '../../../platform/events.ts';
import type { FileStore } from '../../../platform/files.ts';
import { SYSTEM } from '../../../platform/journal.ts';
import { eraseWords, listWords } from '../store/excuses.ts';
import { type KeptProof, listKept, markProofErased } from '../store/proofs.ts';

export type EraseExcusesDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
  readonly files: Pick<FileStore, 'remove'>;
};

const BATCH = 100;
type Ended = Parameters<typeof eraseHealthFrom>[0] & { readonly session: string };

/** Destroys words and documents whose time is over, as those of accommodations are; says how many. */
export async function eraseExcuses(deps: EraseExcusesDeps): Promise<number> {
  const { now } = await readMoment(deps.db, SYSTEM);
  const isOver = (one: Ended): boolean => {
    const session = deps.catalogue().session(one.session);
    return session !== undefined && Temporal.Instant.compare(eraseHealthFrom(one, session.lastCorrectionAt), now) <= 0;
  };
  const proofs = await inParts(
    (after) => listKept(deps.db, after, BATCH),
    async (one) => isOver(one) && (await eraseProof(deps, one)),
  );
  const words = await inParts(
    (after) => listWords(deps.db, after, BATCH),
    async (one) => {
      if (!isOver(one)) return false;
      await deps.db.transaction().execute(async (tx) => {
        await eraseWords(tx, one.id);
        const subject = healthSubjectOf({ id: one.enrolmentId });
        await deps.events.publish(tx, SYSTEM, 'excuse.wordsErased', subject, { excuseId: one.id });
      });
      return true;
    },
  );
  return proofs + words;
}

async function inParts<One extends { readonly id: string }>(
  list: (after: string | null) => Promise<readonly One[]>,
  erase: (one: One) => Promise<boolean>,
): Promise<number> {
  let [erased, last]: [number, string | null] = [0, null];
  do {
    const part: readonly One[] = await list(last);
    for (const one of part) if (await erase(one)) erased += 1;
    last = part.at(-1)?.id ?? null;
  } while (last !== null);
  return erased;
}

/** The row first: nobody opens it any more. What a crash leaves of its bytes is then nobody's, and swept. */
async function eraseProof(deps: EraseExcusesDeps, { id, enrolmentId, receipt, fileKey }: KeptProof): Promise<boolean> {
  const marked = await deps.db.transaction().execute(async (tx) => {
    if (!(await markProofErased(tx, id))) return false;
    const said = { enrolmentId, proofId: id, receipt };
    await deps.events.publish(tx, SYSTEM, 'excuse.proofErased', healthSubjectOf({ id: enrolmentId }), said);
    return true;
  });
  if (marked) await deps.files.remove(fileKey);
  return marked;
}

import { eraseHealthFrom } from '../../../accommodations/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { healthSubjectOf } from '../../../enrolment/index.ts';
import { type Disputed, eraseFile, inParts } from '../../../keptFiles/index.ts';
import { filesKept } from '../../../pieces/index.ts';
import { readMoment } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { DueAlone } from '../../../platform/database/due.ts';
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

type Ended = Parameters<typeof eraseHealthFrom>[0] & { readonly session: string };

/** Words and documents whose time is over, as those of accommodations. */
export function dueExcuses(deps: EraseExcusesDeps, disputed: Disputed): DueAlone {
  return {
    count: () => eachOver(deps, disputed, null),
    erase: () => eachOver(deps, disputed, { proof: eraseProof, words: eraseSaid }),
  };
}

type Acts = {
  readonly proof: (deps: EraseExcusesDeps, one: KeptProof) => Promise<boolean>;
  readonly words: (deps: EraseExcusesDeps, one: KeptWords) => Promise<boolean>;
};
type KeptWords = Awaited<ReturnType<typeof listWords>>[number];

/** null: they are counted. */
async function eachOver(deps: EraseExcusesDeps, disputed: Disputed, acts: Acts | null): Promise<number> {
  const { now } = await readMoment(deps.db, SYSTEM);
  const isOver = (one: Ended): boolean => {
    const session = deps.catalogue().session(one.session);
    if (session === undefined) return false;
    const from = eraseHealthFrom(one, session.lastCorrectionAt, filesKept(deps.catalogue()));
    return Temporal.Instant.compare(from, now) <= 0;
  };
  const proofs = await inParts(
    (after, limit) => listKept(deps.db, after, limit),
    async (one) => isOver(one) && (acts === null || (await acts.proof(deps, one))),
    disputed,
  );
  const words = await inParts(
    (after, limit) => listWords(deps.db, after, limit),
    async (one) => isOver(one) && (acts === null || (await acts.words(deps, one))),
    disputed,
  );
  return proofs + words;
}

async function eraseSaid({ db, events }: EraseExcusesDeps, { id, enrolmentId }: KeptWords): Promise<boolean> {
  await db.transaction().execute(async (tx) => {
    await eraseWords(tx, id);
    await events.publish(tx, SYSTEM, 'excuse.wordsErased', healthSubjectOf({ id: enrolmentId }), { excuseId: id });
  });
  return true;
}

function eraseProof(deps: EraseExcusesDeps, { id, enrolmentId, receipt, fileKey }: KeptProof): Promise<boolean> {
  return eraseFile(deps, fileKey, async (tx) => {
    if (!(await markProofErased(tx, id))) return false;
    const said = { enrolmentId, proofId: id, receipt };
    await deps.events.publish(tx, SYSTEM, 'excuse.proofErased', healthSubjectOf({ id: enrolmentId }), said);
    return true;
  });
}

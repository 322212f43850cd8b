import { enrolmentAddresses, healthSubjectOf, isRunning } from '../../enrolment/index.ts';
import { listedBy, type Scans } from '../../keptFiles/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import type { ScanVerdict } from '../../platform/antivirus.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { excuseMails } from './mails.ts';
import { proofScans, type UnscannedProof } from './store/proofs.ts';

/** Each document is scanned by a job of its own transaction, as the files of pieces are; the service opens none before. */
export function scanAbsenceProofs(deps: PaperActDeps, scans: Pick<Scans, 'follow'>): void {
  const { db, events, jobs } = deps;
  const scan = scans.follow({
    ...listedBy(db, proofScans),
    settle: (file, verdict) => settle(deps, file, verdict),
  });
  // What isn't read yet is scanned once it is: the antivirus sees what is kept.
  events.subscribe(['excuse.proofGiven', 'excuse.proofRead'], 'settle', async (tx, { payload: { proofId } }) => {
    if (await proofScans.mark(tx, proofId)) await jobs.enqueue(tx, 'excuse.scan', { proofId });
  });
  jobs.handle('excuse.scan', ({ proofId }) => scan(proofId));
}

/** Who gave an infected file is told at once, by a mail that doesn't say what it is about. */
async function settle(
  deps: PaperActDeps,
  { id: proofId, enrolmentId }: UnscannedProof,
  verdict: ScanVerdict,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    // The enrolment first, as everywhere.
    const about = await readAbout(deps, tx, enrolmentId);
    const first = await proofScans.write(tx, proofId, verdict);
    if (!first || verdict.found === 'clean' || !isRunning(about.enrolment)) return;
    const said = { enrolmentId, proofId };
    const eventId = await deps.events.publish(
      tx,
      SYSTEM,
      'excuse.proofInfected',
      healthSubjectOf(about.enrolment),
      said,
    );
    const values = valuesOf(deps, about, enrolmentAddresses.hub(enrolmentId));
    await post(deps, tx, about, { eventId }, excuseMails.infected.write(values));
  });
}

import { findLatest, issuePaper, signedContent, todoOf } from '../../papers/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { SignatureDeps } from '../deps.ts';
import { signatureMails } from '../mails.ts';
import { listSignatures } from '../store/signatures.ts';
import { proofLines, texts } from '../texts.ts';

/** Signed on line by all who must: the candidate has the signed confirmation as a paper, and a mail that says what is left. */
export async function tellSigned(
  deps: Omit<SignatureDeps, 'accounts'>,
  tx: Tx,
  { id: eventId, act, payload: { enrolmentId, version, way } }: Published<'enrolment.signed'>,
): Promise<void> {
  if (way !== 'online') return;
  const about = await readAbout(deps, tx, enrolmentId);
  const paper = await findLatest(tx, enrolmentId, 'confirmation');
  if (paper === null) throw new Error(`${enrolmentId} was signed without a confirmation`);
  const { now } = await readMoment(tx, act);
  const signatures = (await listSignatures(tx, enrolmentId)).filter((one) => one.version === version);
  const proof = { title: texts.proof.title, lines: proofLines(signatures), level: texts.proof.level };
  await issuePaper(deps, tx, act, about, 'signed-confirmation', signedContent(about, paper.content, proof, now));
  const values = {
    ...valuesOf(deps, about, addresses.sign(enrolmentId)),
    version: String(version),
    todo: await todoOf(deps, tx, about, await listPieces(tx, enrolmentId), now),
  };
  await post(deps, tx, about, { eventId }, signatureMails.signed.write(deps.catalogue(), values));
}

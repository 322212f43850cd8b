import type { CodeFor } from '../../accounts/index.ts';
import { type Enrolment, type EnrolmentId, isSigned, onRunning, subjectOf } from '../../enrolment/index.ts';
import { findLatest, type Paper, printPaper } from '../../papers/index.ts';
import { sheetToSign, signSheetOnline } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { contentHash } from '../contentHash.ts';
import type { SignatureDeps } from '../deps.ts';
import type { DoorId } from '../door.ts';
import { asRefusal, type Refusal, waitOf } from '../refusals.ts';
import { hasSigned, type InvitedSigner, nextToSign } from '../rules/whoSigns.ts';
import type { Recognised } from '../signature.ts';
import { signingOf } from '../signingOf.ts';
import { endDoor } from '../store/doors.ts';
import { insertSignature, listSignatures } from '../store/signatures.ts';
import { sentenceOf } from '../texts.ts';
import { sendTo } from './sendDoor.ts';

/**
 * How whoever signs was recognised: the candidate by their password, which was asked for and is right, or by a mailed code; whoever answers for
 * them by the code that opened their door to this browser.
 */
type Proof =
  | { readonly by: 'password' }
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'door'; readonly id: DoorId; readonly mark: string };

type SignOrder = {
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  /** What the person had under the eyes: another one since then is not what they signed. */
  readonly version: number;
  readonly contentSha256: string;
  readonly proof: Proof;
};

/** `waits`: this person has signed, another must too. */
type SigningOutcome = 'signed' | 'waits';

const codeName = (id: string): string => `${id}-candidate`;

/** What a code of signature is for: one version, one address. */
export function codeFor({ id, version }: Pick<Enrolment, 'id' | 'version'>, { address }: InvitedSigner): CodeFor {
  return { name: codeName(id), address, bound: `signature ${version}` };
}

/**
 * One person signs the confirmation of the last version. Once all who must have signed, `CINSIG01` is *Conforme*, the enrolment is
 * signed, and the candidate has the paper and a mail. Until then whoever is next has a link. Done twice, it is done once.
 */
export async function signOnline(
  deps: SignatureDeps,
  act: Act,
  order: SignOrder,
): Promise<Result<SigningOutcome, Refusal>> {
  const { db } = deps;
  const shown = await findLatest(db, order.enrolmentId, 'confirmation');
  if (shown === null) return refuse({ code: 'not-found' });
  // Printed before anything is locked. A paper's file never changes once it is there.
  const pdf = await printPaper(deps, shown);
  const { proof } = order;
  if (proof.by === 'code') {
    const turn = await deps.accounts.actCodes.count(db, { name: codeName(order.enrolmentId) });
    if (!turn.ok) return refuse({ code: 'too-many-tries', waitSeconds: waitOf(turn.error) });
  }
  return onRunning<SigningOutcome, Refusal>(
    db,
    { id: order.enrolmentId, candidateId: order.candidateId },
    async (tx, enrolment) => {
      const paper = await findLatest(tx, enrolment.id, 'confirmation');
      if (paper?.id !== shown.id || enrolment.version !== order.version || contentHash(shown) !== order.contentSha256)
        return refuse({ code: 'older-version', version: enrolment.version });
      if (isSigned(enrolment) && enrolment.signature?.way === 'online') return ok('signed');
      const moment = await readMoment(tx, act);
      const signing = await signingOf(deps, tx, enrolment, moment.now);
      const given = (await listSignatures(tx, enrolment.id)).filter(({ version }) => version === enrolment.version);
      const asked = proof.by === 'door' ? 'representative' : 'candidate';
      const who = signing.by.find(({ signer }) => signer === asked);
      if (who === undefined) return refuse({ code: signing.by.length > 0 ? 'of-age' : 'paper-only' });
      const sheet = await sheetToSign(tx, enrolment, moment);
      if (!sheet.ok) return refuse(asRefusal(sheet.error));
      if (who.signer === 'representative' && !hasSigned(given, { signer: 'candidate' }))
        return refuse({ code: 'candidate-first' });
      if (!hasSigned(given, who)) {
        const signed = await writeOne(deps, tx, act, {
          enrolment,
          who,
          proof,
          paper: shown,
          pdfSha256: pdf.sha256,
        });
        if (!signed.ok) return signed;
      }
      const all = await listSignatures(tx, enrolment.id);
      const standing = all.filter(({ version }) => version === enrolment.version);
      const next = nextToSign(signing.by, standing);
      if (next !== null && !hasSigned(standing, next)) {
        // Too many have left: the page says when another may.
        await sendTo(deps, tx, act, enrolment, next);
        return ok('waits');
      }
      await signSheetOnline(deps, tx, act, { enrolment, piece: sheet.value, now: moment.now });
      return ok('signed');
    },
  );
}

type One = {
  readonly enrolment: Enrolment;
  readonly who: InvitedSigner;
  readonly proof: Proof;
  readonly paper: Paper;
  readonly pdfSha256: string;
};

async function writeOne(
  deps: SignatureDeps,
  tx: Tx,
  act: Act,
  { enrolment, who, proof, paper, pdfSha256 }: One,
): Promise<Result<null, Refusal>> {
  if (proof.by === 'code' && !(await deps.accounts.actCodes.use(tx, codeFor(enrolment, who), proof.code)))
    return refuse({ code: 'code-wrong' });
  if (proof.by === 'door' && !(await endDoor(tx, proof.id, proof.mark, 'signed'))) return refuse({ code: 'not-read' });
  const { version, number } = enrolment;
  const { signer, name, address } = who;
  const recognised: Recognised = proof.by === 'password' ? 'password' : 'mail-code';
  const hashes = { contentSha256: contentHash(paper), pdfSha256 };
  const sentence = sentenceOf(signer, paper);
  const { id: paperId, reference } = paper;
  await insertSignature(tx, enrolment, {
    version,
    signer,
    name,
    address,
    recognised,
    sentence,
    paperId,
    reference,
    ...hashes,
  });
  const payload = { enrolmentId: enrolment.id, number: number ?? '', version, signer, recognised, ...hashes };
  await deps.events.publish(tx, act, 'signature.given', subjectOf(enrolment), payload);
  return ok(null);
}

import type { CodeFor } from '../../accounts/index.ts';
import { type Enrolment, type EnrolmentId, isSigned, onRunning, subjectOf } from '../../enrolment/index.ts';
import { findLatest, type Paper, printPaper } from '../../papers/index.ts';
import { type PieceRefusal, sheetToSign, signSheetOnline } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { contentHash } from '../contentHash.ts';
import type { SignatureDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { hasSigned, type InvitedSigner } from '../rules/whoSigns.ts';
import type { Recognised, SignerRole } from '../signature.ts';
import { signingOf } from '../signingOf.ts';
import { insertSignature, listSignatures } from '../store.ts';
import { sentenceOf } from '../texts.ts';

export type SignOrder = {
  readonly enrolmentId: EnrolmentId;
  readonly candidateId: string;
  readonly signer: SignerRole;
  /** What the person had under the eyes: another one since then is not what they signed. */
  readonly version: number;
  readonly contentSha256: string;
  /** The code of the mail; null: the candidate's password was asked for, and is right. */
  readonly code: string | null;
};

/** `waits`: this person has signed, another must too. */
export type SigningOutcome = 'signed' | 'waits';

const codeName = (id: string, signer: SignerRole): string => `${id}-${signer}`;

/** What a code of signature is for: one version, one person, one address. */
export function codeFor(
  { id, version }: Pick<Enrolment, 'id' | 'version'>,
  { signer, address }: InvitedSigner,
): CodeFor {
  return { name: codeName(id, signer), address, bound: `signature ${version}` };
}

/**
 * One person signs the confirmation of the last version. Once all who must have signed, `CINSIG01` is *Conforme*, the enrolment is
 * signed, and the candidate has the paper and a mail. Done twice, it is done once.
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
  if (order.code !== null) {
    const turn = await deps.accounts.actCodes.count(db, { name: codeName(order.enrolmentId, order.signer) });
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
      const who = signing.by.find(({ signer }) => signer === order.signer);
      if (who === undefined) return refuse({ code: 'paper-only' });
      const sheet = await sheetToSign(tx, enrolment, moment);
      if (!sheet.ok) return refuse(asRefusal(sheet.error));
      if (who.signer === 'representative' && !hasSigned(given, { signer: 'candidate' }))
        return refuse({ code: 'candidate-first' });
      if (!hasSigned(given, who)) {
        const signed = await writeOne(deps, tx, act, {
          enrolment,
          who,
          code: order.code,
          paper: shown,
          pdfSha256: pdf.sha256,
        });
        if (!signed.ok) return signed;
      }
      const all = await listSignatures(tx, enrolment.id);
      const standing = all.filter(({ version }) => version === enrolment.version);
      if (!signing.by.every((one) => hasSigned(standing, one))) return ok('waits');
      await signSheetOnline(deps, tx, act, { enrolment, piece: sheet.value, now: moment.now });
      return ok('signed');
    },
  );
}

type One = {
  readonly enrolment: Enrolment;
  readonly who: InvitedSigner;
  readonly code: string | null;
  readonly paper: Paper;
  readonly pdfSha256: string;
};

async function writeOne(
  deps: SignatureDeps,
  tx: Tx,
  act: Act,
  { enrolment, who, code, paper, pdfSha256 }: One,
): Promise<Result<null, Refusal>> {
  // The password is the candidate's: it says nothing of who answers for them.
  if (code === null && who.signer !== 'candidate') return refuse({ code: 'code-wrong' });
  if (code !== null && !(await deps.accounts.actCodes.use(tx, codeFor(enrolment, who), code)))
    return refuse({ code: 'code-wrong' });
  const { version, number } = enrolment;
  const { signer, name, address } = who;
  const recognised: Recognised = code === null ? 'password' : 'mail-code';
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

/** The words of this room for why the sheet isn't to be signed. */
function asRefusal(refusal: PieceRefusal): Refusal {
  switch (refusal.code) {
    case 'closed':
    case 'too-slow':
    case 'not-open-yet':
      return { code: refusal.code, at: refusal.at };
    case 'compliant':
      return { code: 'in-order-already' };
    default:
      return { code: 'paper-only' };
  }
}

export function waitOf(refusal: object): number {
  return 'waitSeconds' in refusal && typeof refusal.waitSeconds === 'number' ? refusal.waitSeconds : 60;
}

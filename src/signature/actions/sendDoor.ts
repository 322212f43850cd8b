import { createHmac } from 'node:crypto';
import {
  type Enrolment,
  type EnrolmentId,
  onEnrolment,
  onRunning,
  subjectOf,
  type WhoseEnrolment,
} from '../../enrolment/index.ts';
import { sheetToSign } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { takeTurn } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { linkToken } from '../../platform/linkToken.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { addresses } from '../addresses.ts';
import type { SignatureDeps } from '../deps.ts';
import { DOOR_USE } from '../door.ts';
import { signatureMails } from '../mails.ts';
import { asRefusal, type Refusal } from '../refusals.ts';
import { hasSigned, type InvitedSigner } from '../rules/whoSigns.ts';
import { signingOf } from '../signingOf.ts';
import { endDoors, justSent, writeDoor } from '../store/doors.ts';
import { listSignatures } from '../store/signatures.ts';
import { writeTo } from './writeTo.ts';

const HOUR = 3_600;
/** Links that leave for one file, and for one mail box, whoever's files it is named in: nobody is written to all day by somebody's child. */
const PATIENCE = {
  file: { free: 4, firstWaitSeconds: HOUR, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
  mailbox: { free: 8, firstWaitSeconds: HOUR, longestWaitSeconds: HOUR, forgetAfterSeconds: HOUR },
} as const;

/** A candidate sends the link again, or another: the one of before opens nothing any more. */
export function sendDoor(
  deps: SignatureDeps,
  act: Act,
  whose: { readonly id: EnrolmentId; readonly candidateId: string },
): Promise<Result<null, Refusal>> {
  return onRunning<null, Refusal>(deps.db, whose, async (tx, enrolment) => {
    const moment = await readMoment(tx, act);
    const { by } = await signingOf(deps, tx, enrolment, moment.now);
    const who = by.find(({ signer }) => signer === 'representative');
    if (who === undefined) return refuse({ code: 'paper-only' });
    const sheet = await sheetToSign(tx, enrolment, moment);
    if (!sheet.ok) return refuse(asRefusal(sheet.error));
    const given = (await listSignatures(tx, enrolment.id)).filter(({ version }) => version === enrolment.version);
    if (!hasSigned(given, { signer: 'candidate' })) return refuse({ code: 'candidate-first' });
    return sendTo(deps, tx, act, enrolment, who);
  });
}

/** In the transaction of what asks for it: the candidate's own signature, or their click. */
export async function sendTo(
  deps: SignatureDeps,
  tx: Tx,
  act: Act,
  enrolment: Enrolment & { readonly number: string },
  who: InvitedSigner,
): Promise<Result<null, Refusal>> {
  if (await justSent(tx, enrolment)) return ok(null);
  const mailbox = createHmac('sha256', deps.secret).update(who.address).digest('base64url');
  for (const [bucket, patience] of [
    [`signature door ${enrolment.id}`, PATIENCE.file],
    [`signature mailbox ${mailbox}`, PATIENCE.mailbox],
  ] as const) {
    const turn = await takeTurn(tx, bucket, patience);
    if (!turn.allowed) return refuse({ code: 'too-many-links', waitSeconds: turn.waitSeconds });
  }
  const door = await writeDoor(tx, enrolment);
  const eventId = await record(tx, act, 'signature.doorSent', subjectOf(enrolment), { version: enrolment.version });
  await writeTo(deps, tx, {
    enrolment,
    who,
    eventId,
    path: addresses.door(linkToken(deps.secret, DOOR_USE, door)),
    words: (values) => signatureMails.door.write(deps.catalogue(), values),
  });
  return ok(null);
}

/** By its candidate, or the office: whoever has the link reads and signs nothing any more. Done twice, it is done once. */
export function endDoorOf(
  { db }: Pick<SignatureDeps, 'db'>,
  act: Act,
  whose: WhoseEnrolment,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(db, whose, async (tx, enrolment) => {
    const why = 'academy' in whose ? 'withdrawn' : 'revoked';
    if (await endDoors(tx, enrolment.id, why))
      await record(tx, act, 'signature.doorEnded', subjectOf(enrolment), { version: enrolment.version, why });
    return ok(null);
  });
}

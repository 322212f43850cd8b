import type { CodeFor } from '../../accounts/index.ts';
import { type Enrolment, onRunning, subjectOf } from '../../enrolment/index.ts';
import { sheetToSign } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { SignatureDeps } from '../deps.ts';
import type { Door } from '../door.ts';
import { signatureMails } from '../mails.ts';
import { asRefusal, type Refusal, waitOf } from '../refusals.ts';
import type { InvitedSigner } from '../rules/whoSigns.ts';
import { signingOf } from '../signingOf.ts';
import { endDoor, findDoor, openTo } from '../store/doors.ts';
import { writeTo } from './writeTo.ts';

type Standing = {
  readonly enrolment: Enrolment & { readonly number: string };
  /** Whoever answers for its candidate, who is a minor still. */
  readonly who: InvitedSigner;
};

/** Is the door one through which somebody may still sign? Asked again in each act, whatever its page showed. */
function whileItHolds(
  deps: SignatureDeps,
  act: Act,
  { id, enrolmentId, candidateId }: Door,
  work: (tx: Tx, standing: Standing) => Promise<Result<null, Refusal>>,
): Promise<Result<null, Refusal>> {
  return onRunning<null, Refusal>(deps.db, { id: enrolmentId, candidateId }, async (tx, enrolment) => {
    if ((await findDoor(tx, id))?.holds !== true) return refuse({ code: 'link-over' });
    const moment = await readMoment(tx, act);
    const { by } = await signingOf(deps, tx, enrolment, moment.now);
    const who = by.find(({ signer }) => signer === 'representative');
    if (who === undefined) return refuse({ code: by.length > 0 ? 'of-age' : 'link-over' });
    const sheet = await sheetToSign(tx, enrolment, moment);
    return sheet.ok ? work(tx, { enrolment, who }) : refuse(asRefusal(sheet.error));
  });
}

/** What the code of a door is for: its file's confirmation of one version, read by one mail box. */
function codeOf({ id, version }: Door, { address }: InvitedSigner): CodeFor {
  return { name: `${id}-door`, address, bound: `door ${version}` };
}

/**
 * Mails the code that opens it to the mail box which its link was sent to, as the enrolment declares it: a program that opens every link of a
 * mail, or somebody whom it was handed on to, has only the link.
 */
export function mailDoorCode(deps: SignatureDeps, act: Act, door: Door): Promise<Result<null, Refusal>> {
  return whileItHolds(deps, act, door, async (tx, { enrolment, who }) => {
    const made = await deps.accounts.actCodes.make(tx, codeOf(door, who));
    if (!made.ok) return refuse({ code: 'too-many-codes', waitSeconds: waitOf(made.error) });
    const code = made.value;
    if (code === null) return ok(null);
    const data = { signer: who.signer, version: door.version };
    const eventId = await record(tx, act, 'signature.codeSent', subjectOf(enrolment), data);
    await writeTo(deps, tx, {
      enrolment,
      who,
      eventId,
      path: addresses.sign(enrolment.id),
      words: (values) => signatureMails.doorCode.write(deps.catalogue(), { ...values, code }),
    });
    return ok(null);
  });
}

/** The right code opens it to one browser, which reads for half an hour. Nothing is signed by it. */
export async function openDoor(
  deps: SignatureDeps,
  act: Act,
  door: Door,
  { code, mark }: { readonly code: string; readonly mark: string },
): Promise<Result<null, Refusal>> {
  const turn = await deps.accounts.actCodes.count(deps.db, { name: `${door.id}-door` });
  if (!turn.ok) return refuse({ code: 'too-many-door-tries', waitSeconds: waitOf(turn.error) });
  return whileItHolds(deps, act, door, async (tx, { enrolment, who }) => {
    if (!(await deps.accounts.actCodes.use(tx, codeOf(door, who), code))) return refuse({ code: 'door-code-wrong' });
    await openTo(tx, door.id, mark);
    await record(tx, act, 'signature.doorOpened', subjectOf(enrolment), { version: door.version });
    return ok(null);
  });
}

/** Whoever reads there won't sign: the candidate is told at once. Another link may be sent, and paper stays. */
export function refuseAtDoor(deps: SignatureDeps, act: Act, door: Door, mark: string): Promise<Result<null, Refusal>> {
  return whileItHolds(deps, act, door, async (tx, { enrolment }) => {
    if (!(await endDoor(tx, door.id, mark, 'refused'))) return refuse({ code: 'not-read' });
    const eventId = await record(tx, act, 'signature.doorRefused', subjectOf(enrolment), { version: door.version });
    const about = await readAbout(deps, tx, enrolment.id);
    const values = valuesOf(deps, about, addresses.sign(enrolment.id));
    await post(deps, tx, about, { eventId }, signatureMails.refused.write(deps.catalogue(), values));
    return ok(null);
  });
}

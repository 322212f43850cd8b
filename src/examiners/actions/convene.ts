import { createHash } from 'node:crypto';
import { type ExamPlace, examSubject } from '../../exam/index.ts';
import { lockExam } from '../../places/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { isOutage, type Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, ofOfficer } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { nameOfSession } from '../../scope/index.ts';
import { addresses } from '../addresses.ts';
import { TOLD_AT_ONCE } from '../convening.ts';
import { conveningTexts as say, type WordsOfConvening } from '../conveningTexts.ts';
import type { ConveneDeps } from '../deps.ts';
import { examinerSubject } from '../events.ts';
import type { BoardMemberId, Examiner, ExaminerId } from '../examiners.ts';
import { examinerMails } from '../mails.ts';
import { namingOf, officeOf } from '../naming.ts';
import type { Refusal } from '../refusals.ts';
import { type Due, duePeople, type ToTell } from '../rules/toTell.ts';
import { ensureSigningCode, listTold, lockExaminer, writeTold } from '../store/convening.ts';
import { insertExaminerLetter } from '../store/letters.ts';
import { examinerOf, giveAccount } from '../store/people.ts';

declare module '../../platform/jobs.ts' {
  interface JobKinds {
    'examiners.convene': ExamPlace & { readonly by: string; readonly people: readonly string[] };
  }
}

/** What a head read before they confirmed: other people, hours or places since then are another page. */
export function seenOf(due: ReadonlyMap<ExaminerId, readonly Due[]>): string {
  const all = [...due.values()]
    .flat()
    .map(({ memberId, why, stands }) => [memberId, why, stands?.startsAt, stands?.room]);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}

type Order = {
  readonly place: ExamPlace;
  readonly by: string;
  readonly seen: string;
  /** Of the form: sent twice it is one order, whether or not somebody was told meanwhile. */
  readonly key: string | null;
};

/** Has everybody told what they don't know yet, by jobs of fifty. Gives how many people. */
export function orderConvening(
  deps: ConveneDeps,
  act: Act,
  { place, by, seen, key }: Order,
): Promise<Result<number, Refusal>> {
  return transact<number, Refusal>(deps.db, (tx) =>
    onceAccepted<number, Refusal>(
      tx,
      { key, owner: by, purpose: 'examiners.convene', content: { ...place, seen } },
      async () => {
        await lockExam(tx, place);
        const { now } = await readMoment(tx, act);
        const due = duePeople(await listTold(tx, place), now);
        if (due.size === 0) return refuse({ code: 'nobody-to-tell' });
        if (seen !== seenOf(due)) return refuse({ code: 'seen-otherwise' });
        const people = [...due.keys()];
        await deps.events.publish(tx, act, 'board.convening', examSubject(place), { persons: people.length });
        const jobs = Array.from({ length: Math.ceil(people.length / TOLD_AT_ONCE) }, (_, index) => ({
          ...place,
          by,
          people: people.slice(index * TOLD_AT_ONCE, (index + 1) * TOLD_AT_ONCE),
        }));
        await deps.jobs.enqueue(tx, 'examiners.convene', jobs);
        return ok(people.length);
      },
    ),
  );
}

/**
 * The job's part: each in a transaction with what they were told, so that after a kill nobody is told twice. One who can't be told holds up
 * nobody, and the job is tried again for them.
 */
export async function convenePeople(
  deps: ConveneDeps,
  { by, people, academy, session }: ExamPlace & { readonly by: string; readonly people: readonly string[] },
): Promise<void> {
  const place = { academy, session };
  const act = ofOfficer(by, 'examiners.convene');
  const faults: unknown[] = [];
  for (const person of people)
    await deps.db
      .transaction()
      .execute(async (tx) => {
        await lockExam(tx, place);
        await tellPerson(deps, tx, act, { place, person });
      })
      .catch((error: unknown) => {
        if (isOutage(error)) throw error;
        faults.push(error);
      });
  if (faults.length > 0) throw faults[0];
}

type Whom = {
  readonly place: ExamPlace;
  readonly person: string;
  /** Of these places alone; none given: of all. */
  readonly only?: readonly BoardMemberId[];
};

/** Tells one person, in one mail, all that they don't know yet of a session; who has a mail box is let in. Nothing to tell: nothing is done. */
export async function tellPerson(deps: ConveneDeps, tx: Tx, act: Act, { place, person, only }: Whom): Promise<void> {
  const known = await lockExaminer(tx, place.academy, person);
  if (known === null) return;
  const { now } = await readMoment(tx, act);
  const members = await listTold(tx, { ...place, person: known.id });
  const due = (duePeople(members, now).get(known.id) ?? []).filter(
    ({ memberId }) => only === undefined || only.includes(memberId),
  );
  if (due.length === 0) return;
  for (const one of due) await settle(tx, one);
  await ensureSigningCode(tx, place, known.id);
  const count = (why: ToTell): number => due.filter((one) => one.why === why).length;
  const eventId = await deps.events.publish(tx, act, 'examiner.convened', examSubject(place), {
    examinerId: known.id,
    added: count('new'),
    moved: count('moved'),
    gone: count('gone'),
  });
  await insertExaminerLetter(tx, place, known.id, known.mail === null ? null : eventId);
  if (known.mail === null) return;
  await mailTold(deps, tx, act, { place, known: { ...known, mail: known.mail }, due, eventId });
}

type Mailed = {
  readonly place: ExamPlace;
  readonly known: Examiner & { readonly mail: string };
  readonly due: WordsOfConvening['due'];
  readonly eventId: string;
};

/** In one mail; whoever has no access yet is let in. */
export async function mailTold(
  deps: ConveneDeps,
  tx: Tx,
  act: Act,
  { place, known, due, eventId }: Mailed,
): Promise<void> {
  const access = await letIn(deps, tx, act, place.academy, known);
  const catalogue = deps.catalogue();
  const { mail, ...words } = examinerMails.convened.write({
    person: known,
    due,
    nameOf: namingOf(catalogue, place.session),
    session: nameOfSession(catalogue, place.session),
    office: officeOf(catalogue, place.academy, due),
    link: new URL(addresses.own(), deps.publicUrl).href,
    access,
  });
  await deps.outbox.post(tx, {
    eventId,
    template: mail.code,
    recipient: known.mail,
    accountId: null,
    ...place,
    ...words,
  });
}

async function settle(tx: Tx, one: Due): Promise<void> {
  if (one.why !== 'gone' && one.stands !== null)
    return writeTold(tx, one, one.stands, { state: 'convened', words: null });
  if (one.told !== null)
    await writeTold(
      tx,
      one,
      { ...one.told, cancelled: true },
      { state: 'released', words: one.stands === null ? say.boardGone : null },
    );
}

/** `invited`: just now; `taken`: the address is somebody's account already. */
export type Access = 'there' | 'invited' | 'taken';

/** Opens an access to whoever has a mail box and none. An address that is another account's stays that account's alone. */
async function letIn(deps: ConveneDeps, tx: Tx, act: Act, academy: string, person: Examiner): Promise<Access> {
  if (person.accountId !== null || person.mail === null) return 'there';
  const invited = await deps.accounts.inviteStaff(tx, act, {
    academy,
    role: 'examiner',
    name: `${person.firstName} ${person.lastName}`,
    address: person.mail,
    portfolios: [],
  });
  if (invited.ok) {
    await giveAccount(tx, person.id, invited.value);
    return 'invited';
  }
  // Somebody let them in before, and no person of the academy is theirs yet.
  const own = await deps.accounts.examinerAccount(tx, academy, person.mail);
  if (own === null || (await examinerOf(tx, academy, own)) !== null) return 'taken';
  await giveAccount(tx, person.id, own);
  return 'there';
}

/** A head opens somebody's access by hand. */
export function openAccess(
  deps: ConveneDeps,
  act: Act,
  { academy, person }: { readonly academy: string; readonly person: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const known = await lockExaminer(tx, academy, person);
    if (known === null) return refuse({ code: 'not-found' });
    if (known.mail === null) return refuse({ code: 'no-mailbox', who: `${known.firstName} ${known.lastName}` });
    if ((await letIn(deps, tx, act, academy, known)) === 'taken') return refuse({ code: 'address-taken' });
    await deps.events.publish(tx, act, 'examiner.saved', examinerSubject(academy, known.id), { examinerId: known.id });
    return ok(null);
  });
}

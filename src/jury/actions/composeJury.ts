import type { AcademySession } from '../../catalogue/index.ts';
import { joinJury, leaveJury, sayJury } from '../../examiners/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { PARIS, parisDay } from '../../platform/time.ts';
import { sessionRules } from '../deliberation.ts';
import type { JuryActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { ACCOUNTS } from '../guards.ts';
import { type Jury, type JuryId, MOST, type Moment } from '../jury.ts';
import type { Refusal } from '../refusals.ts';
import { toTheMinute } from '../rules/sitting.ts';
import {
  insertJury,
  type JuryWords,
  listJuries,
  lockSession,
  touchJury,
  updateJury,
  writeQuorum,
} from '../store/juries.ts';
import {
  deleteMember,
  findMember,
  insertMember,
  listMembers,
  type MemberWords,
  writePresence,
} from '../store/members.ts';
import { dropMoment, insertMoment, listMoments } from '../store/moments.ts';
import { pointsOfSpecialities } from '../store/points.ts';
import { texts } from '../texts.ts';
import { type JuryOrder, onJury } from './onJury.ts';

type Deps = Pick<JuryActDeps, 'db' | 'events' | 'catalogue' | 'accounts'>;

/** A jury of a session. A speciality has one. */
export function openJury(
  deps: Deps,
  act: Act,
  { by, ...place }: AcademySession & { readonly by: string },
  words: JuryWords,
): Promise<Result<JuryId, Refusal>> {
  return transact<JuryId, Refusal>(deps.db, async (tx) => {
    const rules = sessionRules(deps.catalogue(), place.session);
    if (rules === null || rules.session.academy !== place.academy) return refuse({ code: 'not-found' });
    if (rules.jury === null || rules.step === null) return refuse({ code: 'rules-missing' });
    await lockSession(tx, place);
    if ((await listJuries(tx, place)).length >= MOST.juries) return refuse({ code: 'too-many-juries' });
    const taken = await takenBy(deps, tx, place, words.specialities, null);
    if (taken !== null) return refuse(taken);
    const id = await insertJury(tx, place, words, by);
    const { specialities } = words;
    await deps.events.publish(tx, act, 'jury.opened', subjectOf({ id, ...place }), { juryId: id, specialities });
    return ok(id);
  });
}

export function changeJury(deps: Deps, act: Act, order: JuryOrder, words: JuryWords): Promise<Result<null, Refusal>> {
  return onJury(deps, act, order, 'compose', async (tx, jury) => {
    await lockSession(tx, jury);
    const taken = await takenBy(deps, tx, jury, words.specialities, jury.id);
    if (taken !== null) return refuse(taken);
    const gone = jury.specialities.filter((one) => !words.specialities.includes(one));
    if ((await pointsOfSpecialities(tx, jury, gone)) > 0) return refuse({ code: 'speciality-has-points' });
    await updateJury(tx, jury, words);
    if ((await listMembers(tx, jury)).some(({ examinerId }) => examinerId !== null))
      await sayJury(tx, { ...jury, ...words });
    const { specialities } = words;
    await deps.events.publish(tx, act, 'jury.changed', subjectOf(jury), { juryId: jury.id, specialities });
    return ok(null);
  });
}

async function takenBy(
  { catalogue }: Pick<Deps, 'catalogue'>,
  tx: Tx,
  place: AcademySession,
  specialities: readonly string[],
  but: string | null,
): Promise<Refusal | null> {
  const others = (await listJuries(tx, place)).filter(({ id }) => id !== but).flatMap((one) => one.specialities);
  const taken = specialities.filter((one) => others.includes(one));
  if (taken.length === 0) return null;
  const rules = catalogue();
  return { code: 'speciality-taken', names: taken.map((cfd) => rules.speciality(cfd)?.name ?? cfd) };
}

/** Who sits: somebody of the academy, whose file gives their name, and their title where none is written; or somebody by name. */
export type NamedMember = Omit<MemberWords, 'name'> & { readonly name: string | null };

/** Names a member; one of the academy is convened with those who sit on boards. */
export function seatMember(deps: Deps, act: Act, order: JuryOrder, named: NamedMember): Promise<Result<null, Refusal>> {
  return onJury(deps, act, order, 'compose', async (tx, jury) => {
    const rules = sessionRules(deps.catalogue(), jury.session)?.jury;
    if (!rules?.qualities.some(({ code }) => code === named.quality)) return refuse({ code: 'quality-unknown' });
    const members = await listMembers(tx, jury);
    if (members.length >= MOST.members) return refuse({ code: 'too-many-members' });
    const { accountId } = named;
    if (accountId !== null) {
      if (members.some((one) => one.accountId === accountId)) return refuse({ code: 'account-taken' });
      if (!(await mayRead(deps, tx, jury, accountId))) return refuse({ code: 'account-unknown' });
    }
    const found = await personOf(tx, jury, named, order.by);
    if (!found.ok) return found;
    const { words, despite } = found.value;
    await insertMember(tx, jury, words);
    await touchJury(tx, jury);
    const { quality, name, examinerId } = words;
    const said = { juryId: jury.id, quality, name, examinerId, despite };
    await deps.events.publish(tx, act, 'jury.seated', subjectOf(jury), said);
    return ok(null);
  });
}

/** What is written of them, and what spoke against it. */
async function personOf(
  tx: Tx,
  jury: Jury,
  { name, examinerId, ...words }: NamedMember,
  by: string,
): Promise<Result<{ readonly words: MemberWords; readonly despite: readonly string[] }, Refusal>> {
  if (examinerId === null) return ok({ words: { ...words, examinerId, name: name ?? '' }, despite: [] });
  const joined = await joinJury(tx, jury, { person: examinerId, by });
  if (!joined.ok) return joined;
  const { person, despite } = joined.value;
  const { firstName, lastName, title } = person;
  const of = { examinerId, name: `${firstName} ${lastName}`, title: words.title === '' ? title : words.title };
  return ok({ words: { ...words, ...of }, despite });
}

async function mayRead(
  { accounts }: Pick<Deps, 'accounts'>,
  tx: Tx,
  { academy }: Pick<Jury, 'academy'>,
  accountId: string,
): Promise<boolean> {
  const staff = await accounts.listStaff(tx, academy);
  return staff.some(
    (one) => one.accountId === accountId && one.disabledAt === null && ACCOUNTS.some((role) => role === one.role),
  );
}

export function unseatMember(
  deps: Deps,
  act: Act,
  order: JuryOrder & { readonly member: string },
): Promise<Result<null, Refusal>> {
  return onJury(deps, act, order, 'compose', async (tx, jury) => {
    const member = await findMember(tx, jury, order.member);
    if (member === null) return refuse({ code: 'member-unknown' });
    if ((await listMoments(tx, jury)).some(({ there }) => there.includes(member.id)))
      return refuse({ code: 'member-sat' });
    await deleteMember(tx, jury, member.id);
    await touchJury(tx, jury);
    const { quality, name, examinerId } = member;
    if (examinerId !== null) await leaveJury(deps, tx, act, jury, { person: examinerId, reason: texts.members.left });
    await deps.events.publish(tx, act, 'jury.left', subjectOf(jury), { juryId: jury.id, quality, name });
    return ok(null);
  });
}

/** Who is there from an hour of the day on, whether they are enough, and whether the jury sits. `hour`: `10:40` of the day of the sitting; null: now. */
export function holdMeeting(
  deps: Deps,
  act: Act,
  order: JuryOrder & {
    readonly there: readonly string[];
    readonly hour: string | null;
  } & Pick<Moment, 'quorum' | 'sitting'>,
): Promise<Result<null, Refusal>> {
  return onJury(deps, act, order, 'compose', async (tx, jury) => {
    const { quorum, sitting, hour } = order;
    const members = await listMembers(tx, jury);
    const there = members.filter(({ id }) => order.there.includes(id)).map(({ id }) => id);
    if (there.length !== new Set(order.there).size) return refuse({ code: 'member-unknown' });
    const moments = await listMoments(tx, jury);
    const last = moments.at(-1);
    const { now } = await readMoment(tx, act);
    const at = hour === null ? toTheMinute(now) : hourOf(jury, last, hour);
    if (Temporal.Instant.compare(at, now) > 0 || Temporal.PlainDate.compare(parisDay(at), jury.meetsOn) < 0)
      return refuse({ code: 'hour-to-come', day: jury.meetsOn });
    const since = last === undefined ? 1 : Temporal.Instant.compare(at, last.at);
    if (since < 0 && last !== undefined) return refuse({ code: 'hour-before-last', latest: last.at });
    if (moments.length >= MOST.moments) return refuse({ code: 'too-many-moments' });
    // A slip corrected at once, of the same minute.
    if (since === 0 && last?.sitting === sitting) await dropMoment(tx, jury, last);
    await insertMoment(tx, jury, { at, sitting, quorum, there }, order.by);
    await standAtLast(tx, jury);
    await deps.events.publish(tx, act, 'jury.met', subjectOf(jury), {
      juryId: jury.id,
      present: there.length,
      absent: members.length - there.length,
      quorum,
      sitting,
      hour: at.toString(),
    });
    return ok(null);
  });
}

function hourOf({ meetsOn }: Jury, last: Moment | undefined, hour: string): Temporal.Instant {
  const day = last === undefined ? meetsOn : parisDay(last.at);
  return day.toZonedDateTime({ timeZone: PARIS, plainTime: Temporal.PlainTime.from(hour) }).toInstant();
}

/** Takes the last hour away, which was written by mistake. */
export function dropLastMoment(deps: Deps, act: Act, order: JuryOrder): Promise<Result<null, Refusal>> {
  return onJury(deps, act, order, 'compose', async (tx, jury) => {
    const last = (await listMoments(tx, jury)).at(-1);
    if (last === undefined) return refuse({ code: 'no-moment' });
    await dropMoment(tx, jury, last);
    await standAtLast(tx, jury);
    await deps.events.publish(tx, act, 'jury.hourDropped', subjectOf(jury), {
      juryId: jury.id,
      hour: last.at.toString(),
    });
    return ok(null);
  });
}

/** Members and quorum as the last hour says. */
async function standAtLast(tx: Tx, jury: Jury): Promise<void> {
  const last = (await listMoments(tx, jury)).at(-1);
  await writePresence(tx, jury, last?.there ?? null);
  await writeQuorum(tx, jury, last?.quorum ?? false);
}

/** Asking for the closing ends a sitting that nobody ended. */
export async function endSitting(tx: Tx, jury: Jury, now: Temporal.Instant, by: string): Promise<void> {
  const last = (await listMoments(tx, jury)).at(-1);
  if (last === undefined || last.sitting === 'ended') return;
  const at = toTheMinute(now);
  const ended = Temporal.Instant.compare(at, last.at) < 0 ? last.at : at;
  await insertMoment(tx, jury, { at: ended, sitting: 'ended', quorum: last.quorum, there: last.there }, by);
}

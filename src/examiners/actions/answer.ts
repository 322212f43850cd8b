import { type ExamPlace, examSubject } from '../../exam/index.ts';
import { lockExam } from '../../places/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { boardTexts } from '../boardTexts.ts';
import type { ToldMember } from '../convening.ts';
import { conveningTexts as say } from '../conveningTexts.ts';
import type { ExaminerActDeps } from '../deps.ts';
import { examinerSubject } from '../events.ts';
import { type ExaminerId, type Link, MEMBER_LIFE } from '../examiners.ts';
import type { Refusal } from '../refusals.ts';
import { areNamesShown, isExpected, lastPlace } from '../rules/ownPlaces.ts';
import { isSame } from '../rules/toTell.ts';
import { findMember, listCandidates, moveMember } from '../store/boards.ts';
import { listTold, writeAway } from '../store/convening.ts';
import { insertLink } from '../store/links.ts';

type Own = {
  readonly place: ExamPlace;
  readonly person: ExaminerId;
  readonly board: string;
  readonly version: number;
  readonly by: string;
  /** Whom they call where a page can't help any more, in words. */
  readonly call: string;
};
export type Answer = { readonly comes: true } | { readonly comes: false; readonly words: string };

/** Whoever was convened says whether they come. Said twice it is once; after the first minute it is said by telephone. */
export function answerOwn(deps: ExaminerActDeps, act: Act, order: Own & Answer): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const found = await ownPlace(tx, act, order);
    if (!found.ok) return found;
    // They are spoken to: what is said of them to a head would read as of somebody else.
    if (order.comes && found.value.state === 'declined') return refuse({ code: 'declined-call', call: order.call });
    return settle(deps, tx, act, order.place, { ...found.value, rowVersion: order.version }, order);
  });
}

export type Declared = { readonly enrolment: string; readonly kind: Link; readonly words: string };

/** They know a candidate of the board: they don't examine them, and somebody else is looked for. */
export function declareLink(
  deps: ExaminerActDeps,
  act: Act,
  { enrolment, kind, words, ...order }: Own & Declared,
): Promise<Result<null, Refusal>> {
  const { place, person, by } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    const found = await ownPlace(tx, act, order);
    if (!found.ok) return found;
    const member = found.value;
    const { now } = await readMoment(tx, act);
    const candidates = areNamesShown(member, now) ? await listCandidates(tx, place, member.boardId) : [];
    const alreadySaid = member.state === 'declined';
    if (!alreadySaid && !candidates.some(({ enrolmentId }) => enrolmentId === enrolment))
      return refuse({ code: 'candidate-unknown' });
    if (alreadySaid) return ok(null);
    const done = await settle(
      deps,
      tx,
      act,
      place,
      { ...member, rowVersion: order.version },
      {
        comes: false,
        words: say.linkReason(boardTexts.links[kind]),
        by,
      },
    );
    if (!done.ok) return done;
    await insertLink(tx, place.academy, { person, enrolment, kind, words, by });
    const said = { examinerId: person, enrolmentId: enrolment };
    await deps.events.publish(tx, act, 'board.linkDeclared', examSubject(place), said);
    return ok(null);
  });
}

/** A head writes down what somebody answered by telephone or by letter. */
export function answerFor(
  deps: ExaminerActDeps,
  act: Act,
  order: Pick<Own, 'place' | 'version' | 'by'> & { readonly member: string } & Answer,
): Promise<Result<null, Refusal>> {
  const { place, member, version } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    await lockExam(tx, place);
    const found = await findMember(tx, place, member);
    if (found === null) return refuse({ code: 'not-found' });
    return settle(deps, tx, act, place, { ...found, memberId: found.id, rowVersion: version }, order);
  });
}

/** The days on which somebody can't come, by themselves. */
export function sayAway(
  deps: ExaminerActDeps,
  act: Act,
  {
    academy,
    person,
    away,
  }: { readonly academy: string; readonly person: ExaminerId; readonly away: readonly string[] },
): Promise<void> {
  return deps.db.transaction().execute(async (tx) => {
    await writeAway(tx, person, away);
    const said = { examinerId: person };
    await deps.events.publish(tx, act, 'examiner.awaySaid', examinerSubject(academy, person), said);
  });
}

async function ownPlace(tx: Tx, act: Act, { place, person, board, call }: Own): Promise<Result<ToldMember, Refusal>> {
  await lockExam(tx, place);
  const { now } = await readMoment(tx, act);
  const member = lastPlace(await listTold(tx, { ...place, person }), board);
  if (member === null || member.told === null || !isExpected(member)) {
    if (member?.state === 'declined') return ok(member);
    return refuse({ code: 'not-expected' });
  }
  if (Temporal.Instant.compare(Temporal.Instant.from(member.told.startsAt), now) <= 0)
    return refuse({ code: 'begun-call', call });
  if (member.stands === null || !isSame(member.told, member.stands)) return refuse({ code: 'moved' });
  return ok(member);
}

type Settled = Pick<ToldMember, 'memberId' | 'boardId' | 'examinerId' | 'state' | 'rowVersion'>;

async function settle(
  deps: ExaminerActDeps,
  tx: Tx,
  act: Act,
  place: ExamPlace,
  member: Settled,
  answer: Answer & { readonly by: string },
): Promise<Result<null, Refusal>> {
  const to = answer.comes ? 'accepted' : 'declined';
  // Two clicks, or two tabs.
  if (member.state === to) return ok(null);
  const refused = MEMBER_LIFE.whyNot(answer.comes ? 'accept' : 'decline', member.state);
  if (refused !== null) return refuse({ code: refused });
  const words = answer.comes ? '' : answer.words;
  const { memberId, boardId, examinerId, rowVersion } = member;
  if (!(await moveMember(tx, { id: memberId, rowVersion }, to, { words, answeredBy: answer.by })))
    return refuse({ code: 'changed-meanwhile' });
  const said = { boardId, examinerId, comes: answer.comes };
  await deps.events.publish(tx, act, 'board.answered', examSubject(place), said);
  return ok(null);
}

import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type AtSession, examFrame } from '../../exam/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../../ui/index.ts';
import { orderConvening, seenOf } from '../actions/convene.ts';
import { addresses } from '../addresses.ts';
import { conveningTexts } from '../conveningTexts.ts';
import type { ExaminerDeps } from '../deps.ts';
import type { Examiner } from '../examiners.ts';
import { atPerson, headOfExaminers } from '../guards.ts';
import { ConvenePage } from '../pages/convenePage.tsx';

import { refusals } from '../refusals.ts';
import { type Due, duePeople, isLate } from '../rules/toTell.ts';
import { listTold } from '../store/convening.ts';
import { listExaminers } from '../store/people.ts';
import { givePaper } from './givePaper.ts';
import { letterRoutes, lettersFor } from './letters.ts';

const say = conveningTexts.convene;
const PERSON = '/gestion/examen/examinateurs/personnes/:id';

/** Telling people where they are expected: who hears what, by mail or by letter; their paper. */
export function conveningRoutes(deps: ExaminerDeps): readonly Route[] {
  const [head, one] = [headOfExaminers(deps), atPerson(deps)];
  return [
    route({
      method: 'GET',
      path: addresses.convene(),
      who: head,
      handle: (visit, at) => showConvening(deps, visit, at),
    }),
    act({
      path: addresses.convene(),
      who: head,
      note: 'Le chef de bureau convoque les examinateurs qui ne savent pas encore ce qui vaut.',
      refusals,
      fields: [],
      do: (_, { place, staff }, visit) => {
        const seen = typeof visit.body.vu === 'string' ? visit.body.vu : '';
        const key = idempotencyKey(visit.body.cle);
        return orderConvening(deps, actBy(visit, staff), { place, by: staff.accountId, seen, key });
      },
      to: (persons, { session }) => addresses.convene({ session: session.code, convoques: persons }),
      again: (visit, at, state, status) => showConvening(deps, visit, at, state, status),
    }),
    ...letterRoutes(deps, head, (...shown) => showConvening(deps, ...shown)),
    route({
      method: 'GET',
      path: `${PERSON}/convocation.pdf`,
      who: one,
      handle: async (_, at) => {
        const back = addresses.person(at.person.id, { session: at.session.code });
        return givePaper(deps, at.place.academy, [at.person], {
          name: conveningTexts.paper.file(at.person.id.slice(0, 8)),
          back,
        });
      },
    }),
  ];
}

async function showConvening(
  deps: ExaminerDeps,
  visit: Visit,
  at: AtSession,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { place, session, staff } = at;
  const frame = await examFrame(deps, visit, staff);
  const members = await listTold(deps.db, place);
  const now = deps.clock.now();
  const due = duePeople(members, now);
  const people = await listExaminers(deps.db, place.academy);
  const { conveneDays: days = null, leave } = deps.catalogue().exam(session.exam)?.examiners ?? {};
  const rows = people.flatMap((person) => {
    const theirs = due.get(person.id);
    return theirs === undefined ? [] : [rowOf(person, theirs, { now, days })];
  });
  const told = new Set(
    members.filter(({ told, state: own }) => told !== null && own !== 'declined').map(({ examinerId }) => examinerId),
  );
  const [count, noted] = [visit.query.convoques, visit.query.notees].map((one = '') =>
    /^\d{1,5}$/.test(one) ? Number(one) : null,
  );
  const letters = await lettersFor(deps, visit, at, people);
  return show(
    h(ConvenePage, {
      ...frame,
      // An address says whatever somebody typed.
      ...(noted == null || noted > letters.settled.length
        ? {}
        : { flash: { tone: 'ok', text: conveningTexts.letters.noted(noted) } as const }),
      ...(count == null
        ? {}
        : {
            flash: {
              tone: 'ok',
              text: say.started(count, { left: rows.length > 0, letters: letters.due.length > 0 }),
            } as const,
          }),
      session: session.code,
      rows,
      days,
      leaveDays: leave?.days ?? null,
      seen: seenOf(due),
      idempotencyKey: randomUUID(),
      letters,
      noAccess: people.filter(({ id, mail, accountId }) => mail !== null && accountId === null && told.has(id)),
      state,
    }),
    status,
  );
}

function rowOf(
  person: Examiner,
  due: readonly Due[],
  of: { readonly now: Temporal.Instant; readonly days: number | null },
) {
  const count = (why: Due['why']): number => due.filter((one) => one.why === why).length;
  const ahead = due.flatMap(({ why, stands }) =>
    why === 'gone' || stands === null ? [] : [Temporal.Instant.from(stands.startsAt)],
  );
  const first = ahead.toSorted(Temporal.Instant.compare)[0] ?? null;
  return {
    person,
    count: { new: count('new'), moved: count('moved'), gone: count('gone') },
    first,
    late: first !== null && person.side === 'employee' && isLate(first, of),
  };
}

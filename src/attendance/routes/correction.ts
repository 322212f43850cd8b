import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type Guard, type Reply, type Route, redirect, type Visit } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { isUuid } from '../../platform/uuid.ts';
import { act, type FormState, faulty, formOf, show } from '../../ui/index.ts';
import { correct } from '../actions/correct.ts';
import { addresses } from '../addresses.ts';
import type { AttendanceDeps } from '../deps.ts';
import { words } from '../device/words.ts';
import type { HeadAtExam } from '../guards.ts';
import { CorrectionPage } from '../pages/centrePage.tsx';
import { correctionFields } from '../pages/fields.ts';
import { refusals } from '../refusals.ts';
import { findSeat } from '../store/seats.ts';
import { listStandings } from '../store/statements.ts';
import { lineOf, type SeatOfDay, toldOf } from './examDay.ts';
import { officeFrame } from './keepers.ts';

async function heldIn(deps: AttendanceDeps, visit: Visit, { place }: HeadAtExam): Promise<SeatOfDay | null> {
  const { inscription, unite = '' } = visit.query;
  const seat = isUuid(inscription) ? await findSeat(deps.db, place, inscription, unite) : null;
  if (seat === null) return null;
  const standings = await listStandings(deps.db, place, [seat.enrolmentId]);
  return { seat, standing: standings.find(({ unit }) => unit === unite) ?? null };
}

export async function showCorrection(
  deps: AttendanceDeps,
  visit: Visit,
  at: HeadAtExam,
  refused: { readonly state: FormState; readonly status: number } | null = null,
): Promise<Reply> {
  const held = await heldIn(deps, visit, at);
  if (held === null) return redirect(addresses.overview({ session: at.session.code }));
  const { seat, standing } = held;
  const { state, minutes } = toldOf(held);
  return show(
    h(CorrectionPage, {
      ...(await officeFrame(deps, visit, at)),
      session: at.session.code,
      day: seat.day.toString(),
      centre: seat.centreId,
      line: lineOf(deps, held),
      seen: standing?.rank ?? 0,
      state: refused?.state ?? formOf(correctionFields, { etat: state, ...(minutes === null ? {} : { minutes }) }),
    }),
    refused?.status ?? 200,
  );
}

export function correctionAct(deps: AttendanceDeps, who: Guard<HeadAtExam>): Route {
  return act({
    path: addresses.correction(),
    who,
    refusals,
    note: 'Le chef de bureau corrige ce qui a été pointé, avec un motif.',
    fields: correctionFields,
    do: async ({ etat, minutes = null, motif: reason }, at, visit) => {
      if (etat === 'late' && minutes === null) return faulty({ field: 'minutes', message: words.minutesMissing });
      const held = await heldIn(deps, visit, at);
      if (held === null) return ok(null);
      const { enrolmentId, unit } = held.seat;
      const order = { place: at.place, by: at.staff.accountId, enrolmentId, unit, reason };
      const done = await correct(deps, actBy(visit, at.staff), {
        ...order,
        seen: Number(visit.body.vu ?? Number.NaN),
        told: { state: etat, minutes: etat === 'late' ? minutes : null },
      });
      return done.ok ? ok(held.seat) : done;
    },
    to: (seat, { session: { code: session } }) =>
      addresses.overview(
        seat === null ? { session } : { session, jour: seat.day.toString(), centre: seat.centreId, message: 'corrige' },
      ),
    again: (visit, at, state, status) => showCorrection(deps, visit, at, { state, status }),
  });
}

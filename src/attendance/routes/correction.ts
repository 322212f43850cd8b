import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type Reply, redirect, type Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type FormState, formOf, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { correct } from '../actions/correct.ts';
import { addresses } from '../addresses.ts';
import type { AttendanceDeps } from '../deps.ts';
import { words } from '../device/words.ts';
import type { HeadAtExam } from '../guards.ts';
import { CorrectionPage } from '../pages/centrePage.tsx';
import { correctionFields } from '../pages/fields.ts';
import { refusals } from '../refusals.ts';
import { listStandings } from '../store/acts.ts';
import { findSeat } from '../store/seats.ts';
import { type Held, lineOf, told } from './examDay.ts';
import { officeFrame } from './keepers.ts';

async function heldIn(deps: AttendanceDeps, visit: Visit, { place }: HeadAtExam): Promise<Held | null> {
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
  const { state, minutes } = told(held);
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

export async function write(deps: AttendanceDeps, visit: Visit, at: HeadAtExam): Promise<Reply> {
  const read = parseForm(correctionFields, visit.body);
  if (!read.ok) return showCorrection(deps, visit, at, { state: read.error, status: 422 });
  const { etat, minutes = null, motif } = read.value;
  const typed = typedForm(correctionFields, visit.body);
  if (etat === 'late' && minutes === null)
    return showCorrection(deps, visit, at, { state: withFault(typed, 'minutes', words.minutesMissing), status: 422 });
  const held = await heldIn(deps, visit, at);
  if (held === null) return redirect(addresses.overview({ session: at.session.code }));
  const { seat } = held;
  const done = await correct(deps, actBy(visit, at.staff), {
    place: at.place,
    by: at.staff.accountId,
    enrolmentId: seat.enrolmentId,
    unit: seat.unit,
    seen: Number(visit.body.vu ?? Number.NaN),
    told: { state: etat, minutes: etat === 'late' ? minutes : null },
    reason: motif,
  });
  if (done.ok)
    return redirect(
      addresses.overview({
        session: at.session.code,
        jour: seat.day.toString(),
        centre: seat.centreId,
        message: 'corrige',
      }),
    );
  const state = withFault(typed, null, refusals.inWords(done.error));
  return showCorrection(deps, visit, at, { state, status: refusals.status(done.error) });
}

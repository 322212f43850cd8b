import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { readBatch } from '../../platform/http/batch.ts';
import { permissions } from '../../platform/http/permissions.ts';
import { json, problem, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { keptRoutes, show } from '../../ui/index.ts';
import { recordAttendance } from '../actions/tell.ts';
import { addresses } from '../addresses.ts';
import { MOST } from '../attendance.ts';
import { readCentreDay, readKeptDays } from '../centreDay.ts';
import type { AttendanceDeps } from '../deps.ts';
import type { CentreDay } from '../device/day.ts';
import { type AtCentre, asKeeper } from '../guards.ts';
import { ShellPage } from '../pages/dayPage.tsx';
import { refusals } from '../refusals.ts';
import { readSaid } from '../rules/readSaid.ts';
import { mayKeep } from '../store/keepers.ts';
import { noteContact } from '../store/statements.ts';

/** What a device asks for: the day as data, what was said without a network, and what it keeps to open without one. */
export function deviceRoutes(deps: AttendanceDeps): readonly Route[] {
  const who = asKeeper(deps);
  return [
    route({ method: 'GET', path: addresses.data, who, handle: (visit, at) => giveDay(deps, visit, at) }),
    route({
      method: 'POST',
      path: addresses.batch,
      who,
      bodyLimit: MOST.batchBytes,
      note: "La personne à qui le pointage d'un centre est confié envoie ce que son appareil a gardé sans réseau.",
      handle: (visit, at) => take(deps, visit, at),
    }),
    ...keptRoutes({
      addresses,
      who,
      mayKeep: (account) => mayKeep(deps.db, account),
      refused: () => refusedAs('not-kept'),
      shell: (visit) =>
        show(h(ShellPage, { chrome: deps.bareChrome(visit) }), 200, { 'permissions-policy': permissions('camera') }),
      worker: {
        home: addresses.day(),
        name: 'registre-pointage',
        files: ['theme.css', 'checkin.css', 'attendance.js', 'icon.svg'],
      },
    }),
  ];
}

/** `token`: of the forms of this browser; a device that was cut off for long has an old one. */
export type DayAnswer = { readonly token: string; readonly days: readonly string[]; readonly day: CentreDay | null };

async function dayAnswer(
  deps: AttendanceDeps,
  visit: Visit,
  { staff, keepings }: AtCentre,
  asked: unknown,
): Promise<DayAnswer> {
  const days = await readKeptDays(deps, keepings);
  const day = days.open.find((one) => one.toString() === asked) ?? days.open[0];
  return {
    token: visit.csrf(),
    days: days.open.map(String),
    day: day === undefined ? null : await readCentreDay(deps, staff, days, day),
  };
}

async function giveDay(deps: AttendanceDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  return json(await dayAnswer(deps, visit, at, visit.query.jour));
}

const refusedAs = (code: 'not-kept' | 'unreadable' | 'not-owner' | 'too-many-at-once'): Reply =>
  problem(refusals.inWords({ code }), refusals.status({ code }));

/** Each thing said with what became of it, then the day as it stands now. */
async function take(deps: AttendanceDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  const batch = readBatch(visit.body, at.staff.accountId, MOST.batch, readSaid);
  if (!batch.ok) return refusedAs(batch.error);
  const { device, said, unread } = batch.value;
  const outcomes =
    said.length === 0
      ? []
      : await recordAttendance(deps, actBy(visit, at.staff), {
          by: at.staff.accountId,
          keepings: at.keepings,
          source: 'device',
          device,
          said,
        });
  const answer = await dayAnswer(deps, visit, at, visit.body.day);
  if (answer.day !== null) await noteContacts(deps, at, device, answer.day.day);
  return json({
    ...answer,
    outcomes: [...outcomes, ...unread.map((id) => ({ id, refused: 'unreadable' as const }))].map(({ id, refused }) => ({
      id,
      // Sent twice by a quick finger, it is as its keeper wants it.
      refused: refused === null || refused === 'same-call' ? null : refusals.inWords({ code: refused }),
      again: refused === 'not-yet' || refused === 'too-many',
    })),
  });
}

async function noteContacts(deps: AttendanceDeps, { keepings }: AtCentre, device: string, day: string): Promise<void> {
  const on = Temporal.PlainDate.from(day);
  await deps.db.transaction().execute(async (tx) => {
    for (const keeping of keepings) await noteContact(tx, keeping, on, device);
  });
}

import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { permissions } from '../../platform/http/permissions.ts';
import { everyone, json, problem, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/uuid.ts';
import { keptWorker, show } from '../../ui/index.ts';
import { recordAttendance } from '../actions/tell.ts';
import { addresses } from '../addresses.ts';
import { MOST } from '../attendance.ts';
import { readCentreDay, readKeptDays } from '../centreDay.ts';
import type { AttendanceDeps } from '../deps.ts';
import type { CentreDay } from '../device/day.ts';
import { type AtCentre, asKeeper } from '../guards.ts';
import { ShellPage } from '../pages/dayPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
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
    route({
      method: 'GET',
      path: addresses.allowed(':account'),
      who: everyone,
      priority: 'deliver',
      handle: async (visit) =>
        (await mayKeep(deps.db, visit.params.account ?? ''))
          ? json({ allowed: true })
          : problem(refusals.inWords({ code: 'not-kept' }), refusals.status({ code: 'not-kept' })),
    }),
    route({
      method: 'GET',
      path: addresses.shell,
      who,
      handle: async (visit) =>
        show(h(ShellPage, { chrome: deps.bareChrome(visit) }), 200, { 'permissions-policy': permissions('camera') }),
    }),
    route({
      method: 'GET',
      path: addresses.worker,
      who: everyone,
      priority: 'never-waits',
      handle: async () =>
        keptWorker({
          home: addresses.day(),
          name: 'registre-pointage',
          shell: addresses.shell,
          files: ['theme.css', 'checkin.css', 'attendance.js', 'icon.svg'],
        }),
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

/** Each thing said with what became of it, then the day as it stands now. */
async function take(deps: AttendanceDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  const { owner, device, day, acts } = visit.body;
  const refuse = (code: Refusal['code']): Reply => problem(refusals.inWords({ code }), refusals.status({ code }));
  if (!Array.isArray(acts) || !isUuid(device)) return refuse('unreadable');
  if (owner !== at.staff.accountId) return refuse('not-owner');
  if (acts.length > MOST.batch) return refuse('too-many-at-once');
  const read = acts.map(readSaid);
  const said = read.filter((one) => one !== null);
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
  const unread = acts.flatMap((item: unknown, index) => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
    return read[index] === null && typeof id === 'string' ? [{ id, refused: 'unreadable' as const }] : [];
  });
  const answer = await dayAnswer(deps, visit, at, day);
  if (answer.day !== null) await noteContacts(deps, at, device, answer.day.day);
  return json({
    ...answer,
    outcomes: [...outcomes, ...unread].map(({ id, refused }) => ({
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

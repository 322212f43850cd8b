import type { Catalogue, ResolvedSession, Unit } from '../catalogue/index.ts';
import { type ExamScope, phasesOf, replacementOf, sayReplacement } from '../exam/index.ts';
import {
  type Centre,
  heldByRegulation,
  type KeptRoom,
  openRooms,
  type Room,
  type Sitting,
  WRITTEN,
} from '../places/index.ts';
import { parisDay } from '../platform/time.ts';
import { nameOfSession } from '../scope/index.ts';
import { minutesOfRegulation } from './rules/hours.ts';
import type { KnownUnit, SittingRules } from './rules/sittingLine.ts';

/** The specialities of a session that have units, with what their regulation says of each; of the groups of that scope. */
export function specialitiesWithUnits(
  catalogue: Catalogue,
  session: ResolvedSession,
  { academy, portfolios }: ExamScope,
): SittingRules['specialities'] {
  return catalogue.specialitiesOf(session).flatMap(({ speciality, regulation, status }) => {
    const portfolio = catalogue.portfolioOf(speciality, academy)?.code;
    const theirs = portfolios === null || (portfolio !== undefined && portfolios.includes(portfolio));
    if (!theirs || regulation === undefined || regulation.units.length === 0) return [];
    if (status.code !== 'open' && status.code !== 'extra-session-only') return [];
    const known = regulation.units.map(({ id, code, duration, mode, preparation, choiceGroup, phases }) => ({
      id,
      name: code ?? id,
      minutes: minutesOfRegulation(duration),
      uncounted: 0,
      phases,
      held: heldByRegulation({ mode }),
      preparation: preparation ?? null,
      choiceGroup: choiceGroup ?? null,
    }));
    const units = known.flatMap(partsOf);
    return [{ cfd: speciality.cfd, name: speciality.name, units }];
  });
}

/** `name`: how people call it, whichever part of it. */
type KnownWhole = Omit<KnownUnit, 'code'> & Pick<Unit, 'phases'> & { readonly name: string };

/** Each part of a test has a line of its own in the calendar, « U10 », then « U10, phase 2 »; so has each of its replacement, as long as the first. */
function partsOf({ phases, name, ...unit }: KnownWhole): readonly KnownUnit[] {
  return [unit.id, replacementOf(unit.id)].flatMap((whole) =>
    phasesOf(whole, { phases }).map((id, index) => ({
      ...unit,
      id,
      code: sayReplacement(id, name),
      ...(phases?.[index] ?? {}),
    })),
  );
}

/** What a calendar is read by. `staying`: the sittings that it doesn't say anew. */
export function sittingRulesOf(
  catalogue: Catalogue,
  session: ResolvedSession,
  scope: ExamScope,
  known: {
    readonly centres: readonly Centre[];
    readonly rooms: readonly Room[];
    readonly staying: readonly Sitting[];
    readonly elsewhere: readonly KeptRoom[];
  },
): SittingRules {
  const codes = new Map(known.centres.map(({ id, code }) => [id, code]));
  return {
    zone: session.zone,
    first: session.examStartsOn.on,
    last: session.resultsAt.at === null ? session.lastDay : parisDay(session.resultsAt.at),
    lastReplacement: session.lastDay,
    staying: known.staying,
    atOnce: catalogue.exam(session.exam)?.sittings?.atOnce ?? false,
    specialities: specialitiesWithUnits(catalogue, session, scope),
    rooms: openRooms(known).map(({ id, centreId, name, kinds }) => ({
      id,
      centre: codes.get(centreId) ?? '',
      room: name,
      kinds,
    })),
    reserved: [
      ...known.staying.flatMap(({ roomId, ...sitting }) =>
        roomId === null ? [] : [{ ...sitting, roomId, session: null }],
      ),
      ...known.elsewhere.map((one) => ({ ...WRITTEN, ...one, session: nameOfSession(catalogue, one.session) })),
    ],
  };
}

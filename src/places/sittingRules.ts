import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import { type ExamScope, isReplacement, replacementOf, sayReplacement } from '../exam/index.ts';
import { parisDay } from '../platform/time.ts';
import type { Centre, Room, Sitting } from './places.ts';
import { minutesOfRegulation } from './rules/hours.ts';
import type { KnownUnit, SittingRules } from './rules/sittingLines.ts';

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
    const known = regulation.units.map(({ id, code, duration }) => ({
      id,
      code: code ?? id,
      minutes: minutesOfRegulation(duration),
    }));
    const units = [...known, ...known.map(satAgain)];
    return [{ cfd: speciality.cfd, name: speciality.name, units }];
  });
}

/** The replacement test of a unit: as long as the first, under a code of its own. */
function satAgain({ id, code, minutes }: KnownUnit): KnownUnit {
  const again = replacementOf(id);
  return { id: again, code: sayReplacement(again, code), minutes };
}

/** What a calendar is read by. `staying`: the sittings that it doesn't say anew. */
export function sittingRulesOf(
  catalogue: Catalogue,
  session: ResolvedSession,
  scope: ExamScope,
  known: { readonly centres: readonly Centre[]; readonly rooms: readonly Room[]; readonly staying: readonly Sitting[] },
): SittingRules {
  const codes = new Map(known.centres.map(({ id, code }) => [id, code]));
  return {
    zone: session.zone,
    first: session.examStartsOn.on,
    last: session.resultsAt.at === null ? session.lastDay : parisDay(session.resultsAt.at),
    lastReplacement: session.lastDay,
    firstTests: known.staying.filter(({ unit }) => !isReplacement(unit)),
    specialities: specialitiesWithUnits(catalogue, session, scope),
    rooms: known.rooms.map(({ id, centreId, name, kinds }) => ({
      id,
      centre: codes.get(centreId) ?? '',
      room: name,
      kinds,
    })),
    reserved: known.staying.flatMap(({ roomId, startsAt, minutes }) =>
      roomId === null ? [] : [{ roomId, startsAt, minutes }],
    ),
  };
}

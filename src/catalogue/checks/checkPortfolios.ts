import { type Finding, findingIf, type Located, type LocatedPack, placeBelow, repeated } from '../located.ts';
import { statusFor } from '../rules/specialityStatus.ts';
import type { Academy } from '../schema/academy.ts';
import { texts } from '../texts.ts';
import type { KnownCodes } from './known.ts';

/** Each speciality that may be chosen at a session of an academy is in the charge of one of its officers, and of one only. */
export function checkPortfolios(pack: LocatedPack, known: KnownCodes): readonly Finding[] {
  return pack.academies.flatMap((academy) => {
    const placed = placesOf(academy);
    const there = new Set(placed.map(({ cfd }) => cfd));
    return [
      ...placed.flatMap(({ cfd, place }) =>
        findingIf(!known.has('specialities', cfd), place, texts.unknownSpeciality(cfd)),
      ),
      ...repeated(placed, ({ cfd }) => cfd).map(({ cfd, place }) => ({ place, message: texts.inTwoPortfolios(cfd) })),
      ...offeredBy(academy.value.code, pack).flatMap(({ cfd, name }) =>
        findingIf(!there.has(cfd), placeBelow(academy.place, 'portfolios'), texts.withoutPortfolio(cfd, name)),
      ),
    ];
  });
}

function placesOf({ value, place }: Located<Academy>) {
  return value.portfolios.flatMap(({ specialities }, at) =>
    specialities.map(({ cfd }, index) => ({
      cfd,
      place: placeBelow(place, 'portfolios', at, 'specialities', index, 'cfd'),
    })),
  );
}

/** Open, or at their extra session. */
function offeredBy(academy: string, { sessions, specialities }: LocatedPack) {
  const own = sessions.flatMap(({ value }) => (value.academy === academy ? [value] : []));
  return specialities
    .map(({ value }) => value)
    .filter((one) =>
      own.some(
        ({ exam, year }) => one.exam === exam && ['open', 'extra-session-only'].includes(statusFor(one, year).code),
      ),
    );
}

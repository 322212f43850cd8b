import type { Database } from '../../src/platform/database/database.ts';
import type { Again } from '../session/absences.ts';
import { readSeats } from '../session/scripts.ts';
import { LUCAS, SOFIA } from './cast.ts';

/**
 * Sofia's; those of a few people of one centre and speciality who were ill on the days of two others; and of a few bakers, Lucas among them, all that
 * they sit.
 */
export type SatAgain = {
  readonly hers: readonly Again[];
  readonly marked: readonly Again[];
  readonly coming: readonly Again[];
  readonly all: readonly Again[];
};

/** Everybody sits it. */
export const FIRST_UNIT = 'U10';
/** Sat again last week, so that its marks are being typed, by number: it is sat in writing; and today, so that a centre checks people in. */
const [MARKED, COMING] = ['U51', 'U41'] as const;
const ILL = 4;
/** What bakers have before boards: the dossier, the workshop, the language. */
export const BEFORE_BOARDS = { dossier: 'U42', workshop: 'U10', language: 'U60' } as const;

/** Who will have been absent, of whom the published plan seats. `centre`: its code. */
export async function chooseAbsent(db: Database, session: string, centre: string): Promise<SatAgain> {
  const seats = await readSeats(db, session);
  const lucas = seats.filter(({ address }) => address === LUCAS.address);
  const isBaker = ({ speciality }: Again): boolean => speciality === lucas[0]?.speciality;
  const there = seats.filter((one) => one.centre === centre && one.address.startsWith('candidat.'));
  const byPerson = (some: readonly Again[]): readonly Again[][] => [
    ...Map.groupBy(some, ({ address }) => address).values(),
  ];
  const both = byPerson(there.filter((one) => !isBaker(one) && (one.unit === MARKED || one.unit === COMING)));
  const bySpeciality = Map.groupBy(
    both.filter((theirs) => theirs.length === 2),
    ([first]) => first?.speciality,
  );
  const [ill = []] = [...bySpeciality.values()].toSorted((one, other) => other.length - one.length);
  const theirs = ill.slice(0, ILL).flat();
  const bakers = byPerson(there.filter(isBaker)).filter((some) =>
    Object.values(BEFORE_BOARDS).every((unit) => some.some((one) => one.unit === unit)),
  );
  return {
    hers: seats.filter(({ address, unit }) => address === SOFIA.address && unit === FIRST_UNIT),
    marked: theirs.filter(({ unit }) => unit === MARKED),
    coming: theirs.filter(({ unit }) => unit === COMING),
    all: [lucas, ...bakers.slice(0, ILL - 1)].flat(),
  };
}

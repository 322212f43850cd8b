import {
  type Catalogue,
  type ResolvedSession,
  refuseSpeciality,
  type Speciality,
  unitsAreKnown,
} from '../src/catalogue/index.ts';
import type { AnsweredStep, StepAnswers } from '../src/enrolment/enrolment.ts';
import { slotsOf } from '../src/enrolment/index.ts';
import { COIFFURE } from '../src/testing/answers.ts';
import type { Draw } from './draw.ts';
import type { Person } from './people.ts';

export type Answers = Readonly<Record<AnsweredStep, StepAnswers>>;

/** Of which exam, and among which specialities people choose; null: all that are open to them. */
export type Offer = {
  readonly catalogue: Catalogue;
  readonly session: ResolvedSession;
  readonly specialities: readonly string[] | null;
};

const TRADES = ['Salon', 'Atelier', 'Maison', 'Établissements', 'Garage', 'Ferme'] as const;
/** Their former session, so many years before: its marks hold for five. */
const FORMER_YEARS = 2;
const KEPT = 0.2;
/** Of those, how many agree that their result be read by everybody. */
const DISCLOSES = 0.5;
const CARRIED = 0.15;
const PROGRESSIVE = 0.2;

/** When they were examined before, whatever the year is now: the year, and the day of their marks. */
export function formerSession({ year }: Pick<ResolvedSession, 'year'>): {
  readonly formerYear: string;
  readonly marksOf: string;
} {
  const formerYear = String(year - FORMER_YEARS);
  return { formerYear, marksOf: `05/07/${formerYear}` };
}

/** What a former candidate answers, by far the most among those who enrol alone; of any speciality that is open to them. */
export function answersOf(offer: Offer, person: Person, draw: Draw): Answers {
  const speciality = draw.one(openIn(offer));
  const identification = { ...person.home, frenchNational: draw.share() < 0.93 ? 'oui' : 'non', category: '5' };
  const handicap = draw.share() < 0.04 ? 'oui' : 'non';
  const employer1 = `${draw.one(TRADES)} ${person.status.birthName}`;
  const asksNothing = offer.catalogue.exam(offer.session.exam)?.admission.practice === undefined;
  const known = unitsAreKnown(offer.catalogue.regulation(speciality.cfd, offer.session.year));
  const form = known && draw.share() < PROGRESSIVE ? 'PROGRESSIVE' : 'GLOBAL';
  const { formerYear } = formerSession(offer.session);
  const discloses = draw.share() < DISCLOSES ? { discloseOnline: 'oui' } : {};
  return {
    identification,
    informations: asksNothing
      ? { category: 'other', diploma: 'none', handicap }
      : { ...COIFFURE.informations, formerYear, formerForm: form, employer1, handicap, ...discloses },
    qualification: { speciality: speciality.cfd, form, formFinal: 'oui' },
    ...unitsOf(offer, speciality, { form, keeps: !asksNothing }, draw),
  };
}

function openIn({ catalogue, session, specialities }: Offer): readonly Speciality[] {
  return catalogue
    .specialities()
    .filter(
      (one) =>
        one.exam === session.exam &&
        refuseSpeciality(one, session.year, true) === null &&
        (specialities === null || specialities.includes(one.cfd)),
    );
}

function unitsOf(
  { catalogue, session }: Offer,
  { cfd }: Speciality,
  { form, keeps }: { readonly form: 'GLOBAL' | 'PROGRESSIVE'; readonly keeps: boolean },
  draw: Draw,
): Pick<Answers, 'acquis' | 'epreuves'> {
  const regulation = catalogue.regulation(cfd, session.year);
  const drawn = draw.one(['anglais', 'anglais', 'espagnol', 'italien']);
  const fixed = regulation?.units.flatMap(({ languages }) => languages ?? []) ?? [];
  const [language = drawn] = fixed.length === 0 || fixed.includes(drawn) ? [drawn] : fixed;
  if (!unitsAreKnown(regulation)) return { acquis: { keeps: 'non', exempts: 'non' }, epreuves: { language } };
  const slots = slotsOf(regulation);
  // One is always sat: nobody enrols to sit nothing.
  const kept = slots.map((_, index) => keeps && index > 0 && draw.share() < KEPT);
  const carried = slots.map((_, index) => keeps && form === 'PROGRESSIVE' && index > 0 && draw.share() < CARRIED);
  const { marksOf } = formerSession(session);
  const credits = slots.map(({ id, units }, index): StepAnswers => {
    const former = (halfPoints: number): StepAnswers => ({
      ...(units.length > 1 ? { [`unit-${id}`]: units[0].id } : {}),
      [`mark-${id}`]: String(halfPoints / 2).replace('.', ','),
      [`date-${id}`]: marksOf,
    });
    if (kept[index] === true) return former(20 + draw.whole(14));
    if (carried[index] === true) return former(8 + draw.whole(11));
    return {};
  });
  const left = slots.filter((_, index) => kept[index] !== true && carried[index] !== true);
  const presented = form === 'GLOBAL' ? left : left.filter((_, index) => index === 0 || draw.share() < 0.7);
  const options = left.filter((slot) => slot.units.length > 1).map(({ id, units }) => [`option-${id}`, units[0].id]);
  return {
    acquis: { notes: kept.includes(true) || carried.includes(true) ? 'oui' : 'non', ...Object.assign({}, ...credits) },
    epreuves: {
      ...Object.fromEntries(options),
      ...(form === 'GLOBAL' ? {} : { presented: presented.map(({ id }) => id) }),
      language,
    },
  };
}

import type { Catalogue, ResolvedSession, Speciality } from '../src/catalogue/index.ts';
import { refuseSpeciality, unitsAreKnown } from '../src/catalogue/index.ts';
import type { AnsweredStep, StepAnswers } from '../src/enrolment/enrolment.ts';
import { slotsOf } from '../src/enrolment/index.ts';
import { COIFFURE } from '../src/testing/answers.ts';
import type { Draw } from './draw.ts';
import type { Person } from './people.ts';

export type Answers = Readonly<Record<AnsweredStep, StepAnswers>>;

const TRADES = ['Salon', 'Atelier', 'Maison', 'Établissements', 'Garage', 'Ferme'] as const;

/** What a former candidate answers, by far the most among those who enrol alone; of any speciality that is open to them. */
export function answersOf(catalogue: Catalogue, session: ResolvedSession, person: Person, draw: Draw): Answers {
  const speciality = draw.one(openIn(catalogue, session));
  return {
    identification: { ...person.home, frenchNational: draw.share() < 0.93 ? 'oui' : 'non', category: '5' },
    informations: {
      ...COIFFURE.informations,
      employer1: `${draw.one(TRADES)} ${person.status.birthName}`,
      handicap: draw.share() < 0.04 ? 'oui' : 'non',
    },
    qualification: { speciality: speciality.cfd, form: 'GLOBAL', formFinal: 'oui' },
    ...units(catalogue, session, speciality, draw),
  };
}

function openIn(catalogue: Catalogue, session: ResolvedSession): readonly Speciality[] {
  return catalogue
    .specialities()
    .filter((one) => one.exam === session.exam && refuseSpeciality(one, session.year, true) === null);
}

function units(
  catalogue: Catalogue,
  session: ResolvedSession,
  { cfd }: Speciality,
  draw: Draw,
): Pick<Answers, 'acquis' | 'epreuves'> {
  const regulation = catalogue.regulation(cfd, session.year);
  const language = draw.one(['anglais', 'anglais', 'espagnol', 'italien']);
  if (!unitsAreKnown(regulation)) return { acquis: { keeps: 'non', exempts: 'non' }, epreuves: { language } };
  const slots = slotsOf(regulation);
  const options = slots.filter((slot) => slot.units.length > 1).map(({ id, units }) => [`option-${id}`, units[0].id]);
  return {
    acquis: Object.fromEntries(slots.map(({ id }) => [`choice-${id}`, 'sit'])),
    epreuves: { ...Object.fromEntries(options), language },
  };
}

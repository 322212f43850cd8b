import { describe, expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { refuseSpeciality, unitsAreKnown } from '../catalogue/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { createEventBus } from '../platform/events.ts';
import { SYSTEM } from '../platform/journal.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ownDatabase } from '../testing/database.ts';
import {
  aDraft,
  answer,
  COIFFURE,
  ORDINARY_DAY,
  register,
  reread,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import { plainSpaces } from '../testing/words.ts';
import { beginEnrolment } from './actions/beginEnrolment.ts';
import { saveStepAnswers } from './actions/saveStepAnswers.ts';
import { dossierOf } from './dossier.ts';
import { type StepAnswers, stampOf } from './enrolment.ts';
import { verdictOn } from './judgement.ts';
import { enrolmentMigrations } from './migrations.ts';
import { completeReview, reviewAnswers } from './review.ts';
import { slotsOf } from './rules/slots.ts';
import { unitLines } from './steps/epreuves/unitLines.ts';
import { summaryOf } from './summary.ts';

const SESSION = 'bp-2024-clermont';

let person: TestEnrolment;
const events = createEventBus();
const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
const catalogue = await shippedCatalogue();
await setClock(db, ORDINARY_DAY);
person = await aDraft(db, { events, catalogue }, 'informations');

type Form = 'GLOBAL' | 'PROGRESSIVE';

/** A draft with its first two steps, once the one before has made place for it. */
async function draft(form: Form): Promise<TestEnrolment> {
  await withdraw(db, { events, catalogue }, person);
  const { candidate } = person;
  const deps = { db, events, catalogue: () => catalogue };
  const begun = await beginEnrolment(deps, SYSTEM, candidate.accountId, SESSION);
  if (!begun.ok) throw new Error(begun.error.code);
  const informations = { ...COIFFURE.informations, formerForm: form };
  await answer(db, { events, catalogue }, candidate, begun.value, 'identification', COIFFURE.identification);
  await answer(db, { events, catalogue }, candidate, begun.value, 'informations', informations);
  person = { candidate, enrolment: await reread(db, candidate, begun.value) };
  return person;
}

async function enrol(cfd: string, form: Form, acquis: StepAnswers, epreuves: StepAnswers) {
  const { candidate, enrolment } = await draft(form);
  const steps = { qualification: { speciality: cfd, form, formFinal: 'oui' }, acquis, epreuves } as const;
  for (const step of ['qualification', 'acquis', 'epreuves'] as const)
    await answer(db, { events, catalogue }, candidate, enrolment.id, step, steps[step]);
  return register(db, { events, catalogue }, candidate, enrolment.id);
}

const WORDS = { keeps: 'oui', keptInWords: 'U10, 12,5, 5 juillet 2022\nU20, 10, 5 juillet 2022', exempts: 'non' };

/** Everything sat, or one sentence where the units aren't known. */
function answersFor(cfd: string): readonly [StepAnswers, StepAnswers] {
  const regulation = catalogue.regulation(cfd, 2024);
  if (!unitsAreKnown(regulation)) return [WORDS, { language: 'anglais' }];
  const slots = slotsOf(regulation);
  const options = slots.filter(({ units }) => units.length > 1).map(({ id, units }) => [`option-${id}`, units[0].id]);
  return [
    Object.fromEntries(slots.map(({ id }) => [`choice-${id}`, 'sit'])),
    { ...Object.fromEntries(options), language: 'anglais' },
  ];
}

describe('Each speciality of the session', () => {
  it('that is open, or kept for former candidates, can be enrolled for up to Enregistrer', async () => {
    const open = catalogue.specialities().filter((one) => refuseSpeciality(one, 2024, true) === null);
    expect(open).toHaveLength(46);
    const failed: string[] = [];
    for (const { cfd, name } of open) {
      const { number } = await enrol(cfd, 'GLOBAL', ...answersFor(cfd));
      if (number === null) failed.push(name);
    }
    expect(failed).toEqual([]);
  });

  it('that is closed or not open yet can not be chosen, and says when', async () => {
    const { candidate, enrolment } = await draft('GLOBAL');
    const deps = { db, events, catalogue: () => catalogue };
    const dossier = dossierOf(enrolment, { catalogue, now: ORDINARY_DAY, person: candidate });
    const shut = catalogue.specialities().filter((one) => refuseSpeciality(one, 2024, true) !== null);
    expect(shut).toHaveLength(11);
    for (const { cfd, dormant } of shut) {
      const body = { speciality: cfd, form: 'GLOBAL', formFinal: 'oui' };
      const order = { enrolment, dossier, step: 'qualification', body, stamp: stampOf(undefined) } as const;
      const saved = await saveStepAnswers(deps, SYSTEM, order);
      const [fault] = saved.ok || saved.error.kind !== 'form' ? [] : saved.error.state.faults;
      expect(fault?.message, cfd).toMatch(dormant === undefined ? /fermée|pas encore ouverte/ : /masqué/);
    }
  });
});

describe('Where the units are not all known', () => {
  const read = async (cfd: string, form: Form, epreuves: StepAnswers) => {
    const enrolment = await enrol(cfd, form, WORDS, epreuves);
    const dossier = dossierOf(enrolment, { catalogue, now: ORDINARY_DAY, person: person.candidate }, 'registered');
    const review = completeReview(reviewAnswers(dossier));
    if (review === null) throw new Error('not complete');
    return { dossier, review };
  };

  it('the candidate tells in words what is kept and sat, and the file says that the office completes it', async () => {
    const { dossier, review } = await read('45023408', 'PROGRESSIVE', { presentedInWords: 'U11', language: 'anglais' });
    const lines = unitLines(dossier, review).map(({ title, choice }) => plainSpaces(`${title} : ${choice}`));
    expect(lines).toEqual([
      'Les unités de votre relevé à conserver : U10, 12,5, 5 juillet 2022 ; U20, 10, 5 juillet 2022',
      'Les dispenses que vous demandez : Aucune',
      'Liste des épreuves : Le rectorat la complétera',
      'Présentée à cette session : U11',
      'Langue vivante : anglais',
    ]);
    const words = summaryOf(dossier, review).flatMap(({ lines: all }) => all.map(({ value }) => value));
    expect(words).toContain('Le rectorat la complétera');
  });

  it('the verdict is for the office, and what the last unit is stays open', async () => {
    const { dossier, review } = await read('45022110', 'PROGRESSIVE', { presentedInWords: 'Tout' });
    const { grade, reasons } = verdictOn(dossier, review);
    expect([grade, reasons.find(({ code }) => code === 'speciality')?.detail]).toEqual(['to-check', 'to-complete']);
  });

  it('what was told in words stays readable once the office has written the units', async () => {
    const { dossier, review } = await read('45022110', 'PROGRESSIVE', { presentedInWords: 'Tout' });
    const completed = {
      ...dossier,
      catalogue: { ...catalogue, regulation: () => catalogue.regulation('45022108', 2024) },
    };
    expect(completeReview(reviewAnswers(completed))?.acquis).toEqual(review.acquis);
  });

  it('nothing said is asked for, field by field', async () => {
    const { candidate, enrolment } = await draft('PROGRESSIVE');
    const options = { events, catalogue };
    const body = { speciality: '45023408', form: 'PROGRESSIVE', formFinal: 'oui' };
    await answer(db, options, candidate, enrolment.id, 'qualification', body);
    await expect(answer(db, options, candidate, enrolment.id, 'acquis', { keeps: 'oui' })).rejects.toThrow(
      /keptInWords.*exempts/s,
    );
    await answer(db, options, candidate, enrolment.id, 'acquis', { keeps: 'non', exempts: 'non' });
    await expect(answer(db, options, candidate, enrolment.id, 'epreuves', {})).rejects.toThrow(/presentedInWords/);
  });
});

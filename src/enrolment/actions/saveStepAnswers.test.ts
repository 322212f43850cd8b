import { describe, expect, it } from 'vitest';
import { accountMigrations, type Candidate } from '../../accounts/index.ts';
import { decisionMigrations } from '../../decisions/index.ts';
import { createEventBus } from '../../platform/events.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import {
  aDraft,
  answer,
  COIFFURE,
  ORDINARY_DAY,
  registeredEnrolment,
  reread,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { dossierOf } from '../dossier.ts';
import { type AnsweredStep, type StepAnswers, stampOf } from '../enrolment.ts';
import { enrolmentMigrations } from '../migrations.ts';
import { saveStepAnswers } from './saveStepAnswers.ts';

const events = createEventBus();
const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
const catalogue = await shippedCatalogue();

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+01:00`);
const draft = async (until: AnsweredStep = 'identification'): Promise<TestEnrolment> => {
  await setClock(db, ORDINARY_DAY);
  return aDraft(db, { events, catalogue }, until);
};

/** A form as a tab shows it: filled from what stands now, sent later. */
async function tab(
  { candidate, enrolment }: { candidate: Candidate; enrolment: TestEnrolment['enrolment'] },
  step: AnsweredStep,
) {
  const shown = await reread(db, candidate, enrolment.id);
  const stamp = stampOf(shown.working?.[step]);
  return async (body: StepAnswers, act: Act = SYSTEM) => {
    const now = await reread(db, candidate, enrolment.id);
    const dossier = dossierOf(now, { catalogue, now: ORDINARY_DAY, person: candidate });
    return saveStepAnswers({ db, events, catalogue: () => catalogue }, act, {
      enrolment: now,
      dossier,
      step,
      body,
      stamp,
    });
  };
}
const saved = async ({ candidate, enrolment }: TestEnrolment): Promise<string> =>
  String((await reread(db, candidate, enrolment.id)).working?.identification?.city);
const moved = (city: string): StepAnswers => ({ ...COIFFURE.identification, city });

describe('« Suivant » enregistre une étape', () => {
  it('sent twice (double click) is saved once and is no conflict', async () => {
    const own = await draft();
    const form = await tab(own, 'identification');
    const both = await Promise.all([form(moved('Murat')), form(moved('Murat'))]);
    expect(both.map((one) => one.ok)).toEqual([true, true]);
    expect(await saved(own)).toBe('Murat');
  });

  it('from a tab left open while another saved the same step is a conflict: nothing is overwritten, nothing is lost', async () => {
    const own = await draft();
    const [first, second] = [await tab(own, 'identification'), await tab(own, 'identification')];
    expect((await first(moved('Murat'))).ok).toBe(true);
    const late = await second(moved('Vic-sur-Cère'));
    expect(late).toMatchObject({ ok: false, error: { kind: 'conflict', typed: { city: 'Vic-sur-Cère' } } });
    expect(await saved(own)).toBe('Murat');
  });

  it('of two different steps at the same moment keeps both', async () => {
    const own = await draft('informations');
    const [one, two] = [await tab(own, 'identification'), await tab(own, 'informations')];
    const both = await Promise.all([one(moved('Murat')), two({ ...COIFFURE.informations, handicap: 'oui' })]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
    const after = await reread(db, own.candidate, own.enrolment.id);
    expect([after.working?.identification?.city, after.working?.informations?.handicap]).toEqual(['Murat', 'oui']);
  });

  it('in the wrong order is refused', async () => {
    const own = await draft();
    expect(await (await tab(own, 'acquis'))(COIFFURE.acquis)).toMatchObject({ ok: false, error: { kind: 'order' } });
  });

  it('before the opening and from the closing instant on writes nothing and says when', async () => {
    const own = await draft();
    const form = await tab(own, 'identification');
    await setClock(db, at('2023-10-12T12:59:00'));
    expect(await form(moved('Trop tôt'))).toMatchObject({ ok: false, error: { refusal: { code: 'not-open-yet' } } });
    await setClock(db, at('2023-12-01T17:00:00'));
    expect(await form(moved('Trop tard'))).toMatchObject({ ok: false, error: { refusal: { code: 'closed' } } });
    expect(await saved(own)).toBe('Aurillac');
  });

  it('begun before the closing, though it took two minutes to come, counts', async () => {
    const own = await draft();
    const form = await tab(own, 'identification');
    await setClock(db, at('2023-12-01T17:01:00'));
    expect((await form(moved('Lente'), { ...SYSTEM, elapsed: () => 120_000 })).ok).toBe(true);
    expect(await saved(own)).toBe('Lente');
  });

  it('of a registered enrolment begins a change only if an answer differs, and ends it when it comes back', async () => {
    const own = await registeredEnrolment(db, { events, catalogue });
    const working = async () => (await reread(db, own.candidate, own.enrolment.id)).working;
    const next = async (body: StepAnswers) =>
      answer(db, { events, catalogue }, own.candidate, own.enrolment.id, 'identification', body);
    await next(COIFFURE.identification);
    expect(await working()).toBeNull();
    await next(moved('Murat'));
    expect((await working())?.identification?.city).toBe('Murat');
    await next(COIFFURE.identification);
    expect(await working()).toBeNull();
  });

  it('too late is told so, whatever else is wrong with the form', async () => {
    const own = await draft();
    const [form, stale] = [await tab(own, 'identification'), await tab(own, 'identification')];
    expect((await form(moved('Murat'))).ok).toBe(true);
    await setClock(db, at('2023-12-01T17:00:00'));
    for (const body of [moved('Vic-sur-Cère'), { ...COIFFURE.identification, phone: '' }])
      expect(await stale(body)).toMatchObject({ ok: false, error: { refusal: { code: 'closed' } } });
  });

  it('of another speciality forgets the acquis of the former one', async () => {
    const own = await draft('epreuves');
    const form = await tab(own, 'qualification');
    const boulanger = { speciality: '45022108', form: 'GLOBAL', formFinal: 'oui' };
    expect((await form(boulanger)).ok).toBe(true);
    const after = await reread(db, own.candidate, own.enrolment.id);
    expect([after.working?.acquis, after.working?.epreuves]).toEqual([undefined, undefined]);
  });

  it('outside the four departments is refused at once, with the academy to turn to', async () => {
    const own = await draft();
    const form = await tab(own, 'identification');
    const lyon = await form({ ...COIFFURE.identification, postcode: '69001' });
    expect(JSON.stringify(lyon)).toContain("l'académie de Lyon");
    expect(
      (await form({ ...COIFFURE.identification, postcode: '42620' })).ok,
      'Saint-Pierre-Laval is in the Allier',
    ).toBe(true);
  });

  it('keeps the form of passage of the former session', async () => {
    const own = await draft('informations');
    const form = await tab(own, 'qualification');
    expect(await form({ ...COIFFURE.qualification, form: 'PROGRESSIVE' })).toMatchObject({
      ok: false,
      error: { kind: 'form' },
    });
  });
});

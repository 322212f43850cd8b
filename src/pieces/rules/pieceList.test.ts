import { describe, expect, it } from 'vitest';
import {
  type CompleteReview,
  completeReview,
  type Dossier,
  dossierOf,
  type Enrolment,
  type EnrolmentId,
  reviewAnswers,
  verdictOn,
} from '../../enrolment/index.ts';
import { COIFFURE } from '../../testing/answers.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { pieceList } from './pieceList.ts';

const catalogue = await shippedCatalogue();
const at = Temporal.Instant.from('2023-11-15T10:42:00+01:00');
const enrolment: Enrolment = {
  id: 'e' as EnrolmentId,
  academy: 'clermont',
  session: 'bp-2024-clermont',
  candidateId: 'a',
  status: 'registered',
  number: 'BP24-00001-U',
  version: 2,
  registered: COIFFURE,
  working: null,
  firstRegisteredAt: at,
  registeredAt: at,
  signature: null,
  completedUnits: null,
  reserve: null,
  validatedAt: null,
  endedAt: null,
  savedAt: at,
  rowVersion: 1,
};
const person = { birthDate: Temporal.PlainDate.from('1998-11-20') };
const dossier = dossierOf(enrolment, { catalogue, now: at, person }, 'registered');
const plain = completeReview(reviewAnswers(dossier));
if (plain === null) throw new Error('answers that are complete');
const { qualification } = plain;
const annexes = { annexes: [3, 4] } as unknown as typeof qualification.speciality.scaffolding;
const withWaiver: CompleteReview = {
  ...plain,
  qualification: {
    ...qualification,
    disabledWorker: true,
    speciality: { ...qualification.speciality, scaffolding: annexes },
  },
} as CompleteReview;
/** The same dossier, where the group of a piece is changed. */
const grouped = (change: (code: string, group: ReturnType<typeof catalogue.groupOf>) => typeof group): Dossier => ({
  ...dossier,
  catalogue: { ...catalogue, groupOf: (session, code) => change(code, catalogue.groupOf(session, code)) },
});

describe('The list of the pieces of an enrolment', () => {
  it('gives each its reasons, its rank and what the session says of its group', () => {
    const list = pieceList(enrolment, dossier, plain);
    expect(list.map(({ code }) => code)).toEqual(expect.arrayContaining(['CINSIG01', 'DCSTID01', 'DOMICIL']));
    expect(list.map(({ rank }) => rank)).toEqual(list.map((_, index) => index));
    for (const piece of list) {
      const group = catalogue.groupOf(dossier.session, piece.code);
      expect(piece).toMatchObject({
        group: group?.code,
        mode: group?.mode,
        opensAt: group?.opensAt,
        dueAt: group?.dueAt,
        countsForValidation: group?.countsForValidation,
        confidential: false,
        excuses: [],
      });
      expect(piece.reasons).not.toEqual([]);
    }
  });
  it('ends with what is only offered: confidential, and keeping no enrolment from being validated', () => {
    const counting = grouped((_, group) => (group === undefined ? group : { ...group, countsForValidation: true }));
    const list = pieceList(enrolment, counting, withWaiver);
    const waiver = list.at(-1);
    expect(waiver).toMatchObject({ code: 'R408DISP', confidential: true, countsForValidation: false });
    expect(waiver?.excuses).toEqual(catalogue.pieceType({ session: 'bp-2024-clermont', code: 'R408DISP' })?.excuses);
    expect(list.slice(0, -1).every((piece) => piece.countsForValidation && !piece.confidential)).toBe(true);
    expect(list.map(({ code }) => code)).toEqual(expect.arrayContaining(['R408A3', 'R408A4']));
  });
  it.each<[string, object, 'GLOBAL' | 'PROGRESSIVE', readonly string[], string, RegExp | null]>([
    [
      'complete now',
      {},
      'GLOBAL',
      [],
      'now',
      /^Avec votre diplôme, vous devez justifier de deux années d'activité.*diplôme\.$/,
    ],
    [
      'complete at the exam',
      { from1: '01/06/2022' },
      'GLOBAL',
      [],
      'at-exam',
      /jour de l'examen, si votre emploi continue/,
    ],
    ['complete at the last unit', { from1: '01/09/2023' }, 'PROGRESSIVE', ['U20'], 'later-allowed', null],
  ])('asks for the proof of work that is %s as the verdict says (D337-106)', (_, jobs, form, presented, said, why) => {
    const answers = {
      ...COIFFURE,
      informations: { ...COIFFURE.informations, formerForm: form, ...jobs },
      qualification: { ...COIFFURE.qualification, form },
      epreuves: { ...COIFFURE.epreuves, presented },
    };
    const its = dossierOf({ ...enrolment, registered: answers }, { catalogue, now: at, person }, 'registered');
    const review = completeReview(reviewAnswers(its));
    if (review === null) throw new Error('answers that are complete');
    const practice = verdictOn(its, review).reasons.find(({ code }) => code === 'experience-two-years');
    expect(practice?.detail).toBe(said);
    const piece = pieceList(enrolment, its, review).find(({ code }) => code === 'ATTEMPLOI');
    if (why === null) expect(piece).toBeUndefined();
    else expect(piece?.reasons.join(' ')).toMatch(why);
  });
  it('leaves out a piece that the session has no group for', () => {
    const codes = (of: Dossier) => pieceList(enrolment, of, plain).map(({ code }) => code);
    const without = grouped((code, group) => (code === 'DOMICIL' ? undefined : group));
    expect(codes(without)).toEqual(codes(dossier).filter((code) => code !== 'DOMICIL'));
  });
  const eve = Temporal.Instant.from('2023-11-19T12:00:00+01:00');
  const birthday = Temporal.Instant.from('2023-11-20T12:00:00+01:00');
  it.each<[string, Partial<Enrolment>, boolean]>([
    ['the first registration', { firstRegisteredAt: eve, registeredAt: birthday, savedAt: birthday }, true],
    [
      'the first registration, on the birthday',
      { firstRegisteredAt: birthday, registeredAt: eve, savedAt: eve },
      false,
    ],
    [
      'the last one, when the first is not known',
      { firstRegisteredAt: null, registeredAt: eve, savedAt: birthday },
      true,
    ],
    ['the day it was written, before any', { firstRegisteredAt: null, registeredAt: null, savedAt: eve }, true],
    [
      'the day it was written, on the birthday',
      { firstRegisteredAt: null, registeredAt: null, savedAt: birthday },
      false,
    ],
  ])('asks for the national service until the 25th birthday, by %s', (_, changes, isAsked) => {
    const codes = pieceList({ ...enrolment, ...changes }, dossier, plain).map(({ code }) => code);
    expect(codes.includes('SNATJDC')).toBe(isAsked);
  });
});

import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../catalogue/index.ts';
import { completeReview, dossierOf, type Enrolment, type EnrolmentId, reviewAnswers } from '../../enrolment/index.ts';
import { COIFFURE } from '../../testing/answers.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { pieceList } from './pieceList.ts';

const shipped = await shippedCatalogue();
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const METALLIER = '45025411';
const units = shipped.regulation(METALLIER, 2024)?.units ?? [];
const metallier = {
  ...COIFFURE,
  informations: { ...COIFFURE.informations, handicap: 'oui' },
  qualification: { ...COIFFURE.qualification, speciality: METALLIER },
  acquis: Object.fromEntries(units.map(({ id }) => [`choice-${id}`, 'sit'])),
  epreuves: {},
};
const enrolment: Enrolment = {
  id: 'e' as EnrolmentId,
  academy: 'clermont',
  session: 'bp-2024-clermont',
  candidateId: 'a',
  status: 'registered',
  number: 'BP24-00001-U',
  version: 1,
  registered: COIFFURE,
  working: null,
  firstRegisteredAt: at('2023-11-15T10:00:00Z'),
  registeredAt: at('2023-11-16T10:00:00Z'),
  signature: null,
  validatedAt: null,
  endedAt: null,
  savedAt: at('2023-11-17T10:00:00Z'),
  rowVersion: 1,
};

function list(changes: Partial<Enrolment> = {}, birthDate = '1990-05-30', catalogue = shipped) {
  const one = { ...enrolment, ...changes };
  const person = { birthDate: Temporal.PlainDate.from(birthDate) };
  const dossier = dossierOf(one, { catalogue, now: at('2023-11-15T10:00:00Z'), person }, 'registered');
  const review = completeReview(reviewAnswers(dossier));
  if (review === null) throw new Error('not complete');
  return pieceList(one, dossier, review);
}
const codes = (pieces: ReturnType<typeof list>): readonly string[] => pieces.map(({ code }) => code);

describe('The list of pieces of an enrolment', () => {
  it('has each piece in its group, with its window and its rank', () => {
    const pieces = list();
    expect(codes(pieces).toSorted()).toEqual(
      ['1NATID01', 'ATTEMPLOI', 'ATTFORM', 'CINSIG01', 'DCSTID01', 'DIPLOM3', 'DOMICIL', 'RELNOTES'].toSorted(),
    );
    expect(pieces.map(({ rank }) => rank)).toEqual(pieces.map((_, index) => index));
    expect(pieces.find(({ code }) => code === 'DOMICIL')).toMatchObject({
      group: 'domicile',
      mode: 'online',
      opensAt: at('2023-10-12T14:00:00+02:00'),
      dueAt: at('2023-12-01T17:00:00+01:00'),
      countsForValidation: true,
      confidential: false,
      excuses: [],
    });
    for (const { reasons } of pieces) expect(reasons.length).toBeGreaterThan(0);
  });

  it('ends with what is only offered, which keeps nothing from being validated and is read by few', () => {
    const pieces = list({ registered: metallier });
    expect(codes(pieces).slice(-1)).toEqual(['R408DISP']);
    expect(pieces.at(-1)).toMatchObject({ countsForValidation: false, confidential: true });
    expect(pieces.at(-1)?.excuses).toContain('R408A4');
    expect(pieces.find(({ code }) => code === 'R408A4')).toMatchObject({
      countsForValidation: false,
      confidential: false,
    });
  });

  it('does not let an offered piece count, even in a group that does', () => {
    const sessions = shipped.pack.sessions.map((session) => ({
      ...session,
      pieceGroups: session.pieceGroups.map((group) => ({ ...group, countsForValidation: true })),
    }));
    const pieces = list({ registered: metallier }, undefined, createCatalogue({ ...shipped.pack, sessions }));
    expect(pieces.filter(({ countsForValidation }) => !countsForValidation).map(({ code }) => code)).toEqual([
      'R408DISP',
    ]);
  });

  it('leaves out a piece that the session has no group for', () => {
    const sessions = shipped.pack.sessions.map((session) => ({
      ...session,
      pieceGroups: session.pieceGroups.filter(({ code }) => code !== 'domicile'),
    }));
    expect(codes(list({}, undefined, createCatalogue({ ...shipped.pack, sessions })))).not.toContain('DOMICIL');
  });

  it('asks for the national service by the age of the first registration, in Paris', () => {
    const born = '1998-11-15';
    const asks = (changes: Partial<Enrolment>) => codes(list(changes, born)).includes('SNATJDC');
    expect(asks({ firstRegisteredAt: at('2023-11-14T22:59:59Z') })).toBe(true);
    expect(asks({ firstRegisteredAt: at('2023-11-14T23:00:00Z') })).toBe(false);
    expect(asks({ firstRegisteredAt: null, registeredAt: at('2023-11-14T10:00:00Z') })).toBe(true);
    expect(asks({ firstRegisteredAt: null, registeredAt: at('2023-11-16T10:00:00Z') })).toBe(false);
    expect(asks({ firstRegisteredAt: null, registeredAt: null, savedAt: at('2023-11-14T10:00:00Z') })).toBe(true);
  });
});

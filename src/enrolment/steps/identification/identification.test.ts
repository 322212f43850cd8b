import { describe, expect, it } from 'vitest';
import { COIFFURE } from '../../../testing/answers.ts';
import { shippedCatalogue } from '../../../testing/catalogue.ts';
import type { Dossier } from '../../dossier.ts';
import { testDossier } from '../../testing.ts';
import { identification } from './identification.ts';
import { identificationQuestions, isOutside, outsideTheAcademy } from './questions.ts';
import { texts as say } from './texts.ts';

const catalogue = await shippedCatalogue();
/** An exam of its own: what is remembered of the shipped one stands aside. */
const dossier = (changes: Partial<Dossier> = {}): Dossier => {
  const known = testDossier(catalogue, {}, changes);
  return { ...known, exam: { ...known.exam } };
};
const MINOR = { person: { birthDate: Temporal.PlainDate.from('2006-05-30') } };
const asked = (of: Dossier) => identification.open(of, {})?.fields() ?? [];
const read = (of: Dossier, changes: Readonly<Record<string, string>> = {}) =>
  identification.open(of, {})?.read({ ...COIFFURE.identification, ...changes });

describe('Step 1 asks', () => {
  it('where to find the candidate, and keeps in sight whatever was typed of a representative', () => {
    const own = ['postcode', 'city', 'address', 'addressExtra', 'phone', 'otherPhone', 'frenchNational', 'category'];
    const guardian = ['guardianName', 'guardianFirstNames', 'guardianPhone', 'guardianMail'];
    expect(asked(dossier()).map(({ name }) => name)).toEqual([...own, ...guardian]);
    expect(identification.question(dossier().exam)).toBe(say.question);
  });
  it('for a representative of a minor alone', () => {
    const guardian = { guardianName: 'Durand', guardianFirstNames: 'Paul', guardianPhone: '0473993506' };
    expect([read(dossier())?.ok, read(dossier(MINOR))?.ok, read(dossier(MINOR), guardian)?.ok]).toEqual([
      true,
      false,
      true,
    ]);
  });
  it("the representative's category of a minor, and of everybody where the session follows the notice to the letter", () => {
    const { session } = dossier();
    const of = (socioProfessionalCategoryOf: 'guardian' | 'candidate') => ({
      session: { ...session, switches: { ...session.switches, socioProfessionalCategoryOf } },
    });
    const label = (changes: Partial<Dossier>) => identificationQuestions(dossier(changes)).person.fields[1].label;
    expect(label(of('candidate'))).toBe(say.category);
    expect(label({ ...of('candidate'), ...MINOR })).toBe(say.categoryOfGuardian);
    expect(label(of('guardian'))).toBe(say.categoryOfGuardian);
  });
  it("the categories of the exam's pack, by their codes", () => {
    const [, category] = identificationQuestions(dossier()).person.fields;
    expect(category.options).toEqual(
      dossier().exam.socioProfessionalCategories.map(({ code, label }) => ({ value: code, label })),
    );
    expect(read(dossier(), { category: 'nobody' })).toMatchObject({ ok: false });
  });
});

describe('« Être domicilié dans les départements… »', () => {
  it('is read from the postcode', () => {
    expect(read(dossier())).toMatchObject({ ok: true, value: { value: { department: '15', city: 'Aurillac' } } });
    expect(read(dossier(), { postcode: '69001' })).toMatchObject({ ok: false });
  });
  it('names the academy to turn to, or asks to look at a postcode of nowhere', () => {
    expect(outsideTheAcademy(dossier(), '15000')).toBeNull();
    expect(outsideTheAcademy(dossier(), '69001')).toEqual({
      field: 'postcode',
      message: expect.stringContaining("l'académie de Lyon"),
    });
    expect(outsideTheAcademy(dossier(), '00999')).toEqual({ field: 'postcode', message: say.postcodeUnknown('00999') });
  });
  it('gives the address of another academy only for a postcode of one', () => {
    const outside = (postcode: string) => isOutside(dossier(), { postcode });
    expect([outside('69001'), outside('15000'), outside('abc'), outside('')]).toEqual([true, false, false, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { MAILS } from '../everyMail.ts';
import { createCatalogue } from './catalogue.ts';
import { found, shippedPack } from './testing/shipped.ts';

const pack = await shippedPack();
const catalogue = createCatalogue(pack, new Map([['bp-demo', Temporal.Instant.from('2026-11-20T09:00:00Z')]]));

describe('The catalogue', () => {
  it('finds each thing by its code, and nothing by another', () => {
    expect(catalogue.academy('clermont')?.name).toBe('Clermont-Ferrand');
    expect(catalogue.exam('bp')?.level).toBe(4);
    expect(catalogue.speciality('45033608')?.name).toBe('Coiffure');
    expect(catalogue.regulation('45033608', 2024)?.title).toBe('Coiffure');
    expect(catalogue.pieceType({ session: 'bp-2024-clermont', code: 'CINSIG01' })?.label).toBe(
      "Confirmation d'inscription signée",
    );
    expect(catalogue.academy('lyon')).toBeUndefined();
    expect(catalogue.session('bp-1999')).toBeUndefined();
    expect(catalogue.pieceType({ session: 'bp-2024-clermont', code: 'PHOTO' })).toBeUndefined();
  });

  it('has the notice session beside the demonstration, and the latter only with its anchor', () => {
    expect(catalogue.sessions().map((one) => one.code)).toEqual(['bp-2024-clermont', 'bp-demo']);
    expect(
      createCatalogue(pack)
        .sessions()
        .map((one) => one.code),
    ).toEqual(['bp-2024-clermont']);
  });

  it('offers the 57 specialities with their status: 43 open at the session of the notice', () => {
    const offers = catalogue.specialitiesOf(found(catalogue.session('bp-2024-clermont')));
    const count = (code: string): number => offers.filter((one) => one.status.code === code).length;
    expect(['open', 'extra-session-only', 'not-yet', 'closed', 'dormant'].map(count)).toEqual([43, 3, 5, 3, 3]);
    expect(catalogue.specialitiesOf({ exam: 'bp', year: 2024 })).toBe(offers);
  });

  it('gives each piece the group of its session', () => {
    const session = found(catalogue.session('bp-2024-clermont'));
    expect(catalogue.groupOf(session, 'CINSIG01')?.code).toBe('confirmation');
    expect(catalogue.groupOf(session, 'R408DISP')?.code).toBe('travail-en-hauteur');
    expect(catalogue.groupOf(session, 'PHOTO')).toBeUndefined();
    for (const piece of pack.pieceTypes) expect(catalogue.groupOf(session, piece.code), piece.code).toBeDefined();
  });

  it('has each mail that the code sends', () => {
    for (const mail of MAILS.values()) expect(catalogue.mail(mail).code).toBe(mail.code);
  });

  it('gives each speciality its officer', () => {
    for (const speciality of pack.specialities) expect(catalogue.portfolioOf(speciality, 'clermont')).toBeDefined();
    expect(catalogue.portfolioOf({ cfd: '45033608' }, 'lyon')).toBeUndefined();
  });

  it('can not be changed', () => {
    expect(Object.isFrozen(catalogue)).toBe(true);
    expect(Object.isFrozen(found(pack.specialities[0]).trades)).toBe(true);
    expect(Object.isFrozen(found(catalogue.sessions()[0]).window)).toBe(true);
  });
});

describe('Departments', () => {
  it('are 107, each once: 96 in Europe, 5 overseas, 6 collectivities', () => {
    const codes = pack.departments.map((one) => one.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(107);
    const metropolitan = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).flatMap((code) =>
      code === '20' ? ['2A', '2B'] : [code],
    );
    const overseas = ['971', '972', '973', '974', '976', '975', '977', '978', '986', '987', '988'];
    expect([...codes].sort()).toEqual([...metropolitan, ...overseas].sort());
  });

  it('belong to 30 academies and 3 vice-rectorats', () => {
    const academies = new Set(pack.departments.map((one) => one.label));
    expect([...academies].filter((label) => label.startsWith("l'académie d"))).toHaveLength(30);
    expect([...academies].filter((label) => label.startsWith('le vice-rectorat d'))).toHaveLength(3);
    expect(new Set(pack.departments.map((one) => `${one.academy}|${one.label}`)).size).toBe(academies.size);
  });

  it.each([
    ['63000', 'Puy-de-Dôme', "l'académie de Clermont-Ferrand"],
    ['42000', 'Loire', "l'académie de Lyon"],
    ['76000', 'Seine-Maritime', "l'académie de Normandie"],
    ['80000', 'Somme', "l'académie d'Amiens"],
    ['20200', 'Haute-Corse', "l'académie de Corse"],
    ['97150', 'Saint-Martin', "l'académie de Guadeloupe"],
    ['97600', 'Mayotte', "l'académie de Mayotte"],
    ['98714', 'Polynésie française', 'le vice-rectorat de la Polynésie française'],
  ])('%s is in %s: turn to %s', (postcode, name, label) => {
    expect(catalogue.department(postcode)).toMatchObject({ name, label });
  });

  it('a commune of the Allier has a postcode of the Loire: Saint-Pierre-Laval, 42620', () => {
    expect(catalogue.departmentsAt('42620').map((one) => one.code)).toEqual(['42', '03']);
    expect(catalogue.departmentsAt('63000').map((one) => one.code)).toEqual(['63']);
    expect(catalogue.departmentsAt('98000')).toEqual([]);
  });

  it('every postcode with the number of a neighbour is in both departments, its usual one first', () => {
    const borrowed = pack.departments.flatMap(({ code, borrowedPostcodes }) =>
      borrowedPostcodes.map((postcode) => [postcode, code] as const),
    );
    expect(borrowed).toContainEqual(['42620', '03']);
    for (const [postcode, borrower] of borrowed) {
      const codes = (typed: string) => catalogue.departmentsAt(typed).map((one) => one.code);
      const both = codes(postcode);
      expect([postcode, both.slice(1).includes(borrower)]).toEqual([postcode, true]);
      expect(both[0]).toBe(catalogue.department(postcode)?.code);
      expect(codes(`${postcode.slice(0, 2)} ${postcode.slice(2)}`)).toEqual(both);
    }
  });

  it("the academy's own four are hers in the table", () => {
    const hers = pack.departments.filter((one) => one.academy === 'Clermont-Ferrand').map((one) => one.code);
    expect(hers).toEqual(['03', '15', '43', '63']);
  });
});

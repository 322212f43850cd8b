import { describe, expect, it } from 'vitest';
import { createCatalogue } from './catalogue.ts';
import { found, shippedPack } from './testing/shipped.ts';

const pack = await shippedPack();
const catalogue = createCatalogue(pack);
const session = found(catalogue.session('bp-2024-clermont'));
const academy = found(catalogue.academy('clermont'));

const isOurs = (code: string): boolean => pack.pieceTypes.some((one) => one.code === code && one.ownCode);

describe('The calendar of the notice', () => {
  it('« Du jeudi 12 octobre 2023 à 14h au vendredi 1er décembre 2023 à 17h »', () => {
    expect(session.window.opensAt.toString()).toBe('2023-10-12T12:00:00Z');
    expect(session.window.closesAt.toString()).toBe('2023-12-01T16:00:00Z');
  });

  it('asks for every piece at the closing, except the work at height: « avant le 8 mars 2024 »', () => {
    for (const group of session.pieceGroups) {
      const height = group.code === 'travail-en-hauteur';
      expect(group.opensAt.toString()).toBe('2023-10-12T12:00:00Z');
      expect(group.dueAt.toString()).toBe(height ? '2024-03-07T23:00:00Z' : '2023-12-01T16:00:00Z');
      expect(group.countsForValidation).toBe(!height);
      expect(group.mode).toBe('online');
    }
  });

  it('« ▸ Identité », « ▸ Nationalité », « ▸ Confirmation d’inscription »: each a group of pieces, with the codes that the notice gives it', () => {
    const groups = session.pieceGroups.map(({ label, pieces }) => [label, pieces.filter((code) => !isOurs(code))]);
    expect(groups.slice(0, 3)).toEqual([
      ["Confirmation d'inscription", ['CINSIG01']],
      ['Identité', ['DCSTID01']],
      ['Nationalité', ['1NATID01']],
    ]);
  });

  it('names the two orders wherever R.408 is asked', () => {
    const sources = pack.pieceTypes
      .filter(({ code }) => /^R408A\d$/.test(code))
      .flatMap(({ rules }) => rules.map(({ source }) => source));
    expect(sources).toHaveLength(3);
    for (const source of sources) expect(source).toContain('arrêtés du 20 juillet 2015 et du 22 juillet 2019 modifiés');
  });

  it('says what R.408 is, whence it comes and when the notice wants it; and threatens nobody with more than a written decision', () => {
    const help = session.pieceGroups.find(({ code }) => code === 'travail-en-hauteur')?.help ?? '';
    expect(help).toContain('lors de la confirmation');
    expect(help).toContain("recommandation R.408 de la Caisse nationale d'assurance maladie des travailleurs salariés");
    expect(help).toContain('arrêtés du 20 juillet 2015 et du 22 juillet 2019');
    for (const { sanction } of session.pieceGroups) expect(sanction).not.toMatch(/annulation définitive|entraînera/);
    expect(session.pieceGroups.map(({ sanction }) => sanction)).toContain(
      'Un dossier resté incomplet après un rappel peut être annulé par une décision écrite.',
    );
  });

  it('marks as ours what the notice does not give: corrections, first day of the exam, results', () => {
    expect(session.correctionsEndAt).toMatchObject({ confidence: 'derived' });
    expect(session.correctionsEndAt.at.toString()).toBe('2023-12-22T16:00:00Z');
    expect(session.examStartsOn).toMatchObject({ confidence: 'derived' });
    expect(session.examStartsOn.on.toString()).toBe('2024-06-03');
    expect(session.resultsAt).toMatchObject({ at: null, confidence: 'unknown' });
  });

  // The notice says « ne sera pas admis »: nobody is left out by a date, a person decides it after hearing them (CRPA L121-1).
  it('« aux épreuves correspondantes de l’examen »: who decides that of a missing certificate, and who pays', () => {
    const group = found(catalogue.groupOf(session, 'R408A4'));
    expect(group.sanction).toMatch(
      /une personne du rectorat vous demande .* peut décider .* épreuves correspondantes de l'examen/,
    );
    for (const { sanction } of session.pieceGroups) expect(sanction).not.toContain('ne sera pas admis');
    expect(group.help).toMatch(/payante et à votre charge.*GRETA.*missions locales.*France Travail/s);
  });
});

/** « TABLEAU RECAPITULATIF DES ATTESTATIONS SELON LES SPÉCIALITÉS »: the notice's labels and crosses. */
const R408 = [
  ['B.P. Métiers de la Pierre', '45023214', [5]],
  ['Couvreur', '45023213', [4, 5]],
  ['Maçon', '45023216', [3, 4, 5]],
  ['Menuisier aluminium verre', '45023313', [4, 5]],
  ['Métallier', '45025411', [4, 5]],
  ['Charpentier Bois', '45023409', [3, 4, 5]],
  ["Métiers du plâtre et de l'isolation", '45023314', [3, 5]],
  ['Peintre applicateur de revêtements', '45023315', [3, 4, 5]],
  ['Étanchéité du bâtiment et des travaux publics', '45023317', [3, 4, 5]],
] as const;

describe('The table of R.408 certificates', () => {
  it.each(R408)('%s (%s): annexes %j', (label, cfd, annexes) => {
    expect(found(catalogue.speciality(cfd)).scaffolding).toMatchObject({ noticeLabel: label, annexes, units: null });
  });

  it('has these nine lines and no other', () => {
    expect(pack.specialities.filter((one) => one.scaffolding !== undefined)).toHaveLength(R408.length);
  });
});

const OFFICERS = [
  ['G1', 'dec.exapro1@ac-clermont.fr', '04.73.99.35.06', 11, 'Signalétique'],
  ['G2', 'dec.exapro1@ac-clermont.fr', '04.73.99.35.50', 7, 'Restauration collective'],
  ['G3', 'dec.exapro1@ac-clermont.fr', '04.73.99.35.44', 3, 'Restauration'],
  ['G4', 'dec.exapro2@ac-clermont.fr', '04.73.99.34.94', 4, 'Finitions'],
  ['G5', 'dec.exapro3@ac-clermont.fr', '04.73.99.34.58', 8, 'Maintenance des bâtiments'],
  ['G6', 'dec.exapro3@ac-clermont.fr', '04.73.99.30.98', 2, 'Pharmacie'],
] as const;

describe('« Coordonnées des gestionnaires »', () => {
  it.each(OFFICERS)('%s: %s, %s, %i fields, the last one %s', (code, mailbox, phone, fields, last) => {
    const officer = found(academy.portfolios.find((one) => one.code === code));
    expect(officer).toMatchObject({ mailbox, phone });
    expect(officer.fields).toHaveLength(fields);
    expect(officer.fields.at(-1)).toBe(last);
  });

  it('are six, and G4 also organises the general tests', () => {
    expect(academy.portfolios.map((one) => one.code)).toEqual(OFFICERS.map(([code]) => code));
    expect(academy.portfolios.filter((one) => one.duties.length > 0).map((one) => one.code)).toEqual(['G4']);
  });

  it.each([
    ['45033608', 'G2'],
    ['45031207', 'G1'],
    ['45022108', 'G3'],
    ['45023216', 'G4'],
    ['45025411', 'G5'],
    ['45033104', 'G6'],
  ])('speciality %s goes to %s, as the notice says', (cfd, code) => {
    const speciality = found(catalogue.speciality(cfd));
    const portfolio = found(catalogue.portfolioOf(speciality, 'clermont'));
    expect(portfolio.code).toBe(code);
    expect(portfolio.specialities.find((one) => one.cfd === cfd)?.confidence).toBe('notice');
  });
});

describe('Around the notice', () => {
  it('the four departments', () => {
    expect(academy.departments.map((one) => one.code)).toEqual(['03', '15', '43', '63']);
  });

  it('« allemand, anglais, espagnol, portugais, italien », and the 45 of the order of 2017 for the option', () => {
    expect(academy.compulsoryLanguages).toEqual(['allemand', 'anglais', 'espagnol', 'portugais', 'italien']);
    expect(academy.optionalLanguages.values).toHaveLength(45);
    expect(new Set(academy.optionalLanguages.values).size).toBe(45);
  });

  it('the GRETA, with the mail address mended and the misprint kept', () => {
    const { contacts } = found(academy.scaffoldingTraining);
    expect(contacts.map((one) => [one.mail, one.phone])).toEqual([
      ['greta.clermont-auvergne@ac-clermont.fr', '04.73.26.35.06'],
      ['Contact.gva@ac-clermont.fr', '04.73.55.09.92'],
      ['greta.livradois@ac-clermont.fr', '04.73.82.31.71'],
    ]);
    expect(contacts[0]?.note).toContain('acclermont.fr');
  });

  it('the letterhead and the links', () => {
    expect(academy.letterhead).toEqual({
      authority: 'Rectorat',
      division: 'Division des examens et concours',
      bureau: 'Bureau des examens professionnels',
      academy: 'Académie de Clermont-Ferrand',
    });
    expect(Object.values(academy.links)).toEqual([
      'http://www.ac-clermont.fr',
      'https://www.ac-clermont.fr/amenagements-des-epreuves-d-examens-121720',
    ]);
    expect(pack.exams[0]?.regulationsAt?.url).toBe(
      'https://eduscol.education.fr/cid47641/le-brevet-professionnel-bp.html',
    );
  });

  it('only three codes of pieces are not ours', () => {
    expect(pack.pieceTypes.filter((one) => !one.ownCode).map((one) => one.code)).toEqual([
      'CINSIG01',
      'DCSTID01',
      '1NATID01',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../catalogue.ts';
import { found, shippedPack } from '../testing/shipped.ts';
import {
  refuseSpeciality,
  regulationAmong,
  statusFor,
  unitsAreKnown,
  unwrittenRegulation,
} from './specialityStatus.ts';

/**
 * The status of each speciality at sessions 2024 and 2026, from the nomenclature (BCN). The nomenclature says `open` of the
 * three departmental diplomas of the 1940s, which nobody trains for: we say `dormant`.
 */
const GOLDEN = [
  ['45020101', 'open', 'open'], // Pilote d'installations de production par procédés
  ['45022002', 'open', 'closed'], // Techniques de laboratoire de recherche option A biologie
  ['45022003', 'open', 'closed'], // Techniques de laboratoire de recherche option B physicochimie
  ['45022107', 'open', 'open'], // Charcutier-traiteur
  ['45022108', 'open', 'open'], // Boulanger
  ['45022109', 'open', 'closed'], // Arts de la cuisine
  ['45022110', 'open', 'open'], // Boucher
  ['45022111', 'not-yet', 'open'], // Arts de la cuisine
  ['45022202', 'open', 'closed'], // Conducteur d'appareils des industries chimiques
  ['45022304', 'dormant', 'dormant'], // Aciériste (BP départemental)
  ['45022305', 'dormant', 'dormant'], // Haut-fourniste (BP départemental)
  ['45022306', 'open', 'open'], // Gemmologue
  ['45022501', 'open', 'closed'], // Mise en œuvre des caoutchoucs et des élastomères thermoplastiques
  ['45022502', 'extra-session-only', 'closed'], // Plastiques et composites
  ['45022706', 'dormant', 'dormant'], // Dessinateur-projeteur en chauffage (BP départemental)
  ['45022709', 'open', 'open'], // Monteur en installations du génie climatique et sanitaire
  ['45022710', 'open', 'open'], // Installateur, dépanneur en froid et conditionnement d'air
  ['45023105', 'open', 'open'], // Conducteur d'engins : travaux publics et carrières
  ['45023201', 'open', 'open'], // Tailleur de pierres « monuments historiques » (BP départemental)
  ['45023213', 'open', 'open'], // Couvreur
  ['45023214', 'open', 'open'], // Métiers de la pierre
  ['45023215', 'open', 'open'], // Métiers de la piscine
  ['45023216', 'open', 'open'], // Maçon
  ['45023217', 'not-yet', 'not-yet'], // Tailleur de pierre / appareilleur monuments historiques
  ['45023313', 'open', 'open'], // Menuisier aluminium-verre
  ['45023314', 'open', 'open'], // Métiers du plâtre et de l'isolation
  ['45023315', 'open', 'open'], // Peintre applicateur de revêtements
  ['45023316', 'open', 'open'], // Carreleur mosaïste
  ['45023317', 'open', 'open'], // Étanchéité du bâtiment et des travaux publics
  ['45023407', 'open', 'open'], // Charpentier de marine
  ['45023408', 'open', 'open'], // Menuisier
  ['45023409', 'open', 'open'], // Charpentier bois
  ['45024004', 'closed', 'closed'], // Blanchisseur(se)
  ['45024005', 'closed', 'closed'], // Maintenance des articles textiles option pressing
  ['45024106', 'open', 'open'], // Ameublement option tapisserie décoration
  ['45024214', 'open', 'open'], // Vêtement sur mesure option couture flou
  ['45024215', 'open', 'open'], // Vêtement sur mesure option tailleur dame
  ['45024216', 'open', 'open'], // Vêtement sur mesure option tailleur homme
  ['45025411', 'open', 'open'], // Métallier
  ['45025516', 'open', 'closed'], // Électricien(ne)
  ['45025517', 'not-yet', 'open'], // Électricien
  ['45031001', 'extra-session-only', 'closed'], // Administration des fonctions publiques
  ['45031206', 'closed', 'closed'], // Fleuriste (ancien règlement)
  ['45031207', 'open', 'open'], // Fleuriste
  ['45032203', 'open', 'open'], // Libraire
  ['45032401', 'extra-session-only', 'closed'], // Bureautique
  ['45033104', 'open', 'closed'], // Préparateur en pharmacie
  ['45033403', 'open', 'open'], // Barman
  ['45033404', 'open', 'open'], // Gouvernante
  ['45033405', 'open', 'closed'], // Sommelier
  ['45033407', 'open', 'closed'], // Arts du service et commercialisation en restauration
  ['45033408', 'not-yet', 'open'], // Sommelier
  ['45033409', 'not-yet', 'open'], // Arts du service et commercialisation en restauration
  ['45033608', 'open', 'open'], // Coiffure
  ['45033609', 'open', 'open'], // Esthétique cosmétique parfumerie
  ['45034401', 'open', 'open'], // Agent technique de prévention et de sécurité
  ['45034402', 'open', 'closed'], // Agent technique de sécurité dans les transports
] as const;

const pack = await shippedPack();

describe('statusFor', () => {
  it.each(GOLDEN)('%s: %s in 2024, %s in 2026', (cfd, in2024, in2026) => {
    const speciality = found(pack.specialities.find((one) => one.cfd === cfd));
    expect([statusFor(speciality, 2024).code, statusFor(speciality, 2026).code]).toEqual([in2024, in2026]);
  });

  it('knows the 57 specialities, each once', () => {
    expect(pack.specialities.map((one) => one.cfd).sort()).toEqual(GOLDEN.map(([cfd]) => cfd));
  });

  it('says what explains it', () => {
    const sommelier = found(pack.specialities.find((one) => one.cfd === '45033405'));
    expect(statusFor(sommelier, 2024)).toEqual({ code: 'open', lastSession: 2024 });
    expect(statusFor(sommelier, 2025)).toEqual({ code: 'extra-session-only', lastSession: 2024, extraSession: 2025 });
    expect(statusFor(sommelier, 2026)).toEqual({ code: 'closed', lastSession: 2024, replacedBy: '45033408' });
    expect(statusFor(sommelier, 1996)).toEqual({ code: 'not-yet', firstSession: 1997 });
  });
});

describe('A speciality', () => {
  const choose = (cfd: string, year: number, formerCandidate = false): string =>
    refuseSpeciality(found(pack.specialities.find((one) => one.cfd === cfd)), year, formerCandidate)?.code ?? 'open';

  it.each([
    ['45033608', 'Coiffure, complete'],
    ['45031207', 'Fleuriste 2021, one coefficient known'],
    ['45022110', 'Boucher: a block is missing'],
    ['45023408', 'Menuisier: no unit read'],
    ['45033403', 'Barman: no regulation'],
  ])('%s may be chosen (%s)', (cfd) => expect(choose(cfd, 2024)).toBe('open'));

  it('of an extra session is for former candidates only', () => {
    expect(choose('45033104', 2024)).toBe('open');
    expect(choose('45033104', 2025)).toBe('former-candidates-only');
    expect(choose('45033104', 2025, true)).toBe('open');
    expect(choose('45033104', 2026, true)).toBe('closed');
  });

  it.each([
    ['45022304', 2024, 'dormant'],
    ['45031206', 2024, 'closed'],
    ['45033408', 2024, 'not-yet'],
  ])('%s can not be chosen in %i: %s', (cfd, year, code) => expect(choose(cfd, year, true)).toBe(code));
});

describe('Units', () => {
  it.each([
    ['45033608', true, 'Coiffure, complete'],
    ['45023216', true, 'Maçon, no coefficient known'],
    ['45022110', false, 'Boucher: a block is missing'],
    ['45024215', false, 'tailleur dame: blocks may be missing'],
    ['45023408', false, 'Menuisier: no unit read'],
    ['45033405', false, 'Sommelier 1995: no regulation'],
  ])('%s: known %s (%s)', (cfd, known) =>
    expect(unitsAreKnown(createCatalogue(pack).regulation(cfd, 2024))).toBe(known),
  );

  it('of a regulation that has none are not known', () => {
    expect(unitsAreKnown({ ...found(createCatalogue(pack).regulation('45033608', 2024)), units: [] })).toBe(false);
  });
});

describe('The regulation of a speciality at a session', () => {
  it('takes, of two regulations of one speciality, that of the year', () => {
    const coiffure = found(createCatalogue(pack).regulation('45033608', 2024));
    const old = { ...coiffure, firstSession: 2013, lastSession: 2024 };
    const young = { ...coiffure, firstSession: 2025, lastSession: null };
    const speciality = { lastSession: null, extraSession: null };
    expect(regulationAmong([young, old], speciality, 2024)).toBe(old);
    expect(regulationAmong([old, young], speciality, 2025)).toBe(young);
    expect(regulationAmong([old, young], speciality, 2012)).toBeUndefined();
  });

  it('has none where the pack has none', () => {
    expect(createCatalogue(pack).regulation('45033405', 2024)).toBeUndefined();
    expect(createCatalogue(pack).regulation('45031206', 2024)).toBeUndefined();
    expect(createCatalogue(pack).regulation('45033104', 2025)?.cfd).toBe('45033104');
  });
});

describe('The regulation of a speciality that no file describes', () => {
  it('bears its name, and nothing is known of it: no unit, no condition, no diploma of its own', async () => {
    const speciality = { ...found((await shippedPack()).specialities.find(({ cfd }) => cfd === '45033608')) };
    const regulation = unwrittenRegulation(speciality);
    expect(regulation).toMatchObject({ cfd: '45033608', exam: 'bp', title: speciality.name, eligibility: 'common' });
    expect([regulation.units, regulation.unitExemptions, regulation.notes, regulation.sources]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(regulation.completeness).toBe('');
    expect([regulation.unitsComplete, unitsAreKnown(regulation)]).toEqual([false, false]);
    expect(unwrittenRegulation(speciality)).toBe(regulation);
  });
});

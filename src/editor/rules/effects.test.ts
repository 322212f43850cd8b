import { describe, expect, it } from 'vitest';
import { createCatalogue, type PieceType, type RulePack, type Session, type Unit } from '../../catalogue/index.ts';
import type { Enrolment, EnrolmentId } from '../../enrolment/index.ts';
import { COIFFURE } from '../../testing/answers.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { chosenSpeciality, type Effects, effectsOn, type FollowedRules } from './effects.ts';
import { changesHealth, healthKept, stillNamed } from './stillNamed.ts';

const before = await shippedCatalogue();
const { pack } = before;
const at = Temporal.Instant.from('2023-11-15T10:42:00+01:00');
const registered: Enrolment = {
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
const draft: Enrolment = {
  ...registered,
  status: 'draft',
  number: null,
  registered: null,
  firstRegisteredAt: null,
  registeredAt: null,
  working: COIFFURE,
};

type Setting = {
  readonly enrolment?: Enrolment;
  readonly from?: RulePack;
  readonly birth?: string;
  readonly follows?: FollowedRules | null;
};
function everything(
  after: RulePack,
  { enrolment = registered, from = pack, birth = '1998-05-30', follows = null }: Setting = {},
): Effects {
  const person = { birthDate: Temporal.PlainDate.from(birth) };
  const rules = { before: createCatalogue(from), after: createCatalogue(after) };
  const at = Temporal.Instant.from('2023-11-20T09:00:00+01:00');
  const found = effectsOn(enrolment, person, rules, at, follows);
  return { ...found, sentences: found.sentences.map((sentence) => sentence.replaceAll('\u00a0', ' ')) };
}
function effects(after: RulePack, setting: Setting = {}): Omit<Effects, 'health'> {
  const { health: _, ...found } = everything(after, setting);
  return found;
}

const withSession = (changes: Partial<Session>): RulePack => ({
  ...pack,
  sessions: pack.sessions.map((session) => ({ ...session, ...changes })),
});
const withPiece = (code: string, change: (piece: PieceType) => PieceType | null): RulePack => ({
  ...pack,
  pieceTypes: pack.pieceTypes.flatMap((piece) => (piece.code === code ? (change(piece) ?? []) : piece)),
});
const withUnits = (change: (units: readonly Unit[]) => readonly Unit[]): RulePack => ({
  ...pack,
  regulations: pack.regulations.map((one) => (one.cfd === '45033608' ? { ...one, units: change(one.units) } : one)),
});
const withUnit = (id: string, changes: Partial<Unit>): RulePack =>
  withUnits((units) => units.map((unit) => (unit.id === id ? { ...unit, ...changes } : unit)));
const resultsAt = (when: string | null) => ({ at: when, source: null, confidence: 'derived' as const });

describe('Rules changed', () => {
  it('in nothing have no effect, on a registered enrolment or a draft', () => {
    for (const enrolment of [registered, draft, { ...draft, working: {} }])
      expect(effects({ ...pack }, { enrolment })).toEqual({ sentences: [], lost: false });
  });
  it('without the session lose its enrolments; one that was already without it has nothing to lose', () => {
    const without = { ...pack, sessions: [], relativeSessions: [] };
    expect(effects(without)).toEqual({ sentences: ["La session n'existe plus."], lost: true });
    expect(effects(pack, { from: without })).toEqual({ sentences: [], lost: false });
  });
  it('so that a registered answer is no longer possible lose the enrolment, and judge it no more', () => {
    const gone = withUnits((units) => units.filter(({ id }) => id !== 'U30A' && id !== 'U30B'));
    const specialities = pack.specialities.map((one) => (one.cfd === '45033608' ? { ...one, lastSession: 2020 } : one));
    for (const after of [{ ...pack, specialities }]) {
      const unreadable = [
        "La spécialité « Coiffure » n'est plus proposée à cette session.",
        "Une réponse n'est plus possible avec ces règles.",
      ];
      expect(effects(after)).toEqual({ sentences: unreadable, lost: true });
      expect(effects(after, { enrolment: draft })).toEqual({ sentences: unreadable, lost: false });
      expect(effects(pack, { from: after })).toEqual({ sentences: [], lost: false });
    }
    expect(effects(gone).sentences).not.toEqual([]);
  });
  it('are asked of the version registered, not of the one being changed', () => {
    const changed: Enrolment = { ...registered, working: {} };
    const after = withUnit('U10', { coefficient: 7 });
    expect(effects(after, { enrolment: changed }).sentences).toEqual([
      'Épreuve U10 (Création, couleur, coupe, coiffage) : le coefficient passe de 6 à 7.',
    ]);
    expect(effects(after, { enrolment: { ...draft, working: {} } }).sentences).toEqual([]);
  });
});

describe('Dates of a session', () => {
  const noon = 'vendredi 8 décembre 2023 à 12 h 00 (heure de Paris)';
  const was = 'vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)';
  const [session] = pack.sessions;
  it.each<[string, Partial<Session>, readonly string[]]>([
    [
      'of the opening and the closing',
      { window: { opensAt: '2023-10-13T14:00', closesAt: '2023-12-08T12:00' } },
      [
        "L'ouverture des inscriptions passe du jeudi 12 octobre 2023 à 14 h 00 (heure de Paris) au vendredi 13 octobre 2023 à 14 h 00 (heure de Paris).",
        `La clôture des inscriptions passe du ${was} au ${noon}.`,
      ],
    ],
    [
      'of a group of pieces',
      {
        pieceGroups: (session?.pieceGroups ?? []).map((group) =>
          group.code === 'identite' ? { ...group, dueAt: '2023-12-08T12:00' } : group,
        ),
      },
      [`La date limite des pièces « Identité » passe du ${was} au ${noon}.`],
    ],
    [
      'of a group that is due at midnight, as the pages say its last day',
      {
        pieceGroups: (session?.pieceGroups ?? []).map((group) =>
          group.code === 'travail-en-hauteur' ? { ...group, dueAt: '2024-03-16T00:00' } : group,
        ),
      },
      [
        'La date limite des pièces « Travail en hauteur » passe du jeudi 7 mars 2024 inclus au vendredi 15 mars 2024 inclus.',
      ],
    ],
    [
      'of the corrections',
      { correctionsEndAt: { at: '2023-12-08T12:00', source: null, confidence: 'derived' } },
      [`La fin des corrections passe du vendredi 22 décembre 2023 à 17 h 00 (heure de Paris) au ${noon}.`],
    ],
    [
      'of results not known before',
      { resultsAt: resultsAt('2023-12-08T12:00') },
      [`La date des résultats est fixée au ${noon}.`],
    ],
    [
      'of the first day of the exam',
      { examStartsOn: { on: '2024-06-10', source: null, confidence: 'derived' } },
      ['Le début des épreuves passe du lundi 3 juin 2024 au lundi 10 juin 2024.'],
    ],
  ])('%s are said as they were and are', (_, changes, sentences) => {
    expect(effects(withSession(changes))).toEqual({ sentences, lost: false });
    expect(effects(withSession(changes), { enrolment: { ...draft, working: {} } }).sentences).toEqual(sentences);
  });
  it('that move together, as after an incident, are one sentence', () => {
    const [closesAt, dueAt] = ['2023-12-08T12:00', '2023-12-08T12:00'];
    const opensAt = session?.window.opensAt ?? '';
    const pieceGroups = (session?.pieceGroups ?? []).map((group) =>
      ['identite', 'domicile'].includes(group.code) ? { ...group, dueAt } : group,
    );
    const labels = pieceGroups.flatMap((group) => (group.dueAt === dueAt ? [`« ${group.label} »`] : []));
    expect(labels).toHaveLength(2);
    expect(effects(withSession({ window: { opensAt, closesAt }, pieceGroups })).sentences).toEqual([
      `La clôture des inscriptions et la date limite des pièces ${labels.join(' et ')} passent du ${was} au ${noon}.`,
    ]);
  });
  it('of the last correction are said as they were and are', () => {
    const later = { at: '2024-05-06T17:00', source: null, confidence: 'derived' as const };
    expect(effects(withSession({ lastCorrectionAt: later })).sentences).toEqual([
      'La dernière correction possible passe du vendredi 3 mai 2024 à 17 h 00 (heure de Paris) au lundi 6 mai 2024 à 17 h 00 (heure de Paris).',
    ]);
  });
  it('of a group that comes or goes are said with its pieces', () => {
    const fewer = withSession({ pieceGroups: (session?.pieceGroups ?? []).filter(({ code }) => code !== 'domicile') });
    const group = session?.pieceGroups.find(({ code }) => code === 'domicile')?.label;
    const piece = pack.pieceTypes.find(({ code }) => code === 'DOMICIL')?.label;
    expect(effects(fewer).sentences).toEqual([
      `La date limite des pièces « ${group} » n'est plus fixée.`,
      `Pièce qui n'est plus demandée : ${piece}.`,
    ]);
    expect(effects(pack, { from: fewer }).sentences[0]).toBe(
      `La date limite des pièces « ${group} » est fixée au ${was}.`,
    );
  });
  it('of results that were known are said when they move and when they are withdrawn', () => {
    const known = withSession({ resultsAt: resultsAt('2023-12-01T17:00') });
    expect(effects(withSession({ resultsAt: resultsAt('2023-12-08T12:00') }), { from: known }).sentences).toEqual([
      `La date des résultats passe du ${was} au ${noon}.`,
    ]);
    expect(effects(pack, { from: known }).sentences).toEqual(["La date des résultats n'est plus fixée."]);
  });
});

describe('Pieces', () => {
  const why = 'Deux raisons.';
  const always = { always: true } as const;
  it('asked more, or no longer, are said with their reason', () => {
    const asked = withPiece('REPLEG', (piece) => ({
      ...piece,
      label: 'Représentant',
      rules: [
        { when: always, why: 'Une.', source: 's' },
        { when: always, why, source: 's' },
      ],
    }));
    expect(effects(asked).sentences).toEqual(['Pièce de plus : Représentant. Une. Deux raisons.']);
    expect(effects(pack, { from: asked }).sentences).toEqual(["Pièce qui n'est plus demandée : Représentant."]);
  });
  it('are said of what an enrolment is asked, and follows: never of a list that stays as it is', () => {
    const asked = withPiece('REPLEG', (piece) => ({
      ...piece,
      label: 'R',
      rules: [{ when: always, why, source: 's' }],
    }));
    const standing = new Set([
      'CINSIG01',
      'DCSTID01',
      '1NATID01',
      'DOMICIL',
      'RELNOTES',
      'ATTFORM',
      'ATTEMPLOI',
      'DIPLOM3',
    ]);
    const of = (after: RulePack, from: RulePack, follows: FollowedRules) => effects(after, { from, follows }).sentences;
    const stays = { list: false, dates: false, asked: standing };
    expect(of(asked, pack, stays)).toEqual([]);
    expect(of(asked, pack, { ...stays, list: true })).toContain('Pièce de plus : R. Deux raisons.');
    // Rules that came back after some that its list never followed.
    expect(of(pack, asked, { ...stays, list: true })).not.toContain("Pièce qui n'est plus demandée : R.");
    const has = { list: true, dates: true, asked: new Set([...standing, 'REPLEG']) };
    expect(of(pack, asked, has)).toContain("Pièce qui n'est plus demandée : R.");
    const later = withSession({
      pieceGroups: (pack.sessions[0]?.pieceGroups ?? []).map((group) => ({ ...group, dueAt: '2023-12-08T12:00' })),
    });
    expect(of(later, pack, stays)).toEqual([]);
    expect(of(later, pack, { ...stays, dates: true })[0]).toContain('La date limite des pièces');
  });
  it('asked for another reason are said with the new one', () => {
    const other = withPiece('DOMICIL', (piece) => ({
      ...piece,
      label: 'Domicile',
      rules: [{ when: always, why, source: 's' }],
    }));
    expect(effects(other).sentences).toEqual(['La raison de la pièce « Domicile » change : Deux raisons.']);
  });
  it('given in another way are said so', () => {
    const byPost = withSession({
      pieceGroups: (pack.sessions[0]?.pieceGroups ?? []).map((group) =>
        group.code === 'domicile' ? { ...group, mode: 'post' as const } : group,
      ),
    });
    const label = pack.pieceTypes.find(({ code }) => code === 'DOMICIL')?.label;
    expect(effects(byPost).sentences).toEqual([`La pièce « ${label} » se donne maintenant par la poste.`]);
    expect(effects(pack, { from: byPost }).sentences).toEqual([`La pièce « ${label} » se donne maintenant en ligne.`]);
  });
});

describe('Pieces that hold health data', () => {
  const asked = withPiece('R408DISP', (piece) => ({
    ...piece,
    excuses: ['DOMICIL'],
    rules: [{ when: { always: true }, why: 'Une raison.', source: 's' }],
  }));
  it('are said to change, and named in no sentence', () => {
    for (const enrolment of [registered, draft]) {
      expect(everything(asked, { enrolment })).toEqual({ sentences: [], lost: false, health: true });
      expect(everything(pack, { from: asked, enrolment })).toEqual({ sentences: [], lost: false, health: true });
    }
  });
  it('do not change where an ordinary piece does, where the list stays as it is, or where nothing can be read', () => {
    const label = withPiece('DOMICIL', (piece) => ({ ...piece, rules: [] }));
    expect(everything(label)).toMatchObject({ health: false });
    expect(everything(label).sentences).toHaveLength(1);
    const none = { list: false, dates: false, asked: new Set<string>() };
    expect(everything(asked, { follows: none }).health).toBe(false);
    expect(everything(asked, { enrolment: { ...draft, working: {} } }).health).toBe(false);
    const without = { ...asked, sessions: [], relativeSessions: [] };
    expect([everything(without).health, everything(asked, { from: without }).health]).toEqual([false, false]);
  });
});

describe('Whoever follows a speciality', () => {
  const said = "Votre gestionnaire change : c'est maintenant";
  it('is said when the speciality goes to another officer, to who registered and to who chose it', () => {
    const moved: RulePack = {
      ...pack,
      academies: pack.academies.map((academy) => ({
        ...academy,
        portfolios: academy.portfolios.map((one) => {
          const others = one.specialities.filter(({ cfd }) => cfd !== '45033608');
          const coiffure = { cfd: '45033608', basis: 'x', confidence: 'notice' } as const;
          return { ...one, specialities: one.code === 'G3' ? [...others, coiffure] : others };
        }),
      })),
    };
    const officer = pack.academies[0]?.portfolios.find(({ code }) => code === 'G3');
    for (const enrolment of [registered, draft])
      expect(effects(moved, { enrolment }).sentences).toEqual([`${said} G3, ${officer?.mailbox}, 04 73 99 35 44.`]);
    expect(effects(moved, { enrolment: { ...draft, working: {} } }).sentences).toEqual([]);
  });
  it('is not said where nobody followed it, or nobody does any more', () => {
    const nobody: RulePack = {
      ...pack,
      academies: pack.academies.map((academy) => ({
        ...academy,
        portfolios: academy.portfolios.map((one) => ({
          ...one,
          specialities: one.specialities.filter(({ cfd }) => cfd !== '45033608'),
        })),
      })),
    };
    expect([effects(nobody).sentences, effects(pack, { from: nobody }).sentences]).toEqual([[], []]);
  });
  it('is not said of a speciality that the rules do not know', () => {
    const unknown: RulePack = {
      ...pack,
      specialities: pack.specialities.filter(({ cfd }) => cfd !== '45033608'),
    };
    for (const enrolment of [registered, draft]) {
      expect(effects(unknown, { enrolment }).sentences).toEqual(["Une réponse n'est plus possible avec ces règles."]);
      expect(effects(pack, { enrolment, from: unknown }).sentences).toEqual([]);
    }
  });
  it('is asked of what was registered, else of what is being written, once one is chosen', () => {
    const answers = (speciality: unknown) => ({ qualification: { speciality } }) as unknown as Enrolment['working'];
    const chosen = (one: unknown, working: unknown = undefined) =>
      chosenSpeciality({ registered: one === null ? null : answers(one), working: answers(working) });
    expect([chosen('a', 'b'), chosen(null, 'b'), chosen('', 'b'), chosen(3, 'b'), chosen(null)]).toEqual([
      'a',
      'b',
      null,
      null,
      null,
    ]);
    expect(
      [
        { registered: null, working: null },
        { registered: null, working: {} },
      ].map(chosenSpeciality),
    ).toEqual([null, null]);
  });
  it.each([{ phone: '04 73 99 00 00' }, { mailbox: 'autre@ac-clermont.fr' }])('is said when %j changes', (changes) => {
    const academies = pack.academies.map((academy) => ({
      ...academy,
      portfolios: academy.portfolios.map((one) => (one.code === 'G2' ? { ...one, ...changes } : one)),
    }));
    expect(effects({ ...pack, academies }).sentences[0]).toContain(`${said} G2, `);
    expect(effects({ ...pack, academies }).sentences[0]).toContain(Object.values(changes)[0]);
  });
});

describe('Units of a speciality', () => {
  it.each<[string, Partial<Unit>, readonly string[]]>([
    ['title', { title: 'Coupe' }, ["L'épreuve « Création, couleur, coupe, coiffage » s'appelle maintenant « Coupe »."]],
    [
      'coefficient',
      { coefficient: null },
      ['Épreuve U10 (Création, couleur, coupe, coiffage) : le coefficient passe de 6 à non communiqué.'],
    ],
    ['mode', { mode: 'oral' }, ["L'épreuve U10 (Création, couleur, coupe, coiffage) change de forme : oral, 2 h 30."]],
    [
      'duration',
      { duration: null },
      ["L'épreuve U10 (Création, couleur, coupe, coiffage) change de forme : pratique."],
    ],
    [
      'code and mode',
      { code: null, mode: null, duration: null },
      ["L'épreuve Création, couleur, coupe, coiffage change de forme : non communiquée."],
    ],
  ])('are said when their %s changes', (_, changes, sentences) => {
    expect(effects(withUnit('U10', changes)).sentences).toEqual(sentences);
  });
  it('are said when they come or go', () => {
    const fewer = withUnits((units) => units.filter(({ id }) => id !== 'U30B'));
    const name = 'U30B (Coupe homme et entretien du système pilo-facial (option B))';
    expect(effects(fewer).sentences).toContain(`Épreuve supprimée : ${name}.`);
    expect(effects(pack, { from: fewer }).sentences).toContain(`Épreuve de plus : ${name}.`);
  });
});

describe('Conditions of enrolment', () => {
  it('are said by their verdict, with the conditions that changed alone', () => {
    const regulations = pack.regulations.map((one) => ({
      ...one,
      conditions: one.conditions && { ...one.conditions, yearsWithListedDiploma: 20 },
    }));
    const longer = { ...pack, regulations };
    expect(effects(longer)).toEqual({
      lost: false,
      sentences: [
        "Les conditions d'inscription étaient remplies, elles sont à vérifier par le rectorat.",
        "Activité professionnelle : 62 mois déclarés, 20 années demandées en règle générale. Le rectorat jugera. Si vos emplois continuent comme vous l'avez dit, la durée sera atteinte le mardi 31 août 2038.",
      ],
    });
    expect(effects(pack, { from: longer })).toEqual({
      lost: false,
      sentences: [
        "Les conditions d'inscription étaient à vérifier par le rectorat, elles sont remplies.",
        'Activité professionnelle : 62 mois déclarés, 2 années demandées.',
      ],
    });
  });
});

describe('A piece that holds health data', () => {
  const said = (after: RulePack): readonly string[] =>
    healthKept(pack, after).map((sentence) => sentence.replaceAll('\u00a0', ' '));
  it('stays, and stays what it is, whoever was offered it', () => {
    expect(said(pack)).toEqual([]);
    for (const change of [() => null, (piece: PieceType) => ({ ...piece, health: false })])
      expect(said(withPiece('R408DISP', change))[0]).toMatch(/^La pièce « R408DISP » touche à la santé/);
  });
  it('alone asks what is declared of it; when it changes, nobody is told to be touched', () => {
    const when = { all: [{ not: { fact: 'handicap' as const, is: true } }] };
    const rules = [{ when, why: 'Une raison.', source: 's' }];
    expect(said(withPiece('VAE', (piece) => ({ ...piece, rules })))).toEqual([
      expect.stringMatching(/^La pièce « VAE » dépend de ce qu'un candidat dit de sa santé/),
    ]);
    const other = withPiece('R408DISP', (piece) => ({ ...piece, rules }));
    expect(said(other)).toEqual([]);
    expect([
      changesHealth(pack, other),
      changesHealth(pack, { ...pack }),
      changesHealth(pack, withSession({ year: 2031 })),
      changesHealth(pack, { ...pack, sessions: pack.sessions.flatMap((one) => [one, { ...one, code: 'bp-2031' }]) }),
    ]).toEqual([true, false, false, false]);
  });
});

describe('What touches the pieces that hold health data', () => {
  const groups = (change: (group: Session['pieceGroups'][number]) => Partial<Session['pieceGroups'][number]>) =>
    withSession({ pieceGroups: (pack.sessions[0]?.pieceGroups ?? []).map((one) => ({ ...one, ...change(one) })) });
  const later = (code: string) => groups((one) => (one.code === code ? { dueAt: '2024-01-08T12:00' } : {}));
  it.each<[string, RulePack, boolean]>([
    ['the group that they are given in, later', later('travail-en-hauteur'), true],
    ['another group, later', later('domicile'), false],
    ['their own words', withPiece('R408DISP', (piece) => ({ ...piece, label: 'Autre' })), true],
    ['their end', withPiece('R408DISP', () => null), true],
    ['the words of an ordinary piece', withPiece('DOMICIL', (piece) => ({ ...piece, label: 'Autre' })), false],
    ['an ordinary piece that becomes one', withPiece('DOMICIL', (piece) => ({ ...piece, health: true })), true],
  ])('is %s or not', (_, after, touched) => {
    expect(changesHealth(pack, after)).toBe(touched);
  });
  it('is said of each that is no longer one, and of no ordinary piece that goes', () => {
    expect(
      healthKept(
        pack,
        withPiece('DOMICIL', () => null),
      ),
    ).toEqual([]);
    expect(
      healthKept(
        pack,
        withPiece('DOMICIL', (piece) => ({ ...piece, health: true })),
      ),
    ).toEqual([]);
    expect(healthKept(pack, { ...pack, pieceTypes: [] })).toHaveLength(
      pack.pieceTypes.filter(({ health }) => health).length,
    );
  });
});

describe('What files of candidates name', () => {
  const named = {
    academies: ['clermont', 'lyon'],
    sessions: ['bp-2024-clermont', 'bp-demo', 'bp-2020'],
    specialities: ['45033608', '45000000'],
    pieces: ['DOMICIL', 'CARTE'],
  };
  it('and the rules no longer hold is said, kind by kind', () => {
    expect(stillNamed(pack, named).map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual([
      "L'académie « lyon » a des inscriptions : gardez-la.",
      "La session « bp-2020 » a des inscriptions : gardez-la. Elle n'est plus proposée une fois close.",
      'La spécialité « 45000000 » a des inscriptions : gardez-la, avec une dernière session.',
      'La pièce « CARTE » a été demandée à des candidats : gardez-la. Pour ne plus la demander, changez ses règles.',
    ]);
  });
});

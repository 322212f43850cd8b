import { describe, expect, it } from 'vitest';
import type { Condition } from '../schema/condition.ts';
import { type Check, checkChanged, found, oneChanged, pathsFound } from '../testing/shipped.ts';
import { expectFinding, PIECES, SESSION, type Spoiled } from '../testing/spoiled.ts';
import { checkPieces, checkReasons } from './checkPieces.ts';

const check: Check = (pack, known) => [...checkPieces(pack, known), ...checkReasons(pack)];

const SPOILED: readonly Spoiled[] = [
  {
    what: 'a reason with a variable that nothing fills',
    file: PIECES,
    from: 'La copie est floue',
    to: 'La copie {date limite} est floue',
    at: 'date limite',
    says: /Rien ne remplit \{date limite\} dans un motif/,
  },
  {
    what: 'a reason with a brace that stands alone',
    file: PIECES,
    from: 'La copie est floue',
    to: 'La copie { est floue',
    at: 'La copie {',
    says: /Une accolade est seule/,
  },
  {
    what: 'a piece that does not exist',
    file: SESSION,
    from: 'pieces: [ DOMICIL ]',
    to: 'pieces: [DOMICIL, PHOTO01]',
    at: 'PHOTO01',
    says: /La pièce « PHOTO01 »/,
    path: 'pieceGroups[3].pieces[1]',
  },
  {
    what: 'a piece in two groups',
    file: SESSION,
    from: 'pieces: [ DOMICIL ]',
    to: 'pieces: [DOMICIL, CINSIG01]',
    at: 'DOMICIL, CINSIG01',
    says: /« CINSIG01 » est dans deux groupes/,
  },
  {
    what: 'a piece in no group',
    file: SESSION,
    from: '1NATID01, SNATJDC',
    to: 'SNATJDC',
    at: 'pieceGroups:',
    says: /« 1NATID01 » n'est dans aucun regroupement/,
  },
  {
    what: 'a value that a fact never has',
    file: PIECES,
    from: '{ fact: category, is: distance-learner }',
    to: '{ fact: category, is: apprentice }',
    at: 'apprentice',
    says: /« category » ne peut pas valoir cela.*previous-candidate, distance-learner/,
  },
  {
    what: 'a list asked as a single value',
    file: PIECES,
    from: '{ fact: scaffoldingAnnexes, includes: 4 }',
    to: '{ fact: scaffoldingAnnexes, is: 4 }',
    at: 'is: 4',
    says: /employez includes/,
  },
  {
    what: 'an annexe that no list has',
    file: PIECES,
    from: '{ fact: scaffoldingAnnexes, includes: 4 }',
    to: '{ fact: scaffoldingAnnexes, includes: 6 }',
    at: 'includes: 6',
    says: /Il faut l'une de ces valeurs : 3, 4, 5/,
  },
  {
    what: 'a comparison of what is no number',
    file: PIECES,
    from: '- { fact: ageAtEnrolment, below: 25 }',
    to: '- { fact: minor, below: 25 }',
    at: 'fact: minor, below',
    says: /n'est pas un nombre/,
  },
  {
    what: 'a waiver of no piece',
    file: PIECES,
    from: 'excuses: [ R408A3, R408A4, R408A5 ]',
    to: 'excuses: [ R408A3, R408A4, R408A6]',
    at: 'R408A6',
    says: /La pièce « R408A6 »/,
  },
  {
    what: 'a document that proves a piece that nobody knows',
    file: PIECES,
    from: 'alsoProves: [ 1NATID01 ]',
    to: 'alsoProves: [ 1NATID02 ]',
    at: '1NATID02',
    says: /La pièce « 1NATID02 »/,
  },
  {
    what: 'a document that proves what it is given for',
    file: PIECES,
    from: 'alsoProves: [ 1NATID01 ]',
    to: 'alsoProves: [ DCSTID01 ]',
    at: 'alsoProves: [ DCSTID01',
    says: /retirez « DCSTID01 »/,
  },
  {
    what: 'a document of identity that proves a waiver for health',
    file: PIECES,
    from: 'alsoProves: [ 1NATID01 ]',
    to: 'alsoProves: [ R408DISP ]',
    at: 'alsoProves: [ R408DISP',
    says: /retirez « R408DISP »/,
  },
  {
    what: 'proofs of work that are due later, yet count',
    file: SESSION,
    from: 'conditionsDueAt: enrolment',
    to: 'conditionsDueAt: exam',
    at: 'ATTEMPLOI',
    says: /à l'examen \(conditionsDueAt\)/,
  },
];

const ALONE = (opensAt: string, dueAt: string): string => `pieces: [ R408A3, R408A4, R408A5 ]
    opensAt: 2023-10-12T14:00
    dueAt: 2024-03-08T00:00
    countsForValidation: false
    sanction: Non admis.

  - code: dispense-seule
    label: Dispense
    mode: online
    pieces: [R408DISP]
    opensAt: ${opensAt}
    dueAt: ${dueAt}
    countsForValidation: false
    sanction: Aucune.

  - code: reste
    label: Reste
    mode: online
    pieces: [ATTBLOCS]`;
/** The waiver in a group of its own, with these days. */
const waiverGroup = (opensAt: string, dueAt: string): Pick<Spoiled, 'file' | 'from' | 'to'> => ({
  file: SESSION,
  from: 'pieces: [ R408A3, R408A4, R408A5, R408DISP ]',
  to: ALONE(opensAt, dueAt),
});
const WAIVERS: readonly Spoiled[] = [
  {
    what: 'a waiver in no group',
    file: SESSION,
    from: ', R408DISP ]',
    to: ']',
    at: 'pieceGroups:',
    says: /« R408DISP » n'est dans aucun regroupement : mettez-la avec celles dont elle dispense/,
  },
  {
    what: 'a waiver that closes before the piece it excuses',
    ...waiverGroup('2023-10-12T14:00', '2024-03-01T00:00'),
    at: 'dueAt: 2024-03-01T00:00',
    says: /« R408DISP » se ferme avant « R408A3 », dont elle dispense/,
    path: 'pieceGroups[7].dueAt',
  },
  {
    what: 'a waiver that opens after the piece it excuses',
    ...waiverGroup('2023-11-01T14:00', '2024-03-08T00:00'),
    at: 'opensAt: 2023-11-01T14:00',
    says: /« R408DISP » s'ouvre après « R408A3 », dont elle dispense/,
    path: 'pieceGroups[7].opensAt',
  },
];

describe('A waiver that could not be given in time', () => {
  it.each(WAIVERS)('$what', expectFinding(check));

  it('may stand in a group of its own, with the same window', async () => {
    const { faults } = await checkChanged(check, SESSION, (text) => {
      const { from, to } = waiverGroup('2023-10-12T14:00', '2024-03-08T00:00');
      return text.replace('pieces: [ DISPENSE, ATTBLOCS, VAE ]', 'pieces: [DISPENSE, VAE]').replace(from, to);
    });
    expect(faults).toEqual([]);
  });
});

describe('Pieces that nobody could give', () => {
  it.each(SPOILED)('$what', expectFinding(check));

  it('a proof of work that is due later may have a group of its own', async () => {
    const { faults } = await checkChanged(check, SESSION, (text) =>
      text
        .replace('conditionsDueAt: enrolment', 'conditionsDueAt: exam')
        .replace('ATTEMPLOI, ', '')
        .replace('pieceGroups:\n', `pieceGroups:\n${LATER_GROUP}`),
    );
    expect(faults).toEqual([]);
  });
});

const LATER_GROUP = `  - code: pratique
    label: Pratique professionnelle
    mode: online
    pieces: [ATTEMPLOI]
    opensAt: 2023-10-12T14:00
    dueAt: 2024-05-31T17:00
    countsForValidation: false
    sanction: Sans ces preuves, le candidat n'est pas admis aux épreuves.
`;

describe('What a rule asks', () => {
  const where = (when: Condition, check: Check = checkPieces) =>
    pathsFound(
      check,
      'pieceTypes',
      oneChanged(
        ({ code }) => code === 'CINSIG01',
        (one) => ({ ...one, rules: [{ ...found(one.rules[0]), when }] }),
      ),
    );
  it.each<[string, Condition, readonly string[]]>([
    ['a number, below another', { fact: 'ageAtEnrolment', below: 25 }, []],
    ['a list, below a number', { fact: 'exemptionGrounds', below: 2 }, ['below']],
    ['a number that is so many', { fact: 'ageAtEnrolment', is: 25 }, []],
    ['a number that is true', { fact: 'ageAtEnrolment', is: true }, ['is']],
    ['a yes or no', { fact: 'minor', is: true }, []],
    ['a yes or no that is a word', { fact: 'minor', is: 'oui' }, ['is']],
    ['a choice that is none of its words', { fact: 'form', is: 'HALF' }, ['is']],
    ['a choice that holds a word', { fact: 'form', includes: 'GLOBAL' }, ['includes']],
    ['a ground of the exam', { fact: 'exemptionGrounds', includes: 'vae' }, []],
    ['a ground that is not said', { fact: 'exemptionGrounds', includes: 'unknown' }, []],
    ['a ground of nobody', { fact: 'exemptionGrounds', includes: 'luck' }, ['includes']],
    ['a list that is one word', { fact: 'exemptionGrounds', is: 'vae' }, ['is']],
    ['always', { always: true }, []],
    ['all of several', { all: [{ always: true }, { fact: 'minor', is: 3 }] }, ['all[1].is']],
    ['any of several', { any: [{ always: true }, { fact: 'minor', is: 3 }] }, ['any[1].is']],
    ['the contrary', { not: { fact: 'minor', is: 3 } }, ['not.is']],
  ] as [string, Condition, readonly string[]][])('%s', async (_, when, expected) => {
    expect(await where(when)).toEqual(expected.map((path) => `rules[0].when.${path}`));
  });
  it('is asked once', async () => {
    const same = await pathsFound(
      checkPieces,
      'pieceTypes',
      oneChanged(
        ({ code }) => code === 'CINSIG01',
        (one) => ({ ...one, rules: [...one.rules, ...one.rules] }),
      ),
    );
    expect(same).toEqual(['rules[1].when']);
  });
  it('is of the pieces of its own exam: those of another are in none of its groups', async () => {
    const other = await pathsFound(checkPieces, 'pieceTypes', (all) => [
      ...all,
      { ...found(all[0]), code: 'PHOTO', exam: 'cap' } as (typeof all)[number],
    ]);
    expect(other).toEqual([]);
  });
});

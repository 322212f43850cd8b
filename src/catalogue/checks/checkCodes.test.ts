import { describe, expect, it } from 'vitest';
import { found, pathsFound } from '../testing/shipped.ts';
import { DEMO, expectFinding, PIECES, type Spoiled } from '../testing/spoiled.ts';
import { checkCodes } from './checkCodes.ts';
import type { Kind } from './known.ts';

const SPOILED: readonly Spoiled[] = [
  {
    what: 'a code that is taken',
    file: PIECES,
    from: 'code: DOMICIL',
    to: 'code: DCSTID01',
    at: 'code: DCSTID01',
    says: /« DCSTID01 » est déjà pris/,
    path: '[4].code',
  },
  {
    what: 'a prefix of numbers that is taken',
    file: DEMO,
    from: 'numberPrefix: DEMO',
    to: 'numberPrefix: BP24',
    at: 'numberPrefix: BP24',
    says: /« BP24 » est déjà pris/,
  },
  {
    what: 'a canned reason that is taken',
    file: PIECES,
    from: '- code: not-dated',
    to: '- code: not-signed',
    at: 'code: not-signed',
    says: /« not-signed » est déjà pris/,
    path: '[0].cannedReasons[1].code',
  },
];

describe('A code that is taken', () => {
  it.each(SPOILED)('$what', expectFinding(checkCodes));
});

describe('One code names one thing', () => {
  /** The first one once more. */
  const twice = <K extends Kind>(kind: K) =>
    pathsFound(checkCodes, kind, (things) => [...things, ...things.slice(0, 1)]);
  it.each(['academies', 'departments', 'exams', 'pieceTypes', 'cases', 'sessions', 'mails'] as const)(
    'among the %s',
    async (kind) => expect(await twice(kind)).toContain('added.code'),
  );
  it('of specialities the national one', async () => expect(await twice('specialities')).toContain('added.cfd'));
  it('in each exam by itself', async () => {
    const other = (kind: 'pieceTypes' | 'cases') =>
      pathsFound(checkCodes, kind, (things) => [...things, { ...found(things[0]), exam: 'cap' }] as typeof things);
    expect([await other('pieceTypes'), await other('cases')]).toEqual([[], []]);
  });
  it('in each list of one thing', async () => {
    const repeat = <T>(list: readonly T[]): readonly T[] => [...list, ...list.slice(0, 1)];
    const academy = await pathsFound(checkCodes, 'academies', (all) =>
      all.map((one) => ({ ...one, portfolios: repeat(one.portfolios), departments: repeat(one.departments) })),
    );
    expect(academy.map((path) => path.replace(/\d+/, 'n'))).toEqual(['portfolios[n].code', 'departments[n].code']);
    const exam = await pathsFound(checkCodes, 'exams', (all) =>
      all.map((one) => ({
        ...one,
        exemptionGrounds: repeat(one.exemptionGrounds),
        socioProfessionalCategories: repeat(one.socioProfessionalCategories),
      })),
    );
    expect(exam.map((path) => path.replace(/\d+/, 'n'))).toEqual([
      'exemptionGrounds[n].code',
      'socioProfessionalCategories[n].code',
    ]);
    const session = await pathsFound(checkCodes, 'sessions', (all) =>
      all.map((one) => ({ ...one, pieceGroups: repeat(one.pieceGroups) })),
    );
    expect(session.map((path) => path.replace(/\d+/, 'n'))).toEqual(['pieceGroups[n].code']);
  });
});

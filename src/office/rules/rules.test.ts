import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personName, readsFiles } from '../../accounts/index.ts';
import {
  joinComment,
  NO_FILTER,
  QUEUE_STATES,
  type QueueFilter,
  queueQuery,
  queueTexts,
  readQueueFilter,
  reviewTexts,
  riskOf,
} from '../../checking/index.ts';
import { civilStatusTexts, unreachedTexts } from '../../persons/index.ts';
import { queryOf, readPageNumber } from '../../platform/query.ts';
import {
  filesTexts,
  MOST_COUNTED,
  pagesOf,
  readSearch,
  readsPieces,
  scopeOf,
  specialityOptions,
  withLettersSwapped,
} from '../../scope/index.ts';
import { refuseManaging, rolesToGive, staffTexts } from '../../staff/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { plainSpaces } from '../../testing/words.ts';
import { fileTexts } from '../file/fileTexts.ts';
import { reserveTexts } from '../file/reserveTexts.ts';
import { homeTexts } from '../home/homeTexts.ts';
import { nearestDeadline, sessionAtExam } from '../home/rules/nearestDeadline.ts';
import { refusalsTexts } from '../journal/refusalsTexts.ts';
import { texts } from '../texts.ts';

const catalogue = await shippedCatalogue();

describe('The risk of a piece', () => {
  const days = fc.integer({ min: -40, max: 200 });
  it('grows with waiting, shrinks with the days left, and is twice for a piece that blocks', () => {
    fc.assert(
      fc.property(fc.nat(200), days, (waitingDays, daysLeft) => {
        const facts = { countsForValidation: false, waitingDays, daysLeft };
        const risk = riskOf(facts);
        expect(riskOf({ ...facts, waitingDays: waitingDays + 1 })).toBeGreaterThan(risk);
        expect(riskOf({ ...facts, daysLeft: daysLeft + 1 })).toBeLessThanOrEqual(risk);
        expect(riskOf({ ...facts, countsForValidation: true })).toBe(2 * risk);
      }),
    );
  });
  it('is as high as it can be once the deadline is past', () => {
    const facts = { countsForValidation: true, waitingDays: 3 };
    expect(riskOf({ ...facts, daysLeft: -5 })).toBe(riskOf({ ...facts, daysLeft: 0 }));
  });
});

describe('A filter of the queue', () => {
  it('comes back whole from its address', () => {
    const filter: fc.Arbitrary<QueueFilter> = fc.record({
      state: fc.constantFrom(...QUEUE_STATES),
      speciality: fc.option(fc.constantFrom('45033608', '45022108')),
      code: fc.option(fc.constantFrom('DOMICIL', '1NATID01')),
      session: fc.option(fc.constant('bp-2024-clermont')),
      claim: fc.option(fc.constantFrom('mine' as const, 'free' as const)),
    });
    fc.assert(
      fc.property(filter, (one) => {
        const query = Object.fromEntries(new URLSearchParams(queueQuery(one)));
        expect(readQueueFilter(query)).toEqual(one);
      }),
    );
  });
  it('is nothing where the address holds nonsense', () => {
    const nonsense = { etat: 'x', specialite: "1' or 1", piece: '../..', session: 'é', page: '0' };
    expect(queueQuery(readQueueFilter(nonsense))).toBe('');
    expect(['0', '-1', '1e9', 'x', undefined].map(readPageNumber)).toEqual([1, 1, 1, 1, 1]);
  });
  it('is none without an address, and none of what is around a code', () => {
    expect(NO_FILTER).toEqual({ state: 'all', speciality: null, code: null, session: null, claim: null });
    for (const query of [
      {},
      { specialite: '450336081' },
      { specialite: 'x45033608' },
      { piece: '1NATID01-' },
      { piece: '-1NATID01' },
      { session: 'bp 2024' },
      { session: 'bp-2024é' },
      { session: 'ébp-2024' },
    ])
      expect(readQueueFilter(query), JSON.stringify(query)).toEqual(NO_FILTER);
  });
  it.each([
    ['1', 1],
    ['2', 2],
    ['10', 10],
    ['12345', 12345],
    ['123456', 1],
    ['2x', 1],
    ['x2', 1],
  ])('reads %s as a page', (typed, page) => {
    expect(readPageNumber(typed)).toBe(page);
  });
  it('leaves out of an address what is empty, and keeps a zero', () => {
    expect(queryOf({ a: undefined, b: null, c: '', d: 0, e: 'é f' })).toBe('?d=0&e=%C3%A9+f');
    expect(queryOf({ a: undefined })).toBe('');
    expect(queueQuery({ ...NO_FILTER, state: 'received' }, { page: 2 })).toBe('?etat=recues&page=2');
  });
});

describe('A comment', () => {
  it('joins the ticked reasons and what was typed, each once', () => {
    expect(joinComment(['Floue.', 'Périmée.'], ' Voir page 2. ')).toBe('Floue.\nPérimée.\nVoir page 2.');
    expect(joinComment(['Floue.'], 'Floue.\nVoir page 2.')).toBe('Floue.\nVoir page 2.');
    expect(joinComment([], '  ')).toBeNull();
  });
});

describe('The search box', () => {
  const read = (typed: string) => readSearch(typed, ['BP24', 'DEMO']);
  it('knows a number however it is typed, and says when its letter is wrong', () => {
    expect(read('bp24 00001 u')).toEqual({ kind: 'number', number: 'BP24-00001-U' });
    expect(read('BP24-00001-Z')).toEqual({ kind: 'wrong-number' });
    expect(read('BP24-00001')).toEqual({ kind: 'serial', digits: '00001' });
    expect(read('127')).toEqual({ kind: 'serial', digits: '00127' });
  });
  it('knows a mail and a name, without accents, capitals and apostrophes', () => {
    expect(read('Nom@Domaine.fr')).toEqual({ kind: 'address', part: 'nom@domaine.fr' });
    expect(read('D’Ûrville-Nuñez  œuf')).toEqual({ kind: 'name', words: ['durville', 'nunez', 'oeuf'] });
    expect(read('  ')).toEqual({ kind: 'everything' });
  });
  it.each<[string | undefined, ReturnType<typeof read>]>([
    [undefined, { kind: 'everything' }],
    ['bp24 – 0.0001', { kind: 'serial', digits: '00001' }],
    ['123456789', { kind: 'serial', digits: '123456789' }],
    ['06 12 34 56 78', { kind: 'phone', figures: '612345678' }],
    ['+33 (0)6.12.34.56.78', { kind: 'phone', figures: '612345678' }],
    ['06 12 34', { kind: 'serial', digits: '061234' }],
    ['30/05/1998', { kind: 'birth', day: Temporal.PlainDate.from('1998-05-30') }],
    ['29/02/2000', { kind: 'birth', day: Temporal.PlainDate.from('2000-02-29') }],
    ['31/02/2000', { kind: 'name', words: ['31', '02', '2000'] }],
    ['1234567890', { kind: 'name', words: ['1234567890'] }],
    ['BP24-1234567890', { kind: 'wrong-number' }],
    ['BP24-00001-UU', { kind: 'name', words: ['bp24', '00001', 'uu'] }],
    ['BP24-X1', { kind: 'name', words: ['bp24', 'x1'] }],
    ['12A', { kind: 'name', words: ['12a'] }],
    ['demo 7', { kind: 'serial', digits: '00007' }],
    [`${'a'.repeat(200)}b`, { kind: 'name', words: ['a'.repeat(200)] }],
  ])('reads %s', (typed, expected) => {
    expect(readSearch(typed, ['BP24', 'DEMO'])).toEqual(expected);
  });
  it('finds nobody by what no name can hold, instead of showing everybody', () => {
    for (const typed of ['%%%', 'Σωκράτης', '👍']) expect(read(typed), typed).toEqual({ kind: 'nothing' });
  });
});

describe('A name', () => {
  it('is sorted by birth name, with the name in use in brackets', () => {
    const person = { birthName: 'Lefèvre', usageName: 'Durand', firstNames: 'Camille, Jeanne' };
    expect(personName(person)).toBe('Lefèvre (Durand) Camille');
    expect(personName({ ...person, usageName: null })).toBe('Lefèvre Camille');
  });
  it.each([
    ['Lefèvre', 'Camille Jeanne', 'Lefèvre Camille'],
    ['Lefèvre', 'Anne-Lise,\u00a0Jeanne', 'Lefèvre Anne-Lise'],
    ['Lefèvre', '', 'Lefèvre'],
  ])('is said once where %s is in use too, with the first of « %s »', (usageName, firstNames, expected) => {
    expect(personName({ birthName: 'Lefèvre', usageName, firstNames })).toBe(expected);
  });
});

describe('A slip of the hand', () => {
  it('exchanges two neighbouring letters, once, in each place', () => {
    expect(withLettersSwapped('dura')).toEqual(['udra', 'drua', 'duar']);
    expect(withLettersSwapped('durnad')).toContain('durand');
  });
  it('is none between two letters that are the same, or in a single one', () => {
    expect(withLettersSwapped('anna')).toEqual(['nana', 'anan']);
    expect([withLettersSwapped('a'), withLettersSwapped('')]).toEqual([[], []]);
  });
});

describe('The pages of a list', () => {
  it('are as many as its lines fill, the last one begun', () => {
    expect([pagesOf(0, 50), pagesOf(1, 50), pagesOf(50, 50), pagesOf(51, 50)]).toEqual([0, 1, 1, 2]);
  });
  it('end where nobody reads on', () => {
    expect(pagesOf(MOST_COUNTED + 1, 50)).toBe(MOST_COUNTED / 50);
    expect(pagesOf(10 * MOST_COUNTED, 50)).toBe(MOST_COUNTED / 50);
  });
});

describe('Who manages whom', () => {
  const actor = (role: 'officer' | 'head' | 'admin') => ({ accountId: 'me' as never, role });
  it('only an administrator makes or changes another one; nobody changes their own access', () => {
    expect(rolesToGive(actor('head'))).not.toContain('admin');
    expect(rolesToGive(actor('admin'))).toContain('admin');
    expect(rolesToGive(actor('officer'))).toEqual([]);
    expect(refuseManaging(actor('head'), { accountId: 'x', role: 'admin' })).toBe('administrator');
    expect(refuseManaging(actor('admin'), { accountId: 'me', role: 'admin' })).toBe('own-access');
    expect(refuseManaging(actor('head'), { accountId: 'x', role: 'officer' })).toBeNull();
  });
});

describe('What a member of staff sees', () => {
  const staff = { academy: 'clermont', portfolios: ['G2'] } as const;
  it('an officer their groups, the head all, the others nothing', () => {
    expect(scopeOf({ ...staff, role: 'officer' }, catalogue).portfolios).toEqual(['G2']);
    expect(scopeOf({ ...staff, role: 'head' }, catalogue).portfolios).toBeNull();
    for (const role of ['jury', 'centre', 'admin'] as const)
      expect(scopeOf({ ...staff, role }, catalogue).portfolios).toEqual([]);
    expect(scopeOf({ ...staff, role: 'accommodation' }, catalogue)).toMatchObject({
      portfolios: null,
      pieces: 'confidential',
    });
    for (const role of ['officer', 'head', 'jury', 'admin'] as const)
      expect(scopeOf({ ...staff, role }, catalogue).pieces).toBe('ordinary');
    expect(scopeOf({ ...staff, role: 'head', academy: 'lyon' }, catalogue).sessions).toEqual([]);
  });
  it.each([
    ['officer', true, true],
    ['head', true, true],
    ['accommodation', false, true],
    ['jury', false, false],
    ['centre', false, false],
    ['admin', false, false],
  ] as const)('%s: reads files, %s; pieces, %s', (role, files, pieces) => {
    expect([readsFiles({ role }), readsPieces({ role })]).toEqual([files, pieces]);
  });
  it('works on the sessions of their own academy', () => {
    expect(scopeOf({ ...staff, role: 'officer' }, catalogue)).toEqual({
      academy: 'clermont',
      sessions: ['bp-2024-clermont'],
      portfolios: ['G2'],
      pieces: 'ordinary',
    });
  });
  it('chooses among the specialities of their groups', () => {
    const labels = specialityOptions(catalogue, scopeOf({ ...staff, role: 'officer' }, catalogue)).map(
      (one) => one.label,
    );
    expect(labels).toContain('Coiffure');
    expect(labels).not.toContain('Boulanger');
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('The nearest deadline', () => {
  const known = () => [catalogue.session('bp-2024-clermont')].filter((one) => one !== undefined);
  it('is the closing, then the end of corrections, the training for work at height, the exam, its results, then none', () => {
    const sessions = known();
    const at = (text: string) => nearestDeadline(sessions, Temporal.Instant.from(text));
    expect(at('2023-11-15T10:00:00Z')).toMatchObject({ kind: 'closing' });
    expect(at('2023-12-01T16:00:00Z')).toMatchObject({ kind: 'corrections' });
    expect(at('2023-12-25T10:00:00Z')).toMatchObject({ kind: 'pieces', group: 'Travail en hauteur' });
    const height = at('2023-12-25T10:00:00Z');
    expect(height === null ? '' : plainSpaces(homeTexts.deadline(height, 'dans 74 jours'))).toContain(
      'dépôt des pièces « Travail en hauteur », le jeudi 7 mars 2024 inclus, dans 74 jours',
    );
    expect(at('2024-04-01T10:00:00Z')).toMatchObject({
      kind: 'exam',
      at: Temporal.Instant.from('2024-06-02T22:00:00Z'),
    });
    expect(at('2024-06-02T22:00:00Z')).toBeNull();
    const results = Temporal.Instant.from('2024-07-05T08:00:00Z');
    const announced = sessions.map((one) => ({ ...one, resultsAt: { ...one.resultsAt, at: results } }));
    expect(nearestDeadline(announced, Temporal.Instant.from('2024-06-20T08:00:00Z'))).toMatchObject({
      kind: 'results',
    });
  });

  it('is that of the session whose tests have begun, until a register opens', () => {
    const sessions = known();
    const at = (text: string) => Temporal.Instant.from(text);
    const opens = (code: string, from: string, to: string, on: string, demonstration = false) =>
      sessions.map((one) => ({
        ...one,
        code,
        demonstration,
        window: { opensAt: at(from), closesAt: at(to) },
        examStartsOn: { ...one.examStartsOn, on: Temporal.PlainDate.from(on) },
      }));
    const next = opens('next', '2026-10-15T08:00:00Z', '2026-12-01T16:00:00Z', '2027-06-01');
    const trial = opens('trial', '2024-06-01T08:00:00Z', '2024-09-01T16:00:00Z', '2024-06-02', true);
    const code = (now: string) => sessionAtExam([...next, ...sessions, ...trial], at(now))?.code ?? null;
    expect(code('2024-06-02T21:59:59Z')).toBeNull();
    expect(code('2024-06-02T22:00:00Z')).toBe('bp-2024-clermont');
    expect(code('2026-10-15T07:59:59Z')).toBe('bp-2024-clermont');
    expect(code('2026-10-15T08:00:00Z')).toBeNull();
    expect(code('2027-06-02T08:00:00Z')).toBe('next');
  });
});

describe('The sentences', () => {
  const strings = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
  it('have the spaces that never break before : ; ! ? and inside quotes', () => {
    const wrong = strings([
      texts,
      homeTexts,
      queueTexts,
      reviewTexts,
      filesTexts,
      unreachedTexts,
      fileTexts,
      reserveTexts,
      civilStatusTexts,
      staffTexts,
      refusalsTexts,
    ]).filter((text) => / [:;!?»]|« /.test(text));
    expect(wrong).toEqual([]);
  });
});

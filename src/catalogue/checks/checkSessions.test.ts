import { describe, expect, it } from 'vitest';
import type { Session } from '../schema/session.ts';
import { oneChanged, pathsFound } from '../testing/shipped.ts';
import { expectFinding, SESSION, type Spoiled } from '../testing/spoiled.ts';
import { checkSessions } from './checkSessions.ts';

const SPOILED: readonly Spoiled[] = [
  {
    what: 'a closing before the opening',
    file: SESSION,
    from: 'closesAt: 2023-12-01T17:00',
    to: 'closesAt: 2023-10-11T17:00',
    at: 'closesAt: 2023-10-11T17:00',
    says: /après l'ouverture/,
  },
  {
    what: 'an hour that spring skips',
    file: SESSION,
    from: 'dueAt: 2024-03-08T00:00',
    to: 'dueAt: 2024-03-31T02:30',
    at: 'dueAt: 2024-03-31T02:30',
    says: /n'existe pas : cette nuit-là, on avance/,
  },
  {
    what: 'an hour that autumn repeats',
    file: SESSION,
    from: /opensAt: 2023-10-12T14:00/,
    to: 'opensAt: 2023-10-29T02:30',
    at: 'opensAt: 2023-10-29T02:30',
    says: /existe deux fois/,
    path: 'window.opensAt',
  },
  {
    what: 'a day that no calendar has',
    file: SESSION,
    from: 'on: 2024-06-03',
    to: 'on: 2024-06-31',
    at: 'on: 2024-06-31',
    says: /2024-06-31 n'existe pas/,
  },
  {
    what: 'corrections before the closing',
    file: SESSION,
    from: 'at: 2023-12-22T17:00',
    to: 'at: 2023-11-30T17:00',
    at: 'at: 2023-11-30T17:00',
    says: /La fin des corrections/,
  },
  {
    what: 'an exam in another year',
    file: SESSION,
    from: 'year: 2024',
    to: 'year: 2025',
    at: 'year: 2025',
    says: /L'année de la session/,
  },
  {
    what: 'a group that is due before it opens',
    file: SESSION,
    from: 'dueAt: 2024-03-08T00:00',
    to: 'dueAt: 2023-10-01T00:00',
    at: 'dueAt: 2023-10-01T00:00',
    says: /après son ouverture/,
  },
  {
    what: 'a late group that counts for validation',
    file: SESSION,
    from: 'countsForValidation: false',
    to: 'countsForValidation: true',
    at: 'dueAt: 2024-03-08T00:00',
    says: /compte pour la validation/,
  },
  {
    what: 'a group that opens before the register',
    file: SESSION,
    from: /opensAt: 2023-10-12T14:00\n {4}dueAt: 2024/,
    to: 'opensAt: 2023-10-01T14:00\n    dueAt: 2024',
    at: 'opensAt: 2023-10-01T14:00',
    says: /ouvre avant le registre/,
  },
  {
    what: 'results before the exam',
    file: SESSION,
    from: 'at: null',
    to: 'at: 2024-05-01T08:00',
    at: 'at: 2024-05-01T08:00',
    says: /avant l'examen/,
  },
  {
    what: 'a piece by post without an address',
    file: SESSION,
    from: /label: Domicile\n {4}mode: online/,
    to: 'label: Domicile\n    mode: post',
    at: 'mode: post',
    says: /postalAddress/,
  },
];

describe('Instants that can not be', () => {
  it.each(SPOILED)('$what', expectFinding(checkSessions));
});

describe('A session', () => {
  const paths = (change: (session: Session) => Session) =>
    pathsFound(
      checkSessions,
      'sessions',
      oneChanged(({ code }) => code === 'bp-2024-clermont', change),
    );
  const [SKIPPED, EXAM, SOURCE] = [
    '2024-03-31T02:30',
    '2024-06-03T00:00',
    { source: 'essai', confidence: 'derived' as const },
  ];
  const groups = (session: Session, changes: Partial<Session['pieceGroups'][number]>) =>
    session.pieceGroups.map((group, index) => (index === 0 ? { ...group, ...changes } : group));

  it.each<[string, (session: Session) => Session]>([
    ['window.closesAt', (one) => ({ ...one, window: { ...one.window, closesAt: SKIPPED } })],
    [
      'extended.closedAt',
      (one) => ({
        ...one,
        extended: { closedAt: SKIPPED, why: 'panne' } as unknown as NonNullable<Session['extended']>,
      }),
    ],
    ['pieceGroups[0].opensAt', (one) => ({ ...one, pieceGroups: groups(one, { opensAt: SKIPPED }) })],
    ['correctionsEndAt.at', (one) => ({ ...one, correctionsEndAt: { ...one.correctionsEndAt, at: SKIPPED } })],
    ['lastCorrectionAt.at', (one) => ({ ...one, lastCorrectionAt: { at: SKIPPED, ...SOURCE } })],
    ['resultsAt.at', (one) => ({ ...one, resultsAt: { ...one.resultsAt, at: SKIPPED } })],
  ])('has no hour that does not exist: %s', async (path, change) => {
    expect(await paths(change)).toEqual([path]);
  });

  it.each<[string, string, string, (session: Session, at: string) => Session]>([
    [
      'window.closesAt',
      '2023-10-12T14:01',
      '2023-10-12T14:00',
      (one, at) => ({ ...one, window: { ...one.window, closesAt: at } }),
    ],
    [
      'correctionsEndAt.at',
      '2023-12-01T17:00',
      '2023-12-01T16:59',
      (one, at) => ({ ...one, correctionsEndAt: { ...one.correctionsEndAt, at } }),
    ],
    [
      'examStartsOn.on',
      EXAM,
      '2024-06-03T00:01',
      (one, at) => ({ ...one, correctionsEndAt: { ...one.correctionsEndAt, at } }),
    ],
    [
      'lastCorrectionAt.at',
      '2023-12-22T17:00',
      '2023-12-22T16:59',
      (one, at) => ({ ...one, lastCorrectionAt: { at, ...SOURCE } }),
    ],
    ['lastCorrectionAt.at', EXAM, '2024-06-03T00:01', (one, at) => ({ ...one, lastCorrectionAt: { at, ...SOURCE } })],
    [
      'pieceGroups[0].opensAt',
      '2023-10-12T14:00',
      '2023-10-12T13:59',
      (one, at) => ({ ...one, pieceGroups: groups(one, { opensAt: at }) }),
    ],
    [
      'pieceGroups[0].dueAt',
      '2023-12-01T17:00',
      '2023-12-01T16:59',
      (one, at) => ({ ...one, pieceGroups: groups(one, { opensAt: '2023-12-01T16:59', dueAt: at }) }),
    ],
    [
      'pieceGroups[0].dueAt',
      '2023-12-22T17:00',
      '2023-12-22T17:01',
      (one, at) => ({ ...one, pieceGroups: groups(one, { dueAt: at }) }),
    ],
    [
      'pieceGroups[0].dueAt',
      EXAM,
      '2024-06-03T00:01',
      (one, at) => ({ ...one, pieceGroups: groups(one, { dueAt: at, countsForValidation: false }) }),
    ],
    ['resultsAt.at', EXAM, '2024-06-02T23:59', (one, at) => ({ ...one, resultsAt: { ...one.resultsAt, at } })],
  ])('has its days in order, to the minute: %s', async (path, last, beyond, change) => {
    expect(await paths((one) => change(one, last))).not.toContain(path);
    expect(await paths((one) => change(one, beyond))).toContain(path);
  });

  it('takes pieces by post where there is an address', async () => {
    const byPost = (postalAddress: readonly string[] | undefined) =>
      paths((one) => ({
        ...one,
        pieceGroups: groups(one, { mode: 'post', postalAddress } as Partial<Session['pieceGroups'][number]>),
      }));
    expect([await byPost(['Rectorat']), await byPost(undefined)]).toEqual([[], ['pieceGroups[0].mode']]);
  });

  it('that is moved is open on whichever day it is first loaded: two weeks longer than it has been open', async () => {
    const paths50 = (openedDaysBefore: number, basedOn = 'bp-2024-clermont') =>
      pathsFound(checkSessions, 'relativeSessions', ([one]) =>
        one === undefined ? [] : [{ ...one, openedDaysBefore, basedOn }],
      );
    // From 12 October, 14 h to 1 December, 17 h: 50 days, 4 hours, as the clocks go back.
    expect([await paths50(36), await paths50(37), await paths50(37, 'bp-1999')]).toEqual([
      [],
      ['openedDaysBefore'],
      [],
    ]);
    const over = (openedDaysBefore: number) =>
      pathsFound(checkSessions, 'relativeSessions', ([one]) =>
        one === undefined ? [] : [{ ...one, openedDaysBefore, isOver: true }],
      );
    expect([await over(50), await over(51), await over(399)]).toEqual([['openedDaysBefore'], [], []]);
    const unreadable = (window: Partial<Session['window']>) =>
      paths((one) => ({ ...one, window: { ...one.window, ...window } }));
    expect(await unreadable({ closesAt: SKIPPED })).toEqual(['window.closesAt']);
    expect(await unreadable({ opensAt: SKIPPED })).toEqual(['window.opensAt']);
  });
});

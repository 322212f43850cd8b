import { describe, expect, it } from 'vitest';
import { createCatalogue, type RulePack, type Session } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { plainSpaces } from '../../testing/words.ts';
import { breaches, closures } from './runningSessions.ts';

const before = await shippedCatalogue();
const { pack } = before;
const CODE = 'bp-2024-clermont';
const OPEN = Temporal.Instant.from('2023-11-20T09:00:00+01:00');
const CLOSED = Temporal.Instant.from('2024-01-20T09:00:00+01:00');
const BEFORE = Temporal.Instant.from('2023-09-20T09:00:00+02:00');

const withSession = (change: (session: Session) => Partial<Session>): RulePack => ({
  ...pack,
  sessions: pack.sessions.map((one) => (one.code === CODE ? { ...one, ...change(one) } : one)),
});
const breachesOf = (after: RulePack, now = OPEN, named: readonly string[] = [CODE]) =>
  breaches({ before, after: createCatalogue(after) }, named, now).map(({ path, message }) => [
    path,
    plainSpaces(message),
  ]);
const closuresOf = (after: RulePack, now = OPEN) =>
  closures({ before, after: createCatalogue(after) }, now).map(({ speciality, message }) => [
    speciality,
    plainSpaces(message),
  ]);

describe('A session that runs keeps', () => {
  it('all that it has, when nothing of it changes', () => {
    expect([breachesOf({ ...pack }), closuresOf({ ...pack })]).toEqual([[], []]);
  });
  it('the prefix of its numbers, once it has enrolments', () => {
    const other = withSession(() => ({ numberPrefix: 'BP99' }));
    expect(breachesOf(other)).toEqual([
      [
        'numberPrefix',
        'La session 2024 a des inscriptions : leurs numéros commencent par BP24, ce préfixe ne change plus.',
      ],
    ]);
    expect(breachesOf(other, OPEN, [])).toEqual([]);
  });
  it('its closing: an hour earlier is refused, a later one is not, and a session that nobody knows yet is free', () => {
    const closing = (closesAt: string) => withSession(({ window }) => ({ window: { ...window, closesAt } }));
    const [breach, ...others] = breachesOf(closing('2023-12-01T16:00'));
    expect(breach?.[0]).toBe('window.closesAt');
    expect(breach?.[1]).toContain(
      'La clôture des inscriptions est publiée pour le vendredi 1er décembre 2023 à 17 h 00',
    );
    expect(breach?.[1]).toContain('elle ne peut plus être avancée au vendredi 1er décembre 2023 à 16 h 00');
    expect(others).toEqual([]);
    expect(breachesOf(closing('2023-12-08T17:00'))).toEqual([]);
    expect(breachesOf(closing('2023-12-01T16:00'), BEFORE, [])).toEqual([]);
    expect(breachesOf(closing('2023-12-01T16:00'), BEFORE)).toHaveLength(1);
    expect(breachesOf(closing('2023-12-01T16:00'), OPEN, [])).toHaveLength(1);
  });
  it('every day until which a piece may be given, in whichever group the piece now is', () => {
    const earlier = withSession(({ pieceGroups }) => ({
      pieceGroups: pieceGroups.map((group) =>
        group.code === 'identite' ? { ...group, dueAt: '2023-11-24T17:00' } : group,
      ),
    }));
    expect(breachesOf(earlier).map(([path]) => path)).toEqual(['pieceGroups[1].dueAt']);
    const scaffolding = pack.sessions[0]?.pieceGroups.find(({ pieces }) => pieces.includes('R408A3'));
    const moved = withSession(({ pieceGroups }) => ({
      pieceGroups: pieceGroups.map((group) => ({
        ...group,
        pieces:
          group.code === 'identite' ? [...group.pieces, 'R408A3'] : group.pieces.filter((piece) => piece !== 'R408A3'),
      })),
    }));
    const said = breachesOf(moved);
    expect(said).toHaveLength(1);
    expect(said[0]?.[1]).toContain(plainSpaces(`« ${scaffolding?.label} »`));
  });
  it('the end of its corrections, and the last one', () => {
    const ends = { source: null, confidence: 'derived' as const };
    const earlier = withSession(() => ({
      correctionsEndAt: { ...ends, at: '2023-12-20T17:00' },
      lastCorrectionAt: { ...ends, at: '2024-01-20T17:00' },
    }));
    expect(breachesOf(earlier, CLOSED).map(([path]) => path)).toEqual(['correctionsEndAt.at', 'lastCorrectionAt.at']);
  });
});

describe('What is open and closes by a date', () => {
  const shut = withSession(({ window }) => ({ window: { ...window, opensAt: '2023-11-25T09:00' } }));
  const ended: RulePack = {
    ...pack,
    specialities: pack.specialities.map((one) => (one.cfd === '45033608' ? { ...one, lastSession: 2023 } : one)),
  };
  it('is said: the session, or the speciality', () => {
    expect(closuresOf(shut)).toEqual([
      [
        null,
        "La session 2024 est ouverte : ces règles la ferment jusqu'au samedi 25 novembre 2023 à 9 h 00 (heure de Paris).",
      ],
    ]);
    expect(closuresOf(ended)).toEqual([
      ['45033608', 'La spécialité « Coiffure » est ouverte à la session 2024 : ces règles la ferment.'],
    ]);
  });
  it('is nothing when nobody may enrol any more, or yet', () => {
    for (const now of [BEFORE, CLOSED]) expect([closuresOf(shut, now), closuresOf(ended, now)]).toEqual([[], []]);
  });
});

import { expect, it } from 'vitest';
import { readEnrolmentId } from '../../enrolment/index.ts';
import type { Account, UnitAccount, UnitResult } from '../../results/index.ts';
import type { AbsenceDecision } from '../replacement.ts';
import { absencesOf, endedOf, settledOf } from './absences.ts';

const CAMILLE = readEnrolmentId('00000000-0000-4000-8000-000000000001');
if (CAMILLE === null) throw new Error('No id');

function unit(id: string, outcome: UnitResult, more: Partial<UnitAccount> = {}): UnitAccount {
  const base = { code: null, coefficient: 1, optional: false, obtainedOn: null, ground: null, note: null };
  return { id, title: `Épreuve ${id}`, outcome, ...base, ...more };
}

function account(...units: readonly UnitAccount[]): Account {
  const judgement = {
    outcome: 'NOT_JUDGED',
    average: null,
    professionalAverage: null,
    lines: [],
    missing: [],
  } as const;
  return {
    enrolmentId: CAMILLE ?? never(),
    number: 'BP24-00018-D',
    speciality: '45033608',
    form: 'GLOBAL',
    units,
    judgement,
    doubts: [],
  };
}
function never(): never {
  throw new Error('No id');
}
const unitsOf = (one: Account, told: readonly string[] = []): readonly string[] =>
  absencesOf(
    [one],
    told.map((id) => ({ enrolmentId: one.enrolmentId, unit: id })),
  ).map(({ unit: id, known }) => `${id} ${known}`);

it('an absence that is marked, justified or not, may be decided of; a mark, an exemption, an optional unit may not', () => {
  const one = account(
    unit('U10', { code: 'absent' }),
    unit('U20', { code: 'excused' }),
    unit('U30', { code: 'mark', halfPoints: 0 }),
    unit('U40', { code: 'exempt' }),
    unit('UF1', { code: 'absent' }, { optional: true }),
  );
  expect(unitsOf(one)).toEqual(['U10 marked', 'U20 marked']);
  expect(absencesOf([one], [])[0]).toEqual({
    enrolmentId: CAMILLE,
    number: 'BP24-00018-D',
    speciality: '45033608',
    unit: 'U10',
    title: 'Épreuve U10',
    known: 'marked',
  });
});

it('an absence that the centre told counts while the mark is awaited, and no longer once a mark is there', () => {
  const awaited = { note: 'awaited' } as const;
  const one = account(
    unit('U10', { code: 'not-entered' }, awaited),
    unit('U20', { code: 'not-entered' }, awaited),
    unit('U30', { code: 'mark', halfPoints: 24 }),
    unit('U40', { code: 'not-entered' }, { note: 'later' }),
    unit('UF1', { code: 'not-entered' }, { ...awaited, optional: true }),
  );
  expect(unitsOf(one, ['U10', 'U30', 'U40', 'UF1'])).toEqual(['U10 told']);
  // What the candidate says of an absence is enough to decide while nobody else has said anything.
  const said = ['U10', 'U20', 'U30', 'U40', 'UF1'].map((id) => ({ enrolmentId: one.enrolmentId, unit: id }));
  const known = absencesOf([one], said.slice(0, 1), said).map(({ unit: id, known: how }) => `${id} ${how}`);
  expect(known).toEqual(['U10 told', 'U20 said']);
  expect(absencesOf([account(unit('U10', { code: 'absent' }))], [], said)[0]?.known).toBe('marked');
});

it('what was decided and is no absence any more is settled, with what stands now and since when', () => {
  const decidedAt = Temporal.Instant.from('2024-06-20T10:00:00Z');
  const decision = (unitId: string, outcome: AbsenceDecision['outcome']): AbsenceDecision => ({
    enrolmentId: CAMILLE ?? never(),
    unit: unitId,
    rank: 1,
    decisionId: null,
    outcome,
    receivedOn: Temporal.PlainDate.from('2024-06-18'),
    words: 'Motif',
    decidedAt,
  });
  const one = account(
    unit('U10', { code: 'mark', halfPoints: 22 }),
    unit('U20', { code: 'absent' }),
    unit('U30', { code: 'mark', halfPoints: 10 }),
    unit('U40', { code: 'not-entered' }, { note: 'awaited' }),
  );
  const decisions = [decision('U10', 'granted'), decision('U20', 'granted'), decision('U40', 'refused')];
  const settled = settledOf([one], absencesOf([one], []), decisions, new Map([['45033608 U10', decidedAt]]));
  expect(settled.map((each) => [each.unit, each.decision.outcome, each.outcome.code, each.lockedAt])).toEqual([
    ['U10', 'granted', 'mark', decidedAt],
    ['U40', 'refused', 'not-entered', null],
  ]);
  expect(settledOf([one], [], [], new Map())).toEqual([]);
  // Who withdrew has no account any more: what was decided of them is still told.
  expect(endedOf(decisions, [...absencesOf([one], []), ...settled])).toEqual([]);
  expect(endedOf(decisions, absencesOf([one], [])).map(({ unit: id }) => id)).toEqual(['U10', 'U40']);
  expect(endedOf(decisions, [])).toEqual(decisions);
});

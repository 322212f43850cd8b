import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { digest } from '../digest.ts';
import { aVerdict } from '../testing.ts';
import { freeze } from './freeze.ts';
import { type JudgedCandidate, snapshot, specialityStandings, withoutReason } from './snapshot.ts';

const id = (text: string) => text as EnrolmentId;
const judged = (
  one: string,
  mark: number,
  speciality = 'A',
  reasons: JudgedCandidate['reasons'] = [],
  addition = 0,
): JudgedCandidate => ({
  enrolmentId: id(one),
  result: freeze(
    aVerdict({ id: id(one), number: one }, { U10: mark }, { speciality, addition }),
    Temporal.PlainDate.from('2024-07-01'),
  ),
  reasons,
});

describe('How specialities stand', () => {
  it('is known by who is registered and who is in a closed record', () => {
    const enrolled = [
      { enrolmentId: id('one'), speciality: 'B' },
      { enrolmentId: id('two'), speciality: 'B' },
      { enrolmentId: id('three'), speciality: 'A' },
    ];
    expect(specialityStandings(enrolled, [judged('one', 12, 'B'), judged('gone', 12, 'C')])).toEqual([
      { cfd: 'A', enrolled: 1, judged: 0, missing: ['three'] },
      { cfd: 'B', enrolled: 2, judged: 1, missing: ['two'] },
      { cfd: 'C', enrolled: 0, judged: 1, missing: [] },
    ]);
  });
});

describe('A snapshot', () => {
  it('holds the specialities asked for, the same whatever the order', () => {
    const all = [judged('one', 12), judged('two', 8), judged('three', 12, 'B')];
    const made = snapshot(all, new Map(), ['A'], 'why', digest);
    expect(made.results.map(({ enrolmentId, changeReason }) => [enrolmentId, changeReason])).toEqual([
      ['one', null],
      ['two', null],
    ]);
    expect(made.unchanged).toBe(0);
    expect(snapshot(all.toReversed(), new Map(), ['A'], null, digest).sha256).toBe(made.sha256);
    expect(snapshot([judged('one', 12), judged('two', 8.5)], new Map(), ['A'], null, digest).sha256).not.toBe(
      made.sha256,
    );
    expect(made.results[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(made.results[0]?.sha256).not.toBe(made.results[1]?.sha256);
  });

  it('says again only what differs, with its reason: that of the record, else the one given', () => {
    const former = new Map(
      [judged('one', 12), judged('two', 8), judged('three', 9)].map((one) => [one.enrolmentId as string, one.result]),
    );
    const all = [
      judged('one', 12),
      judged('two', 9, 'A', [{ addition: 2, reason: 'of the record' }]),
      judged('three', 11),
    ];
    const made = snapshot(all, former, ['A'], 'typed', digest);
    expect(made.results.map(({ enrolmentId, changeReason }) => [enrolmentId, changeReason])).toEqual([
      ['two', 'of the record'],
      ['three', 'typed'],
    ]);
    expect(made.unchanged).toBe(1);
    expect(withoutReason(made, former)).toEqual([]);
    expect(withoutReason(snapshot(all, former, ['A'], null, digest), former)).toEqual(['three']);
    expect(withoutReason(snapshot([judged('new', 9)], former, ['A'], null, digest), former)).toEqual([]);
  });

  it('bears the reasons of all additions since what was published, not those before it', () => {
    const former = new Map([['one', judged('one', 8, 'A', [], 1).result]]);
    const reasons = ['known', 'miscopied', 'heard again'].map((reason, index) => ({ addition: index + 1, reason }));
    const reasonOf = (one: JudgedCandidate) => snapshot([one], former, ['A'], 'typed', digest).results[0]?.changeReason;
    expect(reasonOf(judged('one', 12, 'A', reasons, 3))).toBe('miscopied\nheard again');
    const elsewhere = judged('one', 12, 'A', reasons, 3);
    expect(reasonOf({ ...elsewhere, result: { ...elsewhere.result, record: 'PV 2024-099' } })).toBe(
      'known\nmiscopied\nheard again',
    );
  });
});

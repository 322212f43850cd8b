import { describe, expect, it } from 'vitest';
import type { Enrolment } from '../enrolment/index.ts';
import type { Deposit, PieceWithFiles } from '../pieces/index.ts';
import { hubOf } from './hub.ts';

const CLOSING = Temporal.Instant.from('2023-12-01T16:00:00Z');
const CORRECTIONS = Temporal.Instant.from('2023-12-15T16:00:00Z');
const MARCH = Temporal.Instant.from('2024-03-07T23:00:00Z');
const BEFORE = Temporal.Instant.from('2023-11-15T09:00:00Z');

type Given = Partial<Omit<PieceWithFiles, 'code'>>;
const piece = (code: string, given: Given = {}): PieceWithFiles =>
  ({
    id: code,
    code,
    group: code === 'CINSIG01' ? 'confirmation' : 'proofs',
    status: 'none',
    mode: 'online',
    files: [],
    opensAt: BEFORE,
    dueAt: CLOSING,
    countsForValidation: true,
    handedOverAt: null,
    receivedOn: null,
    comment: null,
    excuses: [],
    excusedBy: null,
    correctableUntil: null,
    ...given,
  }) as unknown as PieceWithFiles;
const FILE = { id: 'f' } as Deposit;
const given = (code: string, more: Given = {}): PieceWithFiles => piece(code, { files: [FILE], ...more });
const REFUSED = { status: 'non-compliant', correctableUntil: CORRECTIONS } as const;
const handedOver = (code: string, more: Given = {}) => given(code, { handedOverAt: BEFORE, ...more });

const draft = { status: 'draft', number: null, version: 0, signature: null, working: {} } as unknown as Enrolment;
const registered = {
  ...draft,
  status: 'registered',
  number: 'BP24-00001-U',
  version: 1,
  working: null,
} as unknown as Enrolment;
const signed = { ...registered, signature: { version: 1, at: BEFORE } } as unknown as Enrolment;
const hub = (enrolment: Enrolment, pieces: readonly PieceWithFiles[], now = BEFORE) =>
  hubOf(enrolment, 'acquis', pieces, { now, closesAt: CLOSING });
const states = (of: ReturnType<typeof hub>) => of.acts.map(({ state }) => state).join(' ');

describe('« Votre inscription sera définitive quand… »', () => {
  it('of a draft: nothing is done, go on with the first unfinished step, by the closing', () => {
    const seen = hub(draft, []);
    expect(states(seen)).toBe('todo todo todo waiting');
    expect(seen.next).toEqual({ kind: 'continue', step: 'acquis' });
    expect(seen.deadline).toEqual(CLOSING);
  });

  it('registered: sign first', () => {
    const seen = hub(registered, [piece('CINSIG01'), piece('DOMICIL')]);
    expect(states(seen)).toBe('done todo todo waiting');
    expect(seen.next).toEqual({ kind: 'sign' });
    expect([seen.given, seen.asked]).toEqual([0, 1]);
  });

  it('signed: give what is missing, then hand over each group', () => {
    const some = hub(signed, [handedOver('CINSIG01'), given('DOMICIL'), piece('DCSTID01')]);
    expect(states(some)).toBe('done done partial waiting');
    expect(some.next).toEqual({ kind: 'give', missing: 1 });
    const all = hub(signed, [handedOver('CINSIG01'), given('DOMICIL'), given('DCSTID01')]);
    expect(all.next).toEqual({ kind: 'hand-over', group: 'proofs' });
    expect(states(all)).toBe('done done partial waiting');
  });

  it('all handed over: wait; what is due later is said with its own date', () => {
    const pieces = [handedOver('CINSIG01'), handedOver('DOMICIL')];
    const waiting = hub(signed, pieces);
    expect(states(waiting)).toBe('done done done waiting');
    expect(waiting.next).toEqual({ kind: 'nothing' });
    const later = hub(signed, [...pieces, piece('R408ATT', { dueAt: MARCH, countsForValidation: false })]);
    expect(later.next).toEqual({ kind: 'later', code: 'R408ATT', dueAt: MARCH });
    expect(later.deadline).toEqual(MARCH);
    expect([later.given, later.asked]).toEqual([1, 1]);
  });

  it('a refused piece comes before all else, until the end of corrections', () => {
    const seen = hub(signed, [handedOver('CINSIG01'), handedOver('DOMICIL', REFUSED)]);
    expect(states(seen)).toBe('done done problem problem');
    expect(seen.next).toEqual({ kind: 'correct', code: 'DOMICIL', closesAt: CORRECTIONS });
    expect(seen.deadline).toEqual(CORRECTIONS);
  });

  it('a refused signature is a problem of the signature', () => {
    const seen = hub(registered, [handedOver('CINSIG01', { status: 'non-compliant' }), handedOver('DOMICIL')]);
    expect(states(seen)).toBe('done problem done problem');
  });

  it('an older version’s signature signs nothing', () => {
    const changed = { ...signed, version: 2 } as Enrolment;
    expect(states(hub(changed, [piece('CINSIG01'), handedOver('DOMICIL')]))).toBe('done todo done waiting');
  });

  it('changes begun and not registered are to finish or to give up', () => {
    const changing = { ...signed, working: {} } as Enrolment;
    expect(hub(changing, [handedOver('CINSIG01')]).next).toEqual({ kind: 'finish-change' });
  });

  it('validated: all is done', () => {
    const validated = { ...signed, status: 'validated' } as Enrolment;
    const compliant = (code: string) => handedOver(code, { status: 'compliant' });
    expect(states(hub(validated, [compliant('CINSIG01'), compliant('DOMICIL')]))).toBe('done done done done');
  });

  it('what is no longer asked counts for nothing', () => {
    const seen = hub(signed, [
      handedOver('CINSIG01'),
      piece('SNATJDC', { status: 'not-applicable' }),
      piece('DOMICIL'),
    ]);
    expect([seen.given, seen.asked]).toEqual([0, 1]);
  });
});

describe('From the closing on', () => {
  const late = piece('R408ATT', { dueAt: MARCH, countsForValidation: false });
  it('nothing is late before it', () => {
    expect(hub(registered, [piece('CINSIG01'), late]).late).toEqual([]);
  });
  it('what is missing is said to be too late, and nobody is sent to a door that is shut', () => {
    const seen = hub(registered, [piece('CINSIG01'), piece('DOMICIL')], CLOSING);
    expect([seen.late, seen.next.kind, seen.deadline]).toEqual([['CINSIG01', 'DOMICIL'], 'nothing', null]);
  });
  it('what is in can be handed over, and what is due later can still be given', () => {
    const seen = hub(signed, [given('CINSIG01'), late], CLOSING);
    expect([seen.late, seen.next.kind]).toEqual([[], 'hand-over']);
    const handed = handedOver('CINSIG01');
    expect(hub(signed, [handed, late], CLOSING)).toMatchObject({ next: { kind: 'later' }, deadline: MARCH });
    expect(hub(signed, [handed, late], MARCH).late).toEqual(['R408ATT']);
  });
  it('a refused piece can be corrected until its own end of corrections', () => {
    const refused = given('DOMICIL', REFUSED);
    expect(hub(registered, [refused], CLOSING)).toMatchObject({ next: { kind: 'correct' }, deadline: CORRECTIONS });
    expect(hub(registered, [refused], CORRECTIONS)).toMatchObject({ next: { kind: 'nothing' }, late: ['DOMICIL'] });
    const later = given('R408ATT', { dueAt: MARCH, countsForValidation: false, ...REFUSED });
    expect(hub(registered, [later], CLOSING).deadline).toEqual(MARCH);
  });
});

describe('Une dispense R.408', () => {
  const certificate = (more: Given = {}) =>
    piece('R408A3', { group: 'r408', dueAt: MARCH, countsForValidation: false, ...more });
  const waiver = (more: Given = {}) =>
    piece('R408DISP', {
      group: 'r408',
      dueAt: MARCH,
      countsForValidation: false,
      confidential: true,
      excuses: ['R408A3'],
      ...more,
    });
  const rest = [handedOver('CINSIG01'), handedOver('DOMICIL')];

  it('is never missing, never counted, never the next thing to do', () => {
    const seen = hub(signed, [...rest, waiver()]);
    expect([seen.next.kind, seen.late, seen.given, seen.asked, seen.deadline]).toEqual(['nothing', [], 1, 1, null]);
    expect(hub(signed, [...rest, waiver()], MARCH).late).toEqual([]);
    expect(hub(signed, [...rest, certificate(), waiver()]).next).toMatchObject({ kind: 'later', code: 'R408A3' });
  });
  it('given, is to be handed over; then the certificate is asked for by nobody', () => {
    expect(hub(signed, [...rest, certificate(), waiver({ files: [FILE] })]).next).toEqual({
      kind: 'hand-over',
      group: 'r408',
    });
    const pieces = [...rest, certificate(), waiver({ files: [FILE], handedOverAt: BEFORE })];
    expect(hub(signed, pieces).next.kind).toBe('nothing');
    expect(hub(signed, pieces, MARCH).late).toEqual([]);
  });
  it('refused, is one way out and holds back no other act', () => {
    const refused = waiver({ files: [FILE], status: 'non-compliant' });
    const seen = hub(signed, [...rest, certificate(), refused]);
    expect(states(seen)).toBe('done done done waiting');
    expect(seen.next).toEqual({ kind: 'correct', code: 'R408DISP', closesAt: MARCH });
    expect(hub(signed, [...rest, certificate(), refused], MARCH).late).toEqual(['R408A3']);
    expect(hub(signed, [...rest, certificate({ files: [FILE], handedOverAt: BEFORE }), refused]).next.kind).toBe(
      'nothing',
    );
  });
  it('accepted, is said, and the certificate is not', () => {
    const seen = hub(signed, [
      ...rest,
      certificate({ status: 'exempted', excusedBy: 'R408DISP' }),
      waiver({ status: 'compliant', files: [FILE] }),
    ]);
    expect([seen.excused, seen.next.kind, seen.late]).toEqual([['R408A3'], 'nothing', []]);
  });
});

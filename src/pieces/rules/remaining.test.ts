import { describe, expect, it } from 'vitest';
import type { Enrolment } from '../../enrolment/index.ts';
import { plainSpaces } from '../../testing/words.ts';
import type { Deposit, PieceWithFiles, RefusedFile } from '../piece.ts';
import { progressInWords } from '../remainingTexts.ts';
import {
  answerAskedIn,
  type Contribution,
  codesOf,
  doubtOf,
  isAnswer,
  isRight,
  rightsOf,
  todosOf,
  unreadIn,
} from './remaining.ts';
import { whatRemains } from './whatRemains.ts';

const CLOSING = Temporal.Instant.from('2023-12-01T16:00:00Z');
const CORRECTIONS = Temporal.Instant.from('2023-12-15T16:00:00Z');
const MARCH = Temporal.Instant.from('2024-03-07T23:00:00Z');
const BEFORE = Temporal.Instant.from('2023-11-15T09:00:00Z');
const BEGINS = Temporal.Instant.from('2024-06-02T22:00:00Z');

type Given = Partial<Omit<PieceWithFiles, 'code'>>;
const piece = (code: string, given: Given = {}): PieceWithFiles =>
  ({
    id: code,
    code,
    group: code === 'CINSIG01' ? 'confirmation' : 'proofs',
    status: 'none',
    mode: 'online',
    files: [],
    refused: [],
    opensAt: BEFORE,
    dueAt: CLOSING,
    countsForValidation: true,
    handedOverAt: null,
    receivedOn: null,
    comment: null,
    excuses: [],
    excusedBy: null,
    correctableUntil: null,
    typedLate: false,
    awaitsNotice: false,
    daysRunFrom: null,
    ...given,
  }) as unknown as PieceWithFiles;
const FILE = { id: 'f', kept: { scan: null } } as Deposit;
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
const remaining = (enrolment: Enrolment, pieces: readonly PieceWithFiles[], now = BEFORE) =>
  whatRemains(enrolment, pieces, { now, closesAt: CLOSING, beginsAt: BEGINS });
const states = (of: ReturnType<typeof remaining>) => of.acts.map(({ state }) => state).join(' ');
const late = (of: ReturnType<typeof remaining>) => codesOf(of, 'late');
const todos = (of: ReturnType<typeof remaining>) =>
  todosOf(of)
    .map(({ act }) => act)
    .join(' ');

describe('« Votre inscription sera définitive quand… »', () => {
  it('of a draft: nothing is done, go on with the first unfinished step, by the closing', () => {
    const seen = remaining(draft, []);
    expect(states(seen)).toBe('todo todo todo waiting');
    expect(seen.next).toEqual({ who: 'candidate', act: 'register', until: CLOSING });
    expect(seen.deadline).toEqual(CLOSING);
  });

  it('registered: sign first', () => {
    const seen = remaining(registered, [piece('CINSIG01'), piece('DOMICIL')]);
    expect(states(seen)).toBe('done todo todo waiting');
    expect(seen.next).toMatchObject({ act: 'sign', until: CLOSING, version: 1 });
    expect(todos(seen)).toBe('sign give');
    expect([seen.given, seen.asked]).toEqual([0, 1]);
  });

  it('handed over with files that nobody can look at yet: the office has nothing to check before they are read', () => {
    const files = [{ ...FILE, kept: { ...FILE.kept, unread: true } }, FILE];
    const seen = remaining(signed, [handedOver('CINSIG01'), handedOver('DOMICIL', { files })]);
    expect([seen.next, codesOf(seen, 'check'), codesOf(seen, 'read'), unreadIn(seen)]).toEqual([
      null,
      ['CINSIG01'],
      ['DOMICIL'],
      1,
    ]);
  });

  it('signed: give what is missing, then hand over each group', () => {
    const some = remaining(signed, [handedOver('CINSIG01'), given('DOMICIL'), piece('DCSTID01')]);
    expect(states(some)).toBe('done done partial waiting');
    expect(some.next).toMatchObject({ act: 'give', codes: ['DCSTID01'], until: CLOSING, later: false });
    const all = remaining(signed, [handedOver('CINSIG01'), given('DOMICIL'), given('DCSTID01')]);
    expect(all.next).toEqual({ who: 'candidate', act: 'hand-over', groups: ['proofs'], whole: true, until: CLOSING });
    expect(states(all)).toBe('done done partial waiting');
  });

  it('says once that all is there, of every group that is ready', () => {
    const seen = remaining(signed, [given('CINSIG01'), given('DOMICIL')]);
    expect(seen.lines.filter(({ act }) => act === 'hand-over')).toEqual([
      { who: 'candidate', act: 'hand-over', groups: ['confirmation', 'proofs'], whole: true, until: CLOSING },
    ]);
  });

  it('says what is given together in one line: by the same way, by the same date, the nearest first', () => {
    const seen = remaining(signed, [
      handedOver('CINSIG01'),
      piece('VAE', { dueAt: CORRECTIONS }),
      piece('DOMICIL'),
      piece('1NATID01', { mode: 'post' }),
      piece('DCSTID01'),
    ]);
    expect(seen.lines.filter(({ act }) => act === 'give')).toEqual([
      {
        who: 'candidate',
        act: 'give',
        codes: ['DOMICIL', 'DCSTID01'],
        until: CLOSING,
        mode: 'online',
        later: false,
      },
      {
        who: 'candidate',
        act: 'give',
        codes: ['1NATID01'],
        until: CLOSING,
        mode: 'post',
        later: false,
      },
      {
        who: 'candidate',
        act: 'give',
        codes: ['VAE'],
        until: CORRECTIONS,
        mode: 'online',
        later: false,
      },
    ]);
  });

  it('names the four acts in their order', () => {
    expect(remaining(draft, []).acts.map(({ name }) => name)).toEqual(['registered', 'signed', 'given', 'checked']);
  });

  it('says who has each piece now', () => {
    const standings = (...pieces: readonly PieceWithFiles[]) => [...remaining(signed, pieces).standings.values()];
    expect(standings(given('DOMICIL'), piece('DCSTID01'))).toEqual(['given', 'to-give']);
    expect(standings(given('DOMICIL'), given('DCSTID01'))).toEqual(['to-hand-over', 'to-hand-over']);
    expect(standings(piece('DOMICIL', { mode: 'post', status: 'received' }))).toEqual(['with-office']);
    expect(standings(piece('DOMICIL', { status: 'not-applicable', files: [FILE] }))).toEqual(['not-applicable']);
  });

  it('all handed over: wait; what is due later is said with its own date', () => {
    const pieces = [handedOver('CINSIG01'), handedOver('DOMICIL')];
    const waiting = remaining(signed, pieces);
    expect(states(waiting)).toBe('done done done waiting');
    expect(waiting.next).toBeNull();
    expect(waiting.lines).toEqual([{ who: 'office', act: 'check', codes: ['CINSIG01', 'DOMICIL'] }]);
    const later = remaining(signed, [...pieces, piece('R408ATT', { dueAt: MARCH, countsForValidation: false })]);
    expect(later.next).toMatchObject({ act: 'give', codes: ['R408ATT'], until: MARCH, later: true });
    expect(later.deadline).toEqual(MARCH);
    expect([later.given, later.asked]).toEqual([1, 1]);
  });

  it('what is due first comes first: the signature before the closing, before a refused piece that has its time after it', () => {
    const pieces = [piece('CINSIG01'), piece('DOMICIL'), handedOver('DCSTID01', REFUSED)];
    const seen = remaining(registered, pieces);
    expect(todos(seen)).toBe('sign give correct');
    expect([seen.next?.until, seen.deadline]).toEqual([CLOSING, CLOSING]);
    const sameDay = handedOver('DCSTID01', { ...REFUSED, correctableUntil: CLOSING });
    expect(todos(remaining(registered, [piece('CINSIG01'), sameDay]))).toBe('correct sign');
  });

  it('a refused piece comes before all else of its date, until the end of corrections', () => {
    const seen = remaining(signed, [handedOver('CINSIG01'), handedOver('DOMICIL', REFUSED)]);
    expect(states(seen)).toBe('done done problem problem');
    expect(seen.next).toEqual({
      who: 'candidate',
      act: 'correct',
      mode: 'online',
      code: 'DOMICIL',
      until: CORRECTIONS,
    });
    expect(seen.deadline).toEqual(CORRECTIONS);
  });

  it('of one date, a file that could not be read comes before the signature and what is only to be given; after what was refused', () => {
    const refused = [{ id: 'r', refusal: 'file-cut' } as RefusedFile];
    const pieces = [
      piece('CINSIG01'),
      piece('DCSTID01'),
      piece('DOMICIL', { refused, correctableUntil: CORRECTIONS }),
      given('VAE', { refused }),
      handedOver('RELNOTES', REFUSED),
    ];
    expect(todosOf(remaining(registered, pieces)).map((todo) => ('codes' in todo ? todo.codes : todo.act))).toEqual([
      ['VAE'],
      'sign',
      ['DCSTID01'],
      'correct',
      ['DOMICIL'],
    ]);
  });

  it('a refused signature is a problem of the signature', () => {
    const seen = remaining(registered, [handedOver('CINSIG01', { status: 'non-compliant' }), handedOver('DOMICIL')]);
    expect(states(seen)).toBe('done problem done problem');
  });

  it('an older version’s signature signs nothing', () => {
    const changed = { ...signed, version: 2 } as Enrolment;
    expect(states(remaining(changed, [piece('CINSIG01'), handedOver('DOMICIL')]))).toBe('done todo done waiting');
  });

  it('changes begun and not registered are to finish or to give up', () => {
    const changing = { ...signed, working: {} } as Enrolment;
    expect(remaining(changing, [handedOver('CINSIG01')]).next).toMatchObject({ act: 'finish-change' });
    expect(remaining(changing, [handedOver('CINSIG01')], CLOSING).next).toBeNull();
  });

  it('validated: all is done', () => {
    const validated = { ...signed, status: 'validated' } as Enrolment;
    const compliant = (code: string) => handedOver(code, { status: 'compliant' });
    expect(states(remaining(validated, [compliant('CINSIG01'), compliant('DOMICIL')]))).toBe('done done done done');
  });

  it('what is no longer asked counts for nothing', () => {
    const seen = remaining(signed, [
      handedOver('CINSIG01'),
      piece('SNATJDC', { status: 'not-applicable' }),
      piece('DOMICIL'),
    ]);
    expect([seen.given, seen.asked]).toEqual([0, 1]);
  });
});

describe('From the closing on', () => {
  const annex = piece('R408ATT', { dueAt: MARCH, countsForValidation: false });
  it('nothing is late before it', () => {
    expect(remaining(registered, [piece('CINSIG01'), annex]).lines.map(({ who }) => who)).toEqual([
      'candidate',
      'candidate',
    ]);
  });
  it('what is missing is said to be too late, and nobody is sent to a door that is shut', () => {
    const seen = remaining(registered, [piece('CINSIG01'), piece('DOMICIL')], CLOSING);
    expect([late(seen), seen.next, seen.deadline]).toEqual([['CINSIG01', 'DOMICIL'], null, null]);
  });
  it('what is in can be handed over, and what is due later can still be given', () => {
    const seen = remaining(signed, [given('CINSIG01'), annex], CLOSING);
    expect([late(seen), todos(seen)]).toEqual([[], 'hand-over give']);
    expect(seen.next).toMatchObject({ until: null, whole: true });
    // Nobody says that all is there where something never came.
    expect(remaining(signed, [given('CINSIG01'), piece('DOMICIL')], CLOSING).next).toMatchObject({ whole: false });
    const handed = handedOver('CINSIG01');
    expect(remaining(signed, [handed, annex], CLOSING)).toMatchObject({ next: { later: true }, deadline: MARCH });
    expect(late(remaining(signed, [handed, annex], MARCH))).toEqual(['R408ATT']);
    // What bears on a seat alone is decided before the exam: once it has begun, nobody is told to write.
    expect(late(remaining(signed, [handed, annex], BEGINS.subtract({ seconds: 1 })))).toEqual(['R408ATT']);
    expect(late(remaining(signed, [handed, annex], BEGINS))).toEqual([]);
    expect(late(remaining(signed, [piece('DOMICIL'), annex], BEGINS))).toEqual(['DOMICIL']);
  });
  it('a refused piece can be corrected until its own end of corrections', () => {
    const refused = given('DOMICIL', REFUSED);
    expect(remaining(registered, [refused], CLOSING)).toMatchObject({
      next: { act: 'correct' },
      deadline: CORRECTIONS,
    });
    // Its file is in sight, and it isn't given: both figures are said.
    const one = remaining(registered, [refused, given('DCSTID01')], CLOSING);
    expect(plainSpaces(progressInWords(one))).toBe('1 pièce déposée sur 2, 1 refusée, confirmation à signer');
    const over = remaining(registered, [refused], CORRECTIONS);
    expect([over.next, late(over)]).toEqual([null, ['DOMICIL']]);
    const later = given('R408ATT', { dueAt: MARCH, countsForValidation: false, ...REFUSED });
    expect(remaining(registered, [later], CLOSING).deadline).toEqual(MARCH);
  });
});

describe('Asked by a letter that nobody knows to be handed over', () => {
  const waits = (code: string) => piece(code, { typedLate: true, mode: 'post', correctableUntil: CORRECTIONS });
  it('has no day yet, and is late on none', () => {
    const seen = remaining(registered, [waits('CINSIG01'), waits('DOMICIL')], MARCH);
    expect([todos(seen), late(seen), seen.deadline]).toEqual(['sign give', [], null]);
    for (const { until } of todosOf(seen)) expect(until).toBeNull();
  });
  it('has its own end from that day on', () => {
    const runs = { ...waits('DOMICIL'), daysRunFrom: Temporal.PlainDate.from('2023-11-30') };
    expect(remaining(signed, [runs]).deadline).toEqual(CORRECTIONS);
    expect(late(remaining(signed, [runs], MARCH))).toEqual(['DOMICIL']);
  });
});

describe('What the office asks before it decides', () => {
  const line = { who: 'candidate', act: 'other', state: 'todo', until: CORRECTIONS, href: '', piece: null } as const;
  const words = { label: '', detail: null, title: '', mail: null, otherwise: 'x' } as const;
  const answer = (...cures: readonly string[]) => ({ ...line, ...words, answer: { act: 'Répondre', cures } });
  const heard = (asked: ReturnType<typeof answer>, ...pieces: readonly PieceWithFiles[]) =>
    whatRemains(signed, [handedOver('CINSIG01'), ...pieces], { now: CLOSING, closesAt: CLOSING, beginsAt: BEGINS }, [
      asked,
    ]);
  it('comes first, and nothing is too late beside it', () => {
    const asked = answer();
    const refused = given('DCSTID01', REFUSED);
    const seen = heard(asked, piece('DOMICIL'), refused);
    expect([seen.next, todos(seen), late(seen)]).toEqual([asked, 'other correct', []]);
  });
  it('comes after the pieces that end the matter, as long as they may be given', () => {
    const [other, cure] = [given('DCSTID01', REFUSED), piece('DOMICIL', { correctableUntil: CORRECTIONS })];
    const seen = heard(answer('DOMICIL'), cure, other);
    expect([seen.next, todos(seen)]).toEqual([expect.objectContaining({ codes: ['DOMICIL'] }), 'give other correct']);
    expect(todos(heard(answer('DOMICIL'), piece('DOMICIL'), other))).toBe('other correct');
  });
});

describe('Travail en hauteur (R.408)', () => {
  const annexes = ['R408A3', 'R408A4', 'R408A5'].map((code) =>
    piece(code, { group: 'r408', dueAt: MARCH, countsForValidation: false }),
  );
  it('is told from the first day, beside all that is due before, and is counted apart', () => {
    const seen = remaining(registered, [piece('CINSIG01'), piece('DOMICIL'), ...annexes]);
    expect(todos(seen)).toBe('sign give give');
    expect([seen.given, seen.asked]).toEqual([0, 1]);
    expect(seen.later).toEqual([{ group: 'r408', state: 'todo', given: 0, asked: 3, until: MARCH }]);
    expect(seen.deadline).toEqual(CLOSING);
  });
  it('says how far it is, whatever else is done', () => {
    const state = (pieces: readonly PieceWithFiles[], now = BEFORE) => remaining(signed, pieces, now).later[0]?.state;
    const [first, ...others] = annexes;
    if (first === undefined) throw new Error('no annex');
    const all = (more: Given) => annexes.map((annex) => ({ ...annex, ...more }) as PieceWithFiles);
    expect(state([{ ...first, files: [FILE] }, ...others])).toBe('partial');
    expect(state(all({ files: [FILE] }))).toBe('partial');
    expect(state(all({ files: [FILE], handedOverAt: BEFORE }))).toBe('waiting');
    expect(state(all({ files: [FILE], status: 'compliant' }))).toBe('done');
    expect(state(all({ ...REFUSED, correctableUntil: MARCH }))).toBe('problem');
    expect(state(annexes, MARCH)).toBe('problem');
    for (const more of [{ status: 'compliant' }, { status: 'exempted' }, { handedOverAt: BEFORE }] as const)
      expect(state([{ ...first, files: [FILE], ...more } as PieceWithFiles, ...others]), JSON.stringify(more)).toBe(
        'partial',
      );
  });
  it('has the latest date of its pieces', () => {
    const [first, ...others] = annexes;
    if (first === undefined) throw new Error('no annex');
    expect(remaining(signed, [first, ...others.map((one) => ({ ...one, dueAt: CORRECTIONS }))]).later).toMatchObject([
      { until: MARCH },
    ]);
  });
});

describe('The signed sheet', () => {
  it('that is in and not handed over leaves something to do', () => {
    const seen = remaining(signed, [given('CINSIG01'), handedOver('DOMICIL')]);
    expect(states(seen)).toBe('done partial done waiting');
    expect([todos(seen), seen.standings.get('CINSIG01')]).toEqual(['hand-over', 'to-hand-over']);
  });
  it('of an earlier version asks for that of the last', () => {
    const changed = { ...signed, version: 2 } as Enrolment;
    expect(remaining(changed, [piece('CINSIG01')]).next).toMatchObject({ act: 'sign', version: 2 });
  });
});

it('A reserve is the office’s to lift, whatever else is done', () => {
  const under = { ...signed, reserve: 'pending' } as Enrolment;
  const seen = remaining(under, [handedOver('CINSIG01'), handedOver('DOMICIL')]);
  expect(seen.lines.map(({ act }) => act)).toEqual(['reserve', 'check']);
  expect(remaining({ ...under, status: 'set-aside' } as Enrolment, []).lines).toEqual([]);
});

it('The nearest date is of what comes first: what is only to be given, before what was refused and has its time after', () => {
  const seen = remaining(signed, [handedOver('CINSIG01'), given('DOMICIL', REFUSED), piece('DCSTID01')]);
  expect([seen.next?.act, seen.next?.until, seen.deadline]).toEqual(['give', CLOSING, CLOSING]);
});

it('Of an enrolment that ended, nothing remains', () => {
  for (const status of ['withdrawn', 'set-aside', 'cancelled', 'abandoned'] as const)
    expect(remaining({ ...signed, status }, [piece('CINSIG01'), given('DOMICIL')]).lines).toEqual([]);
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
    const seen = remaining(signed, [...rest, waiver()]);
    expect([seen.next, late(seen), seen.given, seen.asked, seen.deadline, seen.later]).toEqual([
      null,
      [],
      1,
      1,
      null,
      [],
    ]);
    expect(late(remaining(signed, [...rest, waiver()], MARCH))).toEqual([]);
    expect(remaining(signed, [...rest, certificate(), waiver()]).next).toMatchObject({
      act: 'give',
      codes: ['R408A3'],
    });
  });
  it('given, is to be handed over; then the certificate is asked for by nobody', () => {
    expect(remaining(signed, [...rest, certificate(), waiver({ files: [FILE] })]).next).toMatchObject({
      act: 'hand-over',
      groups: ['r408'],
    });
    const pieces = [...rest, certificate(), waiver({ files: [FILE], handedOverAt: BEFORE })];
    expect(remaining(signed, pieces)).toMatchObject({ next: null, later: [{ group: 'r408', state: 'waiting' }] });
    expect(remaining(signed, pieces).standings.get('R408A3')).toBe('waits-for-waiver');
    expect(remaining(signed, [...rest, waiver()]).standings.get('R408DISP')).toBe('offered');
    expect(late(remaining(signed, pieces, MARCH))).toEqual([]);
  });
  it('refused, or not readable, is one way out and holds back no other act', () => {
    const unreadable = waiver({ refused: [{ id: 'r', refusal: 'file-cut' } as RefusedFile] });
    expect(todos(remaining(signed, [...rest, certificate(), unreadable]))).toContain('correct');
    const refused = waiver({ files: [FILE], status: 'non-compliant' });
    const seen = remaining(signed, [...rest, certificate(), refused]);
    expect(states(seen)).toBe('done done done waiting');
    expect(seen.next).toMatchObject({ act: 'correct', code: 'R408DISP', until: MARCH });
    expect(late(remaining(signed, [...rest, certificate(), refused], MARCH))).toEqual(['R408A3']);
    expect(remaining(signed, [...rest, certificate({ files: [FILE], handedOverAt: BEFORE }), refused]).next).toBeNull();
  });
  it('accepted, is said, and the certificate is not', () => {
    const seen = remaining(signed, [
      ...rest,
      certificate({ status: 'exempted', excusedBy: 'R408DISP' }),
      waiver({ status: 'compliant', files: [FILE] }),
    ]);
    expect([codesOf(seen, 'exempted'), seen.next, late(seen)]).toEqual([['R408A3'], null, []]);
  });
});

describe('Who reads', () => {
  const ordinary = (code: string, more: Given = {}) => piece(code, { confidential: false, ...more });
  const health = (more: Given = {}) => piece('MDPH', { confidential: true, ...more });
  const asRead = (
    enrolment: Enrolment,
    pieces: readonly PieceWithFiles[],
    reader: 'candidate' | 'office' | 'service',
  ) => whatRemains(enrolment, pieces, { now: BEFORE, closesAt: CLOSING, beginsAt: BEGINS, reader });
  const asked = (of: ReturnType<typeof asRead>) =>
    todosOf(of).flatMap((todo) => (todo.act === 'give' ? todo.codes : []));

  it('the candidate reads all, the office nothing of health, the service that alone', () => {
    const both = [ordinary('DOMICIL'), health()];
    expect(asked(asRead(signed, both, 'candidate'))).toEqual(['DOMICIL', 'MDPH']);
    expect(asked(asRead(signed, both, 'office'))).toEqual(['DOMICIL']);
    expect(asked(asRead(signed, both, 'service'))).toEqual(['MDPH']);
  });
  it('what tells of no health is nothing to the service: to register, to finish a change, a reserve', () => {
    const changed = { ...signed, working: {}, reserve: 'pending' } as unknown as Enrolment;
    expect([todos(asRead(draft, [], 'office')), todos(asRead(draft, [], 'service'))]).toEqual(['register', '']);
    expect([todos(asRead(changed, [], 'office')), todos(asRead(changed, [], 'service'))]).toEqual([
      'finish-change',
      '',
    ]);
    const reserves = (reader: 'office' | 'service') =>
      asRead(changed, [], reader).lines.filter(({ act }) => act === 'reserve').length;
    expect([reserves('office'), reserves('service')]).toEqual([1, 0]);
  });
  it('what is no longer applicable is counted by nobody', () => {
    const gone = ordinary('DOMICIL', { status: 'not-applicable' });
    expect(asRead(signed, [gone], 'candidate')).toMatchObject({ asked: 0, next: null });
    expect(asRead(signed, [gone, ordinary('RELNOTES')], 'office').asked).toBe(1);
  });
  it('a file that couldn’t be read beside a good one asks for another as long as that may be given', () => {
    const beside = given('DOMICIL', {
      confidential: false,
      refused: [{ id: 'r', refusal: 'file-cut' } as RefusedFile],
    });
    expect(todos(remaining(signed, [beside]))).toContain('give');
    expect(todos(remaining(signed, [beside], MARCH))).not.toContain('give');
  });
});

describe('What rooms above add', () => {
  const added = (more: Partial<Contribution> = {}): Contribution =>
    ({
      who: 'candidate',
      act: 'other',
      state: 'todo',
      until: null,
      href: '/x',
      piece: null,
      otherwise: 'sinon',
      ...more,
    }) as Contribution;
  const waits = (piece: string | null = null) =>
    added({ who: 'office', state: 'waiting', piece } as Partial<Contribution>);
  const withAdded = (
    enrolment: Enrolment,
    pieces: readonly PieceWithFiles[],
    more: readonly Contribution[],
    now = BEFORE,
  ) => whatRemains(enrolment, pieces, { now, closesAt: CLOSING, beginsAt: BEGINS }, more);
  const others = (of: ReturnType<typeof withAdded>) =>
    of.lines.flatMap(({ act, who }) => (act === 'other' ? [who] : []));

  it('about a piece is said in the place of its correction, never of its being given', () => {
    const about = added({ piece: 'DOMICIL' });
    expect(todos(withAdded(signed, [given('DOMICIL', REFUSED)], [added()]))).toBe('correct other');
    expect(todos(withAdded(signed, [given('DOMICIL', REFUSED)], [about]))).toBe('other');
    expect(todos(withAdded(signed, [piece('DOMICIL')], [about]))).toBe('give other');
  });
  it('of the office is its turn, and a right is nobody’s duty: each is a line, once', () => {
    const office = withAdded(signed, [], [waits()]);
    expect([others(office), todos(office), office.next]).toEqual([['office'], '', null]);
    const right = withAdded(signed, [], [added({ state: 'may' } as Partial<Contribution>)]);
    expect([others(right), todos(right), right.next]).toEqual([['candidate'], '', null]);
    expect(others(withAdded(signed, [], [added(), waits()]))).toEqual(['candidate', 'office']);
  });
  it('is found by what it is: a doubt about a piece, a right, an answer that is asked', () => {
    const [about, plain] = [added({ piece: 'DOMICIL', href: '/doubt' }), added({ href: '/plain' })];
    const right = added({ state: 'may' } as Partial<Contribution>);
    const answer = added({ answer: { act: 'Répondre', cures: [] } } as Partial<Contribution>);
    const seen = withAdded(signed, [given('DOMICIL'), piece('VAE')], [waits(), plain, about, right, answer]);
    expect([doubtOf(seen, 'DOMICIL'), doubtOf(seen, 'VAE')]).toEqual([about, null]);
    expect(rightsOf(seen)).toEqual([right]);
    expect(answerAskedIn(seen)).toEqual(answer);
    expect(answerAskedIn(withAdded(signed, [piece('VAE')], [waits(), plain, right]))).toBeNull();
  });
  it('is the candidate’s only where it is a line of theirs, and a room’s own only where it says so', () => {
    const words = { state: 'may', answer: { act: 'Répondre', cures: [] }, piece: 'VAE' };
    const office = { ...waits(), ...words } as unknown as Contribution;
    const correction = { who: 'candidate', act: 'correct', ...words } as unknown as Contribution;
    const lines = [office, correction];
    expect([rightsOf({ lines }), answerAskedIn({ lines })]).toEqual([[], null]);
    expect(doubtOf({ lines: [correction, office] }, 'VAE')).toBe(office);
    expect([isAnswer(office), isAnswer(correction), isRight(correction as never)]).toEqual([false, false, false]);
  });
  it('about the signature makes that act half done, and no other', () => {
    expect(states(withAdded(signed, [], [waits('CINSIG01')]))).toMatch(/^done partial /);
    expect(states(withAdded(signed, [], [waits('DOMICIL')]))).toMatch(/^done done /);
    expect(states(withAdded(signed, [], []))).toMatch(/^done done /);
    expect(states(withAdded(registered, [], [waits('CINSIG01')]))).toMatch(/^done todo /);
  });
  it('an answer that is asked is the way: nothing is too late beside it', () => {
    const answer = added({ answer: { act: 'Répondre', cures: [] } } as Partial<Contribution>);
    expect(late(withAdded(signed, [piece('DOMICIL')], [], MARCH))).toEqual(['DOMICIL']);
    expect(late(withAdded(signed, [piece('DOMICIL')], [added()], MARCH))).toEqual(['DOMICIL']);
    expect(late(withAdded(signed, [piece('DOMICIL')], [answer], MARCH))).toEqual([]);
  });
});

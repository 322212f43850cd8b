import { describe, expect, it } from 'vitest';
import { type DecidedMeasure, REQUEST_LIFE, type Request, type RequestAct, type RequestState } from '../request.ts';
import {
  hasChanged,
  isAsked,
  isRead,
  isSameDecision,
  isSameKind,
  mayGive,
  mayTakeBack,
  mayUnrecord,
  needsAdvice,
  shownState,
} from './requestActs.ts';

const request = (state: RequestState, changes: Partial<Request> = {}): Request => ({
  id: 'r',
  enrolmentId: 'e' as Request['enrolmentId'],
  academy: 'a',
  session: 's',
  state,
  channel: 'online',
  measures: [],
  words: '',
  late: null,
  submittedAt: null,
  receivedOn: null,
  waitingSince: null,
  askedUntil: null,
  rowVersion: 1,
  ...changes,
});
const UNTIL = Temporal.Instant.from('2023-12-10T00:00:00+01:00');
const where = (may: (state: RequestState) => boolean): readonly RequestState[] => REQUEST_LIFE.states.filter(may);
const from = (act: RequestAct): readonly RequestState[] => where((state) => REQUEST_LIFE.may(act, state));

describe('What the service does with a request', () => {
  it('follows its state: a draft and what was taken back are nobody’s', () => {
    expect(from('ask')).toEqual(['submitted', 'with-doctor', 'advised']);
    expect(from('send-to-doctor')).toEqual(['submitted']);
    expect(from('advise')).toEqual(['submitted', 'with-doctor', 'advised']);
    expect(from('decide')).toEqual(['submitted', 'with-doctor', 'advised', 'decided']);
  });

  it('waits for the doctor, save to refuse what came too late', () => {
    const [granted, refused] = [[{ granted: true }, { granted: false }], [{ granted: false }]];
    const late = { late: { revealedOn: null, words: 'x' } };
    expect(needsAdvice({ late: null }, true, granted)).toBe(false);
    expect(needsAdvice({ late: null }, false, refused)).toBe(true);
    expect(needsAdvice(late, false, refused)).toBe(false);
    expect(needsAdvice(late, false, granted)).toBe(true);
  });
});

describe('What the candidate does with it', () => {
  it('gives documents as long as nothing is decided', () => {
    expect(mayGive(null)).toBe(true);
    expect(where((state) => mayGive({ state }))).toEqual(['draft', 'submitted', 'with-doctor', 'advised']);
  });
  it('takes a document back while nobody reads it, and the request before it is decided', () => {
    expect(where((state) => mayTakeBack({ state, askedUntil: null }))).toEqual(['draft']);
    expect(where((state) => mayTakeBack({ state, askedUntil: UNTIL }))).toEqual(['draft', 'submitted']);
    expect(from('withdraw')).toEqual(['draft', 'submitted', 'with-doctor', 'advised']);
  });
});

it('A request on paper is said not to have come only while nothing was done with it', () => {
  expect(mayUnrecord(request('submitted', { channel: 'post' }))).toBe(true);
  expect(mayUnrecord(request('submitted'))).toBe(false);
  expect(mayUnrecord(request('submitted', { channel: 'post', askedUntil: UNTIL }))).toBe(false);
});

it('The service reads what was sent', () => {
  expect(isRead(null)).toBe(false);
  expect(where((state) => isRead(request(state)))).toEqual(['submitted', 'with-doctor', 'advised', 'decided']);
});

it('What the service asked for is shown as asked until it is answered or decided; to the service, its doctor goes before', () => {
  const shown = (reader: 'candidate' | 'service', askedUntil: Temporal.Instant | null) =>
    REQUEST_LIFE.states.map((state) => shownState({ state, askedUntil }, reader));
  for (const reader of ['candidate', 'service'] as const) expect(shown(reader, null)).toEqual([...REQUEST_LIFE.states]);
  expect(shown('candidate', UNTIL).slice(1)).toEqual(['asked', 'asked', 'asked', 'decided', 'withdrawn']);
  expect(shown('service', UNTIL).slice(1)).toEqual(['asked', 'with-doctor', 'advised', 'decided', 'withdrawn']);
});

it('Nothing is asked where there is no request, nor once it is decided', () => {
  expect(isAsked(null)).toBe(false);
  expect(where((state) => isAsked({ state, askedUntil: UNTIL }))).toEqual(['submitted', 'with-doctor', 'advised']);
  expect(where((state) => isAsked({ state, askedUntil: null }))).toEqual([]);
});

describe('A decision that was prepared', () => {
  const prepared = { version: 2, requestVersion: 3, preparedAt: UNTIL };
  const changed = (now: Partial<Parameters<typeof hasChanged>[1]>): boolean =>
    hasChanged(prepared, { version: 2, request: { rowVersion: 3 }, documents: [], ...now });
  it('holds as long as the enrolment and the request are those that were read', () => {
    expect(changed({})).toBe(false);
    expect(changed({ version: 3 })).toBe(true);
    expect(changed({ request: { rowVersion: 4 } })).toBe(true);
  });
  it('is read again where a document came since, whatever came before', () => {
    const came = (...seconds: readonly number[]) =>
      seconds.map((after) => ({ finishedAt: UNTIL.add({ seconds: after }) }));
    expect(changed({ documents: came(-1, 0) })).toBe(false);
    expect(changed({ documents: came(-1, 1) })).toBe(true);
  });
});

describe('Two decisions', () => {
  const MEASURE: DecidedMeasure = {
    code: 'time',
    label: 'Temps majoré',
    granted: true,
    percent: 33,
    how: null,
    reasons: null,
  };
  const isSame = (changes: Partial<DecidedMeasure>, ground = 'D351-28'): boolean =>
    isSameDecision({ ground: 'D351-28', measures: [MEASURE] }, { ground, measures: [{ ...MEASURE, ...changes }] });
  it('are one where every measure and the law are, whatever a measure is called', () => {
    expect(isSame({ label: 'Un tiers temps' })).toBe(true);
    expect(isSame({}, 'D351-27')).toBe(false);
    for (const one of [{ code: 'helper' }, { granted: false }, { percent: 25 }, { how: 'x' }, { reasons: 'x' }])
      expect(isSame(one), JSON.stringify(one)).toBe(false);
  });
});

it('Two documents are for the same line of the checklist by their kind', () => {
  expect(isSameKind({ kind: 'proof' }, { kind: 'proof' })).toBe(true);
  expect(isSameKind({ kind: 'proof' }, { kind: 'form' })).toBe(false);
});

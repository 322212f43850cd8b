import { describe, expect, it } from 'vitest';
import { REQUEST_STATES, type Request, type RequestState } from '../request.ts';
import { isRead, mayDo, mayGive, mayTakeBack, mayUnrecord, mayWithdraw, needsAdvice } from './acts.ts';

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
const where = (may: (state: RequestState) => boolean): readonly RequestState[] => REQUEST_STATES.filter(may);

describe('What the service does with a request', () => {
  it('follows its state: a draft and what was taken back are nobody’s', () => {
    expect(where((state) => mayDo('ask', { state }))).toEqual(['submitted', 'asked', 'with-doctor', 'advised']);
    expect(where((state) => mayDo('send-to-doctor', { state }))).toEqual(['submitted', 'asked']);
    expect(where((state) => mayDo('advise', { state }))).toEqual(['submitted', 'asked', 'with-doctor', 'advised']);
    expect(where((state) => mayDo('decide', { state }))).toEqual([
      'submitted',
      'asked',
      'with-doctor',
      'advised',
      'decided',
    ]);
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
    expect(where((state) => mayGive({ state }))).toEqual(['draft', 'submitted', 'asked', 'with-doctor', 'advised']);
  });
  it('takes a document back while nobody reads it, and the request before it is decided', () => {
    expect(where((state) => mayTakeBack({ state }))).toEqual(['draft', 'asked']);
    expect(where((state) => mayWithdraw({ state }))).toEqual(['draft', 'submitted', 'asked', 'with-doctor', 'advised']);
  });
});

it('A request on paper is said not to have come only while nothing was done with it', () => {
  expect(mayUnrecord({ channel: 'post', state: 'submitted' })).toBe(true);
  expect(mayUnrecord({ channel: 'online', state: 'submitted' })).toBe(false);
  expect(mayUnrecord({ channel: 'post', state: 'asked' })).toBe(false);
});

it('The service reads what was sent', () => {
  expect(isRead(null)).toBe(false);
  expect(where((state) => isRead(request(state)))).toEqual(['submitted', 'asked', 'with-doctor', 'advised', 'decided']);
});

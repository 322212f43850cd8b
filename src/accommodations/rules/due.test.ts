import { describe, expect, it } from 'vitest';
import type { DueFile, DueReader } from '../../pieces/index.ts';
import { accommodationDue } from '../due.ts';
import { type DueFacts, dueOf } from './due.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const BEFORE = at('2023-11-15T10:00:00+01:00');
const FACTS: DueFacts = {
  enrolmentId: 'x',
  ticked: true,
  request: null,
  said: null,
  decidedAt: null,
  endsAt: at('2023-12-02T00:00:00+01:00'),
  lastCorrectionAt: at('2024-03-01T00:00:00+01:00'),
};
const due = (facts: Partial<DueFacts>, now = BEFORE) => dueOf({ ...FACTS, ...facts }, now);

describe('Cocher « Oui » ne suffit pas', () => {
  it('what was ticked is to be sent by one last day, which counts whole', () => {
    expect(due({})).toMatchObject([{ who: 'candidate', until: FACTS.endsAt, detail: null }]);
    expect(due({}, at('2023-12-01T23:59:59+01:00'))).toMatchObject([{ until: FACTS.endsAt }]);
    expect(due({}, FACTS.endsAt)).toMatchObject([{ until: null }]);
    expect(due({ ticked: false })).toEqual([]);
    expect(due({ ticked: false, request: { state: 'draft', askedUntil: null } })).toHaveLength(1);
  });

  it('after that day the line says so, without any date, until summonses are made', () => {
    const [late, ...others] = due({}, at('2024-01-20T10:00:00+01:00'));
    expect([late?.until, others]).toEqual([null, []]);
    expect(late?.detail).toContain('la date limite est passée');
    expect(due({}, FACTS.lastCorrectionAt)).toEqual([]);
  });

  it('sent, sent by the academy’s own way, or given up: nothing is to be done', () => {
    for (const what of ['sent-elsewhere', 'given-up'] as const) expect(due({ said: { what } }), what).toEqual([]);
    for (const state of ['submitted', 'with-doctor', 'advised'] as const)
      expect(due({ request: { state, askedUntil: null } }), state).toMatchObject([{ who: 'office', until: null }]);
    expect(due({ request: { state: 'decided', askedUntil: null } })).toEqual([]);
  });

  it('a document that could not be read is to be given again, beside what stands, while one may be given', () => {
    const lines = (state: 'submitted' | 'decided', askedUntil: Temporal.Instant | null = null) =>
      due({ unreadable: true, request: { state, askedUntil } }).map(({ who, state }) => `${who} ${state}`);
    expect(lines('submitted')).toEqual(['candidate problem', 'office waiting']);
    expect(lines('submitted', FACTS.endsAt)).toEqual(['candidate problem', 'candidate problem']);
    expect(lines('decided')).toEqual([]);
  });

  it('an answer that the service waits for has its own day, and may come after', () => {
    const request = { state: 'submitted', askedUntil: at('2023-12-10T00:00:00+01:00') } as const;
    expect(due({ request })).toMatchObject([{ state: 'problem', until: request.askedUntil, detail: null }]);
    expect(due({ request }, request.askedUntil)).toMatchObject([{ who: 'candidate', until: null }]);
    for (const state of ['with-doctor', 'advised'] as const)
      expect(due({ request: { ...request, state } }), state).toEqual(due({ request }));
  });

  it('a draft is its candidate’s alone: the service reads what was ticked, or nothing', () => {
    const read = (facts: Partial<DueFacts>, reader: DueReader) =>
      accommodationDue.lines({ ...FACTS, ...facts }, {} as DueFile, BEFORE, reader).length;
    const draft = { state: 'draft', askedUntil: null } as const;
    expect([
      read({ request: draft, ticked: false }, 'candidate'),
      read({ request: draft, ticked: false }, 'service'),
    ]).toEqual([1, 0]);
    expect(read({ request: draft }, 'service')).toBe(1);
    expect(read({ request: { ...draft, state: 'submitted' } }, 'service')).toBe(1);
  });

  it('once it is decided, its candidate reads that it was, and when; nobody else has a line of it', () => {
    const facts = { ...FACTS, request: { state: 'decided', askedUntil: null }, decidedAt: BEFORE } as const;
    const read = (reader: DueReader) => accommodationDue.lines(facts, {} as DueFile, BEFORE, reader);
    expect(read('candidate')).toMatchObject([
      { state: 'may', label: 'Lire la décision sur vos aménagements', href: '/candidatures/x/amenagement', mail: null },
    ]);
    expect(read('candidate')[0]?.detail).toContain('15\u00a0novembre\u00a02023');
    expect(read('service')).toEqual([]);
  });

  it('nothing in a title or a mail says of what', () => {
    const all = [...due({}), ...due({ request: { state: 'submitted', askedUntil: FACTS.endsAt } })];
    for (const { title, mail } of all) expect(`${title} ${mail}`).not.toMatch(/aménagement|handicap|médec|santé/i);
  });
});

import { expect, it } from 'vitest';
import { CANCELLATION_LIFE } from '../cancellation.ts';
import type { FileCase } from '../fileCase.ts';
import { type CancellationStep, isTakenBy, STEPS, whyNotCancelled } from './cancellation.ts';

const found = (state: string): Pick<FileCase, 'found' | 'pieces'> => ({
  pieces: [],
  found: { state, missing: ['X'], held: [], apart: [] } as FileCase['found'],
});

it('a file is cancelled only after its invitation has run out, with something still missing', () => {
  expect(whyNotCancelled({ found: null, pieces: [] })).toEqual({ code: 'nothing-missing' });
  expect(whyNotCancelled(found('apart'))).toEqual({ code: 'begun-in-time' });
  expect(whyNotCancelled(found('to-invite'))).toEqual({ code: 'not-expired' });
  expect(whyNotCancelled(found('invited'))).toEqual({ code: 'not-expired' });
  expect(whyNotCancelled(found('expired'))).toBeNull();
  // What it lacks may be what waits.
  const pieces = [{ confidential: false, files: [{ kept: { unread: true } }] }] as unknown as FileCase['pieces'];
  for (const one of [null, found('expired').found])
    expect(whyNotCancelled({ found: one, pieces })).toEqual({ code: 'being-read' });
});

it('each step leads from one state to another, and from no other', () => {
  const { acts, states, may } = CANCELLATION_LIFE;
  const ways = {
    approve: 'proposed → approved',
    drop: 'proposed → dropped',
    undo: 'approved → undone',
    reverse: 'done → reversed',
  } as const satisfies Readonly<Record<CancellationStep, string>>;
  for (const step of STEPS) {
    const { from, to } = acts[step];
    expect(`${from} → ${to}`).toBe(ways[step]);
    for (const state of states)
      expect(may(step, state), `${step} of ${state}`).toBe(ways[step].startsWith(`${state} `));
  }
});

it('a step is taken again by who took it, and by nobody else', () => {
  const approved = { state: 'approved', approvedBy: 'a', closedBy: null } as const;
  expect([isTakenBy(approved, 'approve', 'a'), isTakenBy(approved, 'approve', 'b')]).toEqual([true, false]);
  expect(isTakenBy({ ...approved, state: 'proposed' }, 'approve', 'a')).toBe(false);
  expect(isTakenBy(approved, 'undo', 'a')).toBe(false);
  const undone = { state: 'undone', approvedBy: 'a', closedBy: 'b' } as const;
  expect([isTakenBy(undone, 'undo', 'b'), isTakenBy(undone, 'undo', 'a')]).toEqual([true, false]);
});

import { expect, it } from 'vitest';
import { shownUntil, standingOf } from './scriptRight.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

it('A script is shown until the last day to ask for it, and a month at least from its coming', () => {
  expect(shownUntil(day('2025-07-05'), day('2024-09-01'))).toEqual(day('2025-07-05'));
  expect(shownUntil(day('2025-07-05'), day('2025-07-01'))).toEqual(day('2025-07-31'));
  expect(shownUntil(day('2025-07-05'), day('2025-06-05'))).toEqual(day('2025-07-05'));
  expect(shownUntil(null, day('2024-09-01'))).toEqual(day('2025-09-01'));
});

it('It may be read until the end of its last day, once the antivirus has seen it, while its bytes are whole', () => {
  const script = { scan: null, fault: null, until: day('2025-07-05') } as const;
  expect(standingOf(script, day('2025-07-05'))).toBe('shown');
  expect(standingOf(script, day('2025-07-06'))).toBe('over');
  expect(standingOf({ ...script, scan: 'clean' }, day('2024-09-01'))).toBe('shown');
  expect(standingOf({ ...script, scan: 'waiting' }, day('2024-09-01'))).toBe('waiting');
  expect(standingOf({ ...script, scan: 'infected' }, day('2024-09-01'))).toBe('lost');
  expect(standingOf({ ...script, fault: 'missing' }, day('2024-09-01'))).toBe('lost');
  expect(standingOf({ ...script, scan: 'infected' }, day('2025-07-06'))).toBe('over');
});

import { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endSlowBody } from './slowBodies.ts';

type Changes = {
  readonly complete?: boolean;
  readonly headers?: IncomingHttpHeaders;
  readonly readableLength?: number;
};

/** A request whose body brings so many bytes in each second; how many seconds it was let live, 3,600 at most. */
function livesFor(perSecond: (second: number) => number, changes: Changes = {}): number {
  const socket = { bytesRead: 400 };
  const headers: IncomingHttpHeaders = { 'content-length': '25000000' };
  const request = Object.assign(new EventEmitter(), {
    complete: false,
    readableLength: 0,
    socket,
    headers,
    ...changes,
  });
  let ended = false;
  endSlowBody(request, () => (ended = true));
  for (let second = 1; second <= 3_600; second += 1) {
    socket.bytesRead += perSecond(second);
    vi.advanceTimersByTime(1_000);
    if (ended) return second;
  }
  request.emit('close');
  expect(vi.getTimerCount()).toBe(0);
  return 3_600;
}

type Case = readonly [string, number, (second: number) => number, Changes];

describe('A body that comes slowly', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<Case>([
    ['nothing', 60, () => 0, {}],
    ['a byte a second', 60, () => 1, {}],
    ['a byte a second, in pieces of no said length', 60, () => 1, { headers: { 'transfer-encoding': 'chunked' } }],
    ['a good beginning and then nothing', 75, (second: number) => (second < 10 ? 100_000 : 0), {}],
    ['a telephone of the slowest, without end', 3_600, () => 1_000, {}],
    [
      'a telephone of the slowest, three quarters of each minute in a tunnel',
      3_600,
      (s: number) => (s % 60 < 45 ? 0 : 1_000),
      {},
    ],
    ['nothing, while what came waits for us', 3_600, () => 0, { readableLength: 65_536 }],
    ['nothing, and no body was announced', 3_600, () => 0, { headers: {} }],
  ])('with %s is ended after %i s', (_, seconds, perSecond, changes) => {
    expect(livesFor(perSecond, changes)).toBe(seconds);
  });

  it('and is whole is left in peace', () => {
    expect(livesFor(() => 0, { complete: true })).toBe(3_600);
  });
});

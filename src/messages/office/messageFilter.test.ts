import { describe, expect, it } from 'vitest';
import { messageQuery, NO_MESSAGE_FILTER, readCursor, readMessageFilter } from './messageFilter.ts';

const ME = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
const AFTER = { at: Temporal.Instant.from('2023-11-15T10:00:00.123456Z'), id: ME };

describe('The filter of messages in an address', () => {
  it('asks for what waits, of everybody, where it says nothing or nonsense', () => {
    expect(readMessageFilter({}, ME)).toEqual(NO_MESSAGE_FILTER);
    expect(readMessageFilter({ etat: 'x', session: "'", piece: 'é', suivi: 'toi' }, ME)).toEqual(NO_MESSAGE_FILTER);
    expect(messageQuery(NO_MESSAGE_FILTER)).toBe('');
  });
  it('takes a code whole or not at all', () => {
    const read = (query: Readonly<Record<string, string>>) => readMessageFilter(query, ME);
    for (const session of ['', 'bp demo', "bp'", '-'.repeat(61), 'é-bp', 'bp-é'])
      expect(read({ session }).session).toBeNull();
    for (const session of ['b', 'BP-2024', 'x'.repeat(60)]) expect(read({ session }).session).toBe(session);
    for (const piece of ['AB', 'ABCDEFGHIJ', 'domicil', 'é1NATID', '1NATIDé']) expect(read({ piece }).piece).toBeNull();
    for (const piece of ['VAE', '1NATID01', 'ATTEMPLOI']) expect(read({ piece }).piece).toBe(piece);
  });
  it('is written as it is read', () => {
    const filter = { waiting: false, session: 'bp-demo', piece: 'DOMICIL', officerId: ME };
    const query = Object.fromEntries(new URLSearchParams(messageQuery(filter, AFTER)));
    expect(readMessageFilter(query, ME)).toEqual(filter);
    expect(readCursor(query.apres)).toEqual(AFTER);
  });
  it('goes on from a whole second, and from any part of one', () => {
    for (const part of ['', '.1', '.123456789']) {
      const at = `2023-11-15T10:00:00${part}Z`;
      expect(readCursor(`${at}_${ME}`)).toEqual({ at: Temporal.Instant.from(at), id: ME });
    }
  });
  it('begins at the beginning where the place is none', () => {
    for (const text of [
      undefined,
      '',
      'x',
      `2023-13-45T99:00:00Z_${ME}`,
      '2023-11-15T10:00:00Z_x',
      `2023-11-15_${ME}`,
      `2023-13-15T10:00:00Z_${ME}`,
      `x2023-11-15T10:00:00Z_${ME}`,
      `2023-11-15T10:00:00Z_${ME}x`,
      `2023-11-15T10:00:00.Z_${ME}`,
      `2023-11-15T10:00:00Z_${'x'.repeat(36)}`,
    ])
      expect(readCursor(text)).toBeNull();
  });
});

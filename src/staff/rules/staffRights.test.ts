import { describe, expect, it } from 'vitest';
import { refuseManaging, rolesToGive } from './staffRights.ts';

describe('Who manages whom', () => {
  const actor = (role: 'officer' | 'head' | 'admin') => ({ accountId: 'me' as never, role });
  it('only an administrator makes or changes another one; nobody changes their own access', () => {
    expect(rolesToGive(actor('head'))).not.toContain('admin');
    expect(rolesToGive(actor('admin'))).toContain('admin');
    expect(rolesToGive(actor('officer'))).toEqual([]);
    for (const role of ['head', 'admin'] as const) expect(rolesToGive(actor(role))).not.toContain('examiner');
    expect(refuseManaging(actor('head'), { accountId: 'x', role: 'admin' })).toBe('administrator');
    expect(refuseManaging(actor('admin'), { accountId: 'me', role: 'admin' })).toBe('own-access');
    expect(refuseManaging(actor('head'), { accountId: 'x', role: 'officer' })).toBeNull();
  });
});

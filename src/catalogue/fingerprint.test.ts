import { describe, expect, it } from 'vitest';
import { packFingerprint } from './fingerprint.ts';
import type { RulePack } from './schema/pack.ts';
import { found, shippedPack } from './testing/shipped.ts';

describe('packFingerprint', () => {
  it('is a SHA-256 that does not depend on the order of keys', async () => {
    const pack = await shippedPack();
    const turned: RulePack = { ...pack, exams: pack.exams.map(reversedKeys) };
    expect(packFingerprint(pack)).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(found(turned.exams[0]))).not.toEqual(Object.keys(found(pack.exams[0])));
    expect(packFingerprint(turned)).toBe(packFingerprint(pack));
    expect(packFingerprint(await shippedPack())).toBe(packFingerprint(pack));
  });

  it('changes with a single figure, and with the order of a list', async () => {
    const pack = await shippedPack();
    const fewer = { ...pack, exams: pack.exams.map((exam) => ({ ...exam, level: 6 })) };
    const turned = { ...pack, specialities: pack.specialities.toReversed() };
    expect(packFingerprint(fewer)).not.toBe(packFingerprint(pack));
    expect(packFingerprint(turned)).not.toBe(packFingerprint(pack));
  });
});

function reversedKeys<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key of Object.keys(value).toReversed()) {
    const kept: unknown = Reflect.get(copy, key);
    Reflect.deleteProperty(copy, key);
    Reflect.set(copy, key, kept);
  }
  return copy;
}

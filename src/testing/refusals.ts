import { expect, it } from 'vitest';
import type { RefusalTable } from '../platform/http/refusalTable.ts';

/** What the sentences of rooms that decide, and of those that ask for a second person, need. */
const SHARED: object = {
  by: 'a',
  links: [],
  days: 30,
  title: 'Écarter une inscription',
  ended: null,
  who: ['Anne Martin'],
  what: ['le recteur', 'le tribunal'],
  found: ['en ligne'],
  people: 1,
  of: 1,
};

/** `values`: what the sentences of some codes need beside the code. */
export function saysEachRefusal<Refusal extends { readonly code: string }>(
  { codes, status, inWords }: RefusalTable<Refusal>,
  values: object,
): void {
  const words = (code: Refusal['code']): string => inWords({ ...SHARED, ...values, code } as Refusal);
  it.each(codes)('%s has a status of its own kind and a whole French sentence', (code) => {
    expect(String(status({ code } as Refusal))).toMatch(/^(4..|503)$/);
    expect(words(code)).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(words(code)).not.toMatch(/ [:;!?»]|« |’|undefined|\[object/);
  });

  it('differs from the others in its sentence', () => {
    expect(codes.length).toBeGreaterThan(3);
    expect(new Set(codes.map(words)).size).toBe(codes.length);
  });
}

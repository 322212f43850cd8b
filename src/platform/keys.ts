/** The names of an object of ours, with their own types: only for one that is written out whole, so that it has no other. */
export function keysOf<Key extends string>(object: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(object) as Key[];
}

/**
 * A memory of things that are costly to make and depend only on an object that never changes (a regulation, a session) and
 * on a few words. Forgotten with the object.
 */
export function createMemory<Value>(): (owner: object, key: string, make: () => Value) => Value {
  const byOwner = new WeakMap<object, Map<string, Value>>();
  return (owner, key, make) => {
    const known = byOwner.get(owner) ?? new Map<string, Value>();
    byOwner.set(owner, known);
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
}

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

export type Recent<Key, Value> = (key: Key, make: () => Value) => Value;

/**
 * A memory of what was last made of some words and depends on them alone: what pages that follow each other ask for again. `most` are kept;
 * the one that was made first leaves.
 */
export function createRecent<Key, Value>(most: number): Recent<Key, Value> {
  const kept = new Map<Key, Value>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    const [first] = kept.keys();
    if (kept.size >= most && first !== undefined) kept.delete(first);
    kept.set(key, made);
    return made;
  };
}

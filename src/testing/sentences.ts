/** A word, and whatever a sentence reads of somebody: a word too. */
const SAMPLE: unknown = new Proxy(Object('un'), {
  get: (word, name) => {
    const own: unknown = Reflect.get(word, name);
    if (typeof own === 'function') return own.bind(word);
    return own === undefined && typeof name === 'string' ? 'un' : own;
  },
});

/** Every sentence of the texts of a room, those made by functions with samples. */
export function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(sentences);
  if (typeof value === 'function') return sentences(value(SAMPLE, 2, 3));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}

const LONGEST = 1_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and line ends, so « /\t/evil » is « //evil »
const UNSAFE = /[\u0000-\u0020\u007f\\]/;

/** A path of ours to go back to, or null: never another site (CWE-601). */
export function localPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST) return null;
  if (!value.startsWith('/') || value.startsWith('//') || UNSAFE.test(value)) return null;
  const base = 'http://ici.invalid';
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}

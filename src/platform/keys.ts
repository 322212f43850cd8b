export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The names of an object of ours, with their own types: only for one that is written out whole, so that it has no other. */
export function keysOf<Key extends string>(object: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(object) as Key[];
}

/** What stands under this name; undefined: nothing, or it holds no names. */
export function memberOf(data: Json, key: string): Json | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return Object.hasOwn(data, key) ? (data as Readonly<Record<string, Json>>)[key] : undefined;
}

/** An expected outcome: the value, or the reason why not. Bugs throw; refusals are returned. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** A string that can't be taken for another kind of string: `Branded<'EnrolmentId'>`. */
export type Branded<Name extends string> = string & { readonly __brand: Name };

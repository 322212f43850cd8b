import type { Fault } from './state.ts';

/** A rule between several fields. `needs`: it is looked at only when these are good by themselves. */
export type Rule<V> = {
  readonly needs: readonly (keyof V & string)[];
  look(values: V): Fault | null;
};

export function rule<V>(needs: readonly (keyof V & string)[], look: (values: V) => Fault | null): Rule<V> {
  return { needs, look };
}

/** The field `again` repeats the field `first` (the notice asks for name, date, mail and password twice). */
export function sameAs<const First extends string, const Again extends string>(
  first: First,
  again: Again,
  message: string,
): Rule<{ readonly [N in First | Again]: unknown }> {
  return {
    needs: [first, again],
    look: (values) => (String(values[first]) === String(values[again]) ? null : { field: again, message }),
  };
}

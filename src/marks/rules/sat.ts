/** What a registered file says of the units. */
export type Chosen = {
  /** What was kept and presented was told in words: the units aren't known. */
  readonly inWords: boolean;
  readonly slots: readonly { readonly id: string; readonly units: readonly string[]; readonly choice: string }[];
  readonly presented: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly optional: readonly string[];
};

/** Units that are sat at this session: none that is kept, carried or exempted, of a choice the one chosen. */
export function satUnits({ inWords, slots, presented, options, optional }: Chosen): readonly string[] {
  if (inWords) return [];
  const sat = slots.filter(({ id, choice }) => choice === 'sit' && presented.includes(id));
  const chosen = sat.flatMap(({ id, units: [only = '', ...others] }) =>
    others.length === 0 ? [only] : [only, ...others].filter((unit) => unit === options.get(id)),
  );
  return [...chosen, ...optional];
}

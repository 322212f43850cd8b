type Named = { readonly accountId: string; readonly name: string; readonly address: string };

/** The name of each, by account; where two bear the same, with their address: who reads it must know which. */
export function namedApart(people: readonly Named[]): ReadonlyMap<string, string> {
  const alike = Map.groupBy(people, ({ name }) => name.toLowerCase());
  return new Map(
    people.map((one) => [
      one.accountId,
      (alike.get(one.name.toLowerCase()) ?? []).length < 2 ? one.name : withAddress(one),
    ]),
  );
}

/** « Dominique Robert (d.robert@…) » */
export function withAddress({ name, address }: Pick<Named, 'name' | 'address'>): string {
  return `${name} (${address})`;
}

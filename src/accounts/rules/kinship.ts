/** How an access of the staff came to somebody by somebody else (decision 100). `earlier`: before this was kept. */
export const PLACINGS = ['invited', 'role', 'reopened', 'second-proof', 'earlier'] as const;
export type PlacingKind = (typeof PLACINGS)[number];

/** A placing that nobody else confirmed: whoever placed may be who acts by the other account. */
export type PlacingLink = { readonly who: string; readonly by: string };

/** By which links two accounts may be one person's: neither climbs to the other, nor both to a third. Null: they are two people. */
export function linksBetween<One extends PlacingLink>(
  links: readonly One[],
  one: string,
  other: string,
): readonly One[] | null {
  const theirs = climb(links, other);
  const ways = [...climb(links, one)].flatMap(([account, way]) => {
    const met = theirs.get(account);
    return met === undefined ? [] : [[...way, ...met]];
  });
  return ways.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

/** By whom an account came, at any remove, itself among them, each with the way that leads there. */
function climb<One extends PlacingLink>(links: readonly One[], from: string): ReadonlyMap<string, readonly One[]> {
  const ways = new Map<string, readonly One[]>([[from, []]]);
  // A map goes through what is added to it meanwhile: nearest first.
  for (const [account, way] of ways)
    for (const link of links) if (link.who === account && !ways.has(link.by)) ways.set(link.by, [...way, link]);
  return ways;
}

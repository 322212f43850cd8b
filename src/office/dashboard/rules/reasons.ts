import type { RefusedFor } from '../../../pieces/index.ts';

/** A reason that is offered, for one sort of piece, and how many refusals give it; `text` null: the officer's own words alone. */
export type Reason = { readonly code: string; readonly text: string | null; readonly times: number };

/** `total`: refusals, of which one may give several reasons. */
export type Reasons = { readonly total: number; readonly reasons: readonly Reason[] };

/** The reasons of refusals, the most frequent first. What somebody wrote in their own words is counted and never shown: it may speak of a person. */
export function reasonsOf(refused: readonly RefusedFor[], offered: (code: string) => readonly string[]): Reasons {
  const reasons = refused.flatMap(({ code, comment, times }): readonly Reason[] =>
    givenIn(comment, offered(code)).map((text) => ({ code, text, times })),
  );
  const alike = Map.groupBy(reasons, ({ code, text }) => `${code} ${text}`);
  return {
    total: refused.reduce((sum, { times }) => sum + times, 0),
    reasons: [...alike.values()]
      .flatMap((some) =>
        some[0] === undefined ? [] : [{ ...some[0], times: some.reduce((sum, { times }) => sum + times, 0) }],
      )
      .toSorted(
        (a, b) => b.times - a.times || a.code.localeCompare(b.code) || (a.text ?? '').localeCompare(b.text ?? ''),
      ),
  };
}

/** Of the reasons that are offered, those that a refusal gives; null: in the officer's own words alone. */
export function givenIn(comment: string | null, offered: readonly string[]): readonly (string | null)[] {
  const given = offered.filter((text) => comment?.includes(text) === true);
  return given.length === 0 ? [null] : given;
}

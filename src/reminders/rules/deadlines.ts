import { type PieceWithFiles, type Remaining, SIGNED_CONFIRMATION, todosOf } from '../../pieces/index.ts';

/** What the candidate has to do by one instant; `codes`: the pieces of it. */
export type DueBy = { readonly until: Temporal.Instant; readonly codes: readonly string[] };

/** What has a date, the nearest first, each date once. `remaining`: as its reader may know of it. */
export function dueByDate(
  remaining: Pick<Remaining, 'lines' | 'standings'>,
  pieces: readonly PieceWithFiles[],
): readonly DueBy[] {
  const dated = todosOf(remaining).flatMap((todo) => (todo.until === null ? [] : [{ todo, until: todo.until }]));
  const dates = Map.groupBy(dated, ({ until }) => until.epochNanoseconds);
  const codes = ({ todo }: (typeof dated)[number]): readonly string[] => {
    if (todo.act === 'give') return todo.codes;
    if (todo.act === 'correct') return [todo.code];
    if (todo.act === 'other') return todo.piece === null ? [] : [todo.piece];
    const theirs = pieces.filter(({ code, group }) =>
      todo.act === 'hand-over'
        ? todo.groups.includes(group) && remaining.standings.get(code) === 'to-hand-over'
        : todo.act === 'sign' && code === SIGNED_CONFIRMATION,
    );
    return theirs.map(({ code }) => code);
  };
  return [...dates.values()]
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ until: first.until, codes: [first, ...others].flatMap(codes) }],
    )
    .toSorted((one, other) => Temporal.Instant.compare(one.until, other.until));
}

import { keysOf } from './keys.ts';

/** One act on a thing that has states. */
type Move<State extends string, Act extends string, Code extends string> = {
  /** The states in which it may be done; none: it begins the thing. */
  readonly from: readonly NoInfer<State>[];
  /** The state that it leads to; left out: the thing stays where it is, or is gone. */
  readonly to?: NoInfer<State>;
  readonly gone?: true;
  /** Who does it, in the words of the roles; what comes by itself says by what. */
  readonly who: string;
  /** Two: the second is independent of the first. */
  readonly people?: 2;
  /** The act that undoes it; left out: none does. */
  readonly undone?: NoInfer<Act>;
  /** The code of its refusal, in the states where it isn't that of the table. */
  readonly refused?: { readonly [Of in State]?: Code };
};

/** The states in which a thing may be, and what leads from one to another: actions ask it, pages offer it, `docs/states.md` draws it. */
export type Machine<State extends string, Act extends string, Code extends string = never> = {
  readonly title: string;
  /** Where the state is kept, `table.column`, whose check lists the same ones; null: it is computed. */
  readonly column: string | null;
  /** The file of `src/` with the French names of the states; null: nobody reads them. */
  readonly words: string | null;
  /** Each state, and what it means. */
  readonly means: Readonly<Record<State, string>>;
  /** The code with which an act that isn't for this state is refused; left out: whoever asks says it. */
  readonly refusals?: Readonly<Record<State, Code>>;
  readonly acts: Readonly<Record<Act, Move<State, Act, Code>>>;
  readonly states: readonly State[];
  readonly may: (act: Act, state: State) => boolean;
  /** The code with which this act is refused in that state; null: it may be done. Throws where the table has no refusals. */
  readonly whyNot: (act: Act, state: State) => Code | null;
};
export type StateOf<Of extends { readonly states: readonly string[] }> = Of['states'][number];
export type ActOf<Of extends { readonly acts: object }> = keyof Of['acts'];

/** A machine is written once, in the room of the thing. */
export function transitions<const State extends string, const Act extends string, const Code extends string = never>(
  table: Omit<Machine<State, Act, Code>, 'states' | 'may' | 'whyNot'>,
): Machine<State, Act, Code> {
  const may = (act: Act, state: State): boolean => table.acts[act].from.includes(state);
  return {
    ...table,
    states: keysOf(table.means),
    may,
    whyNot: (act, state) => {
      if (may(act, state)) return null;
      const code = table.acts[act].refused?.[state] ?? table.refusals?.[state];
      if (code === undefined) throw new Error(`${table.title} has no refusals`);
      return code;
    },
  };
}

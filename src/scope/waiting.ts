import type { Role } from '../accounts/index.ts';
import type { DeskDeps } from './deps.ts';
import type { AtDesk } from './scope.ts';

/** A line of the home page: what waits, in a sentence with its number, and where it is. `tone`: how much it presses. */
export type WaitingLine = {
  readonly words: string;
  readonly see: string;
  readonly href: string;
  readonly tone?: 'info' | 'warn';
};

export type AtHome = AtDesk & { readonly now: Temporal.Instant };

/** Something that waits for somebody of the office. `readers`: who is told of it on their home page; null: nothing waits. */
export type Duty<Deps = DeskDeps> = {
  readonly readers: readonly Role[];
  readonly read: (deps: Deps, at: AtHome) => Promise<WaitingLine | null>;
};

/** Of what is counted: nothing where there is none. */
export function lineFor(count: number, line: (count: number) => WaitingLine): WaitingLine | null {
  return count === 0 ? null : line(count);
}

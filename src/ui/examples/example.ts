import type { JSX } from 'preact';
import type { Chrome } from '../index.ts';

/** How the words of an example are written: the gallery of the demonstration leaves them as they are, a test puts there what would harm. */
export type Written = (words: string) => string;

/** Some components as the gallery shows them among others. */
export type Example = {
  /** Of the components, as `index.ts` names them. */
  readonly names: readonly string[];
  /** When they are used, in French. */
  readonly use: string;
  readonly drawn: JSX.Element;
};

/** A whole page in a state of its own. `Around`: what stands around it besides its frame. */
export type PageExample<Around = unknown> = {
  /** In its address. */
  readonly code: string;
  /** Of the component. */
  readonly name: string;
  /** Which state, in French; `use`: when a page looks so. */
  readonly state: string;
  readonly use: string;
  /** The whole document. */
  readonly html: (around: Around & { readonly chrome: Chrome }) => string;
};

import type { JSX } from 'preact';
import type { Academy } from '../../catalogue/index.ts';
import { Alert } from '../../ui/index.ts';

/** What isn't sure of what stands here, in plain words. Why is for the office, which reads it in the rules. */
export function CaveatNote({ of }: { readonly of: Pick<Academy, 'caveat'> }): JSX.Element | null {
  return of.caveat === undefined ? null : <Alert tone="info">{of.caveat.words}</Alert>;
}

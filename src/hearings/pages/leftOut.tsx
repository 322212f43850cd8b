import type { JSX } from 'preact';
import { Alert } from '../../ui/index.ts';
import type { Exclusion } from '../hearing.ts';
import { texts } from '../texts.ts';

/** For the hub: the units of which a decision that stands leaves the candidate out. */
export function LeftOut({ excluded }: { readonly excluded: readonly Exclusion[] }): JSX.Element | null {
  if (excluded.length === 0) return null;
  const titles = excluded.map(({ title }) => title);
  if (excluded.every(({ countsFrom }) => countsFrom !== null))
    return <Alert tone="warn">{texts.hub.leftOut(titles, 'counts')}</Alert>;
  const isHeld = excluded.every(({ notifiedOn }) => notifiedOn !== null);
  return <Alert tone="warn">{texts.hub.leftOut(titles, isHeld ? 'appealed' : 'untold')}</Alert>;
}

import { inWords } from '../../../platform/defineEvents.ts';
import { type Json, memberOf } from '../../../platform/keys.ts';
import { pieceLabel } from '../../../scope/index.ts';
import type { OfficeDeps } from '../../deps.ts';

type Written = { readonly name: string; readonly data: Json };

/** An entry of the journal of that session (null: of none) as a sentence; a name that nobody wrote a sentence for, as it is. */
export function entryInWords(
  { definedEvents, catalogue }: Pick<OfficeDeps, 'definedEvents' | 'catalogue'>,
  session: string | null,
  { name, data }: Written,
): string {
  const said = definedEvents[name]?.office;
  return said == null ? name : inWords(said, data, (code) => pieceLabel(catalogue(), { session: session ?? '', code }));
}

/** A document that the browser fetched while the piece before was looked at, or the pages that follow its first. */
export function isSentAhead(entry: Written): boolean {
  if (entry.name !== 'document.viewed') return false;
  const page = memberOf(entry.data, 'page');
  return memberOf(entry.data, 'ahead') === true || (typeof page === 'number' && page > 1);
}

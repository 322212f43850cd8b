import type { Catalogue } from '../../catalogue/index.ts';
import type { Json } from '../../platform/journal.ts';
import { memberOf } from '../../platform/keys.ts';
import { pieceLabel } from '../../scope/index.ts';
import type { EntryWords } from '../file/history/entry.ts';
import { HISTORY } from '../file/historyTexts.ts';

/** An entry of the journal of that session (null: of none) as a sentence; a name that nobody wrote a sentence for, as it is. */
export function entryInWords(
  catalogue: Catalogue,
  session: string | null,
  entry: { readonly name: string; readonly data: Json },
): string {
  const sentence = Object.hasOwn(HISTORY, entry.name) ? HISTORY[entry.name] : undefined;
  if (sentence === undefined) return entry.name;
  return typeof sentence === 'string' ? sentence : sentence(wordsOf(catalogue, session, entry.data));
}

/** A document that the browser fetched while the piece before was looked at, or the pages that follow its first. */
export function isSentAhead(entry: { readonly name: string; readonly data: Json }): boolean {
  if (entry.name !== 'document.viewed') return false;
  const page = memberOf(entry.data, 'page');
  return memberOf(entry.data, 'ahead') === true || (typeof page === 'number' && page > 1);
}

function wordsOf(catalogue: Catalogue, session: string | null, data: Json): EntryWords {
  const text = (key: string): string => {
    const found = memberOf(data, key);
    return typeof found === 'string' ? found : '';
  };
  return {
    text,
    list: (key) => {
      const found = memberOf(data, key);
      return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
    },
    number: (key) => {
      const found = memberOf(data, key);
      return typeof found === 'number' ? found : null;
    },
    isTrue: (key) => memberOf(data, key) === true,
    piece: pieceLabel(catalogue, { session: session ?? '', code: text('code') }),
  };
}

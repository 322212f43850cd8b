import type { Catalogue } from '../catalogue/index.ts';
import { EVENTS } from '../events.ts';
import { entryInWords } from '../office/rules/history.ts';
import type { Json } from '../platform/journal.ts';

/** What every room says of what it publishes, for the tests of the doors that show it. */
export { EVENTS };

/** An entry of the session 2024 as the office reads it, with plain spaces. */
export function officeSays(catalogue: Catalogue, name: string, data: Json): string {
  const deps = { definedEvents: EVENTS, catalogue: () => catalogue };
  return entryInWords(deps, 'bp-2024-clermont', { name, data }).replaceAll('\u00a0', ' ');
}

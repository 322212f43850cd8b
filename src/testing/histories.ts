import type { Catalogue } from '../catalogue/index.ts';
import { EVENTS as DEFINED } from '../events.ts';
import { entryInWords } from '../office/file/rules/history.ts';
import type { ActKind } from '../office/index.ts';
import type { DefinedEvents } from '../platform/defineEvents.ts';
import type { Json } from '../platform/keys.ts';

/** What every room says of what it publishes, for the tests of the doors that show it. */
export const EVENTS: DefinedEvents<ActKind> = DEFINED;

/** An entry of the session 2024 as the office reads it, with plain spaces. */
export function officeSays(catalogue: Catalogue, name: string, data: Json): string {
  const deps = { definedEvents: EVENTS, catalogue: () => catalogue };
  return entryInWords(deps, 'bp-2024-clermont', { name, data }).replaceAll('\u00a0', ' ');
}

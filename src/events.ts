import { HEARING_EVENTS } from './hearings/index.ts';
import type { ActKind } from './office/index.ts';
import type { DefinedEvents } from './platform/defineEvents.ts';

/** Every event, as the room that publishes it defines it: both histories and the journal are drawn from these. */
export const EVENTS: DefinedEvents<ActKind> = {
  ...HEARING_EVENTS,
};

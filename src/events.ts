import { ATTENDANCE_EVENTS } from './attendance/index.ts';
import { EXCHANGE_EVENTS } from './exchange/index.ts';
import { FORMER_EVENTS } from './former/index.ts';
import { HEARING_EVENTS } from './hearings/index.ts';
import { JURY_EVENTS } from './jury/index.ts';
import { MARK_EVENTS } from './marks/index.ts';
import type { ActKind } from './office/index.ts';
import { PLACE_EVENTS } from './places/index.ts';
import { PLAN_EVENTS } from './plan/index.ts';
import type { DefinedEvents } from './platform/defineEvents.ts';
import { PUBLICATION_EVENTS } from './publication/index.ts';
import { REPLACEMENT_EVENTS } from './replacements/index.ts';
import { SITTER_EVENTS } from './sitters/index.ts';
import { SUMMONS_EVENTS } from './summonses/index.ts';

/** Every event, as the room that publishes it defines it: both histories and the journal are drawn from these. */
export const EVENTS: DefinedEvents<ActKind> = {
  ...HEARING_EVENTS,
  ...MARK_EVENTS,
  ...ATTENDANCE_EVENTS,
  ...JURY_EVENTS,
  ...PLACE_EVENTS,
  ...PLAN_EVENTS,
  ...SITTER_EVENTS,
  ...SUMMONS_EVENTS,
  ...PUBLICATION_EVENTS,
  ...REPLACEMENT_EVENTS,
  ...FORMER_EVENTS,
  ...EXCHANGE_EVENTS,
};

import { ACCOMMODATION_EVENTS } from './accommodations/index.ts';
import { ACCOUNT_EVENTS } from './accounts/index.ts';
import { ATTENDANCE_EVENTS } from './attendance/index.ts';
import { CATALOGUE_EVENTS } from './catalogue/index.ts';
import { CHECKING_EVENTS } from './checking/index.ts';
import { CLOSING_EVENTS } from './closing/index.ts';
import { DECISION_EVENTS } from './decisions/index.ts';
import { DOCUMENT_EVENTS } from './documents/index.ts';
import { EDITOR_EVENTS } from './editor/index.ts';
import { ENROLMENT_EVENTS } from './enrolment/index.ts';
import { EXAMINER_EVENTS } from './examiners/index.ts';
import { EXCHANGE_EVENTS } from './exchange/index.ts';
import { EXPORT_EVENTS } from './exports/index.ts';
import { FORMER_EVENTS } from './former/index.ts';
import { HEARING_EVENTS } from './hearings/index.ts';
import { INCIDENT_EVENTS } from './incidents/index.ts';
import { INTEGRATION_EVENTS } from './integrations/index.ts';
import { JURY_EVENTS } from './jury/index.ts';
import { MARKING_EVENTS } from './marking/index.ts';
import { MARK_EVENTS } from './marks/index.ts';
import { MESSAGE_EVENTS } from './messages/index.ts';
import { type ActKind, OFFICE_EVENTS } from './office/index.ts';
import { PAPER_EVENTS } from './papers/index.ts';
import { PERSON_EVENTS } from './persons/index.ts';
import { PIECE_EVENTS } from './pieces/index.ts';
import { PLACE_EVENTS } from './places/index.ts';
import { PLAN_EVENTS } from './plan/index.ts';
import type { DefinedEvent, EventName } from './platform/defineEvents.ts';
import { PUBLICATION_EVENTS } from './publication/index.ts';
import { REMINDER_EVENTS } from './reminders/index.ts';
import { REPLACEMENT_EVENTS } from './replacements/index.ts';
import { SCOPE_EVENTS } from './scope/index.ts';
import { SIGNATURE_EVENTS } from './signature/index.ts';
import { SITTER_EVENTS } from './sitters/index.ts';
import { ABSENCE_EVENTS } from './staff/index.ts';
import { SUMMONS_EVENTS } from './summonses/index.ts';

/** Every event, as the room that publishes it defines it: both histories, the journal and `docs/events.md` are drawn from these. None is missing: it doesn't compile. */
export const EVENTS: Readonly<Record<Exclude<EventName, `test.${string}`>, DefinedEvent<ActKind>>> = {
  ...HEARING_EVENTS,
  ...MARKING_EVENTS,
  ...MARK_EVENTS,
  ...ATTENDANCE_EVENTS,
  ...EXAMINER_EVENTS,
  ...JURY_EVENTS,
  ...PLACE_EVENTS,
  ...PLAN_EVENTS,
  ...SITTER_EVENTS,
  ...SUMMONS_EVENTS,
  ...PUBLICATION_EVENTS,
  ...REPLACEMENT_EVENTS,
  ...FORMER_EVENTS,
  ...EXCHANGE_EVENTS,
  ...INTEGRATION_EVENTS,
  ...MESSAGE_EVENTS,
  ...REMINDER_EVENTS,
  ...CLOSING_EVENTS,
  ...INCIDENT_EVENTS,
  ...EDITOR_EVENTS,
  ...ABSENCE_EVENTS,
  ...PERSON_EVENTS,
  ...DECISION_EVENTS,
  ...SCOPE_EVENTS,
  ...ACCOMMODATION_EVENTS,
  ...CATALOGUE_EVENTS,
  ...ENROLMENT_EVENTS,
  ...SIGNATURE_EVENTS,
  ...ACCOUNT_EVENTS,
  ...CHECKING_EVENTS,
  ...EXPORT_EVENTS,
  ...PIECE_EVENTS,
  ...PAPER_EVENTS,
  ...DOCUMENT_EVENTS,
  ...OFFICE_EVENTS,
};

import type { DefinedEvents } from '../../../platform/defineEvents.ts';

/** What people look for in the journal. */
export const ACT_KINDS = [
  'enrolments',
  'pieces',
  'readings',
  'papers',
  'closing',
  'exam',
  'marks',
  'jury',
  'accounts',
  'rules',
  'staff',
  'other',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** The names of the journal that are of one kind. */
export function namesOf(events: DefinedEvents<ActKind>, kind: ActKind): readonly string[] {
  return Object.keys(events).filter((name) => events[name]?.kind === kind && events[name].office !== null);
}

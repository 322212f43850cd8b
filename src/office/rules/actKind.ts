import type { DefinedEvents } from '../../platform/defineEvents.ts';
import { HISTORY } from '../file/historyTexts.ts';

/** What people look for in the journal. */
export const ACT_KINDS = [
  'enrolments',
  'pieces',
  'readings',
  'papers',
  'closing',
  'marks',
  'jury',
  'accounts',
  'rules',
  'staff',
  'other',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Who looked at what: names that begin like acts on the same thing. */
const READINGS: ReadonlySet<string> = new Set([
  'document.viewed',
  'file.read',
  'former.read',
  'paper.read',
  'pieces.exported',
  'papers.exported',
  'files.exported',
  'results.exported',
  'accommodations.read',
  'accommodation.read',
  'rules.peopleRead',
]);
const SUBJECTS: Readonly<Record<string, ActKind>> = {
  draft: 'enrolments',
  changes: 'enrolments',
  entry: 'enrolments',
  enrolment: 'enrolments',
  signature: 'enrolments',
  reserve: 'enrolments',
  person: 'enrolments',
  civilStatus: 'enrolments',
  piece: 'pieces',
  pieces: 'pieces',
  paper: 'papers',
  papers: 'papers',
  message: 'papers',
  messageTemplate: 'papers',
  messageLot: 'papers',
  publication: 'papers',
  reminder: 'closing',
  reminderCall: 'closing',
  regularisation: 'closing',
  observation: 'closing',
  cancellation: 'closing',
  decision: 'closing',
  delegation: 'staff',
  window: 'closing',
  time: 'closing',
  letter: 'closing',
  notice: 'closing',
  session: 'closing',
  extension: 'closing',
  marks: 'marks',
  former: 'marks',
  jury: 'jury',
  attendance: 'marks',
  results: 'marks',
  resultCase: 'marks',
  appeal: 'closing',
  account: 'accounts',
  rules: 'rules',
  rulepack: 'rules',
  staff: 'staff',
  absence: 'staff',
  file: 'pieces',
};

export function actKindOf(name: string): ActKind {
  if (READINGS.has(name)) return 'readings';
  const [subject = ''] = name.split('.');
  return (Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject] : undefined) ?? 'other';
}

/** The names of the journal that are of one kind. */
export function namesOf(events: DefinedEvents<ActKind>, kind: ActKind): readonly string[] {
  const defined = Object.keys(events).filter((name) => events[name]?.kind === kind && events[name].office !== null);
  return [...defined, ...Object.keys(HISTORY).filter((name) => actKindOf(name) === kind)];
}

import { KEPT } from './keptTables.ts';
import { type KeptSubject, STAYS, SUBJECTS } from './texts/keptData.ts';

/** What is kept of people, subject by subject, as the page on personal data says it: for who is shown their own. */
export type SubjectKept = {
  readonly name: string;
  readonly what: string;
  readonly until: string;
  readonly tables: readonly string[];
};

export function keptSubjects(): readonly SubjectKept[] {
  const tables = Map.groupBy(Object.entries(KEPT), ([, subject]) => subject);
  const subjects: readonly (readonly [string, KeptSubject])[] = Object.entries(SUBJECTS);
  return subjects.map(([name, { what, erased }]) => ({
    name,
    what,
    until: erased === undefined ? STAYS : erased.when,
    tables: [...tables].flatMap(([subject, of]) => (subject === name ? of.map(([table]) => table) : [])),
  }));
}

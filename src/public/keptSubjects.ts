import type { Installation } from '../catalogue/index.ts';
import { KEPT } from './keptTables.ts';
import { type KeptSubject, keptData, untilOf } from './texts/keptData.ts';

/** What is kept of people, subject by subject, as the page on personal data says it: for who is shown their own. */
export type SubjectKept = {
  readonly name: string;
  readonly what: string;
  readonly until: string;
  readonly tables: readonly string[];
};

export function keptSubjects({ kept }: Installation): readonly SubjectKept[] {
  const tables = Map.groupBy(Object.entries(KEPT), ([, subject]) => subject);
  const subjects: readonly (readonly [string, KeptSubject])[] = Object.entries(keptData(kept));
  return subjects.map(([name, one]) => ({
    name,
    what: one.what,
    until: untilOf(one, kept),
    tables: [...tables].flatMap(([subject, of]) => (subject === name ? of.map(([table]) => table) : [])),
  }));
}

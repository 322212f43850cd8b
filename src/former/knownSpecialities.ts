import { type Catalogue, unitsAreKnown } from '../catalogue/index.ts';
import type { KnownSpeciality, LineRules } from './rules/readLine.ts';

/** Specialities by their eight figures or the last five, each with the units of a session, as the rules in force know them. */
export function lineRules(catalogue: Catalogue, today: Temporal.PlainDate): LineRules {
  const known = new Map<string, KnownSpeciality | null>();
  for (const { cfd, exam: code } of catalogue.specialities()) {
    const exam = catalogue.exam(code);
    if (exam === undefined) continue;
    const units = new Map<number, ReadonlyMap<string, string> | null>();
    const speciality: KnownSpeciality = {
      cfd,
      keptYears: exam.credits.keptYears,
      step: exam.results.marks?.step ?? 'half-point',
      unitsAt: (year) => {
        const found = units.get(year);
        if (found !== undefined) return found;
        const made = unitsOf(catalogue, cfd, year);
        units.set(year, made);
        return made;
      },
    };
    known.set(cfd, speciality);
    const short = cfd.slice(-5);
    // Two diplomas may share these figures: then the eight are asked.
    known.set(short, known.has(short) ? null : speciality);
  }
  return { today, speciality: (code) => known.get(code) ?? null };
}

function unitsOf(catalogue: Catalogue, cfd: string, year: number): ReadonlyMap<string, string> | null {
  const regulation = catalogue.regulation(cfd, year);
  if (!unitsAreKnown(regulation)) return null;
  return new Map(
    regulation.units.flatMap(({ id, code }) =>
      [id, ...(code === null ? [] : [code])].map((name): [string, string] => [name.toUpperCase(), id]),
    ),
  );
}

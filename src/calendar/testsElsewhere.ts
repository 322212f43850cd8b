import type { Catalogue } from '../catalogue/index.ts';
import { nameOfSpeciality, unitCode } from '../exam/index.ts';
import type { SittingElsewhere } from '../places/index.ts';
import { nameOfSession } from '../scope/index.ts';
import type { CalendarClash } from '../sitters/index.ts';
import { calendarTexts } from './calendarTexts.ts';
import { drawingTexts as say } from './drawingTexts.ts';

/** How tests of other sessions are named. */

/** Of people who sit a test of this session and another of any: the other. */
export function clashInWords(catalogue: Catalogue, { tests }: CalendarClash, session: string): string {
  const other = tests.find((test) => test.session !== session);
  return say.clash(other === undefined ? '' : testInWords(catalogue, other));
}

/** Of people who sit in two sessions, a sentence each. */
export function clashesInWords(catalogue: Catalogue, clashes: readonly CalendarClash[]): readonly string[] {
  return clashes.map(({ tests, persons }) =>
    calendarTexts.clash(
      persons,
      tests.map((test) => testInWords(catalogue, test)),
    ),
  );
}

/** Of another session: whoever isn't head reads which one has the room. */
export function namesElsewhere(
  catalogue: Catalogue,
  { session, speciality, unit }: Pick<SittingElsewhere, 'session' | 'speciality' | 'unit'>,
  isHead: boolean,
): { readonly of: string; readonly unit: string } {
  const called = nameOfSession(catalogue, session);
  if (!isHead) return { of: called, unit: '' };
  const year = catalogue.session(session)?.year ?? 0;
  return {
    of: `${nameOfSpeciality(catalogue, speciality)}, ${called}`,
    unit: unitCode(catalogue, { year }, speciality)(unit),
  };
}

/** « Coiffure, U20 (session 2024) » */
function testInWords(
  catalogue: Catalogue,
  { session, speciality, unit }: Pick<SittingElsewhere, 'session' | 'speciality' | 'unit'>,
): string {
  const year = catalogue.session(session)?.year ?? 0;
  const name = nameOfSpeciality(catalogue, speciality);
  return `${name}, ${unitCode(catalogue, { year }, speciality)(unit)} (${nameOfSession(catalogue, session)})`;
}

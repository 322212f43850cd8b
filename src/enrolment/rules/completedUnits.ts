import { type Regulation, type Speciality, unwrittenRegulation } from '../../catalogue/index.ts';
import { COMPLETION, type CompletedUnit, type CompletedUnits } from '../completion.ts';
import type { RulesOfTheDay } from '../dossier.ts';

const LINE = /^(?:(\p{Lu}{1,3}\s?\d{0,3}\p{Lu}?)\s*[:–—-]\s+)?(.+)$/u;

/** `U10 : Mathématiques`, or its title alone. */
export function readUnit(line: string, kind: CompletedUnit['kind']): CompletedUnit {
  const [, code, title = line] = LINE.exec(line.trim()) ?? [];
  return { code: code?.replace(/\s/g, '') ?? null, title: title.trim(), kind };
}

export function unitInWords({ code, title }: Pick<CompletedUnit, 'code' | 'title'>): string {
  return code === null ? title : `${code}\u00a0: ${title}`;
}

export type UnitsTyped = { readonly trade: string; readonly general: string; readonly language: string };
export type UnitsFault = 'none' | 'twice' | 'too-many';

/** One unit a line; the same twice, or none of the trade, is a slip. */
export function readUnits({ trade, general, language }: UnitsTyped): readonly CompletedUnit[] | UnitsFault {
  const of = (text: string, kind: CompletedUnit['kind']): readonly CompletedUnit[] =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => readUnit(line, kind));
  const units = [...of(trade, 'PRO'), ...of(general, 'GENERAL'), ...of(language, 'LV_COMPULSORY')];
  if (!units.some(({ kind }) => kind === 'PRO')) return 'none';
  if (units.length > COMPLETION.units) return 'too-many';
  const names = units.flatMap(({ code, title }) => [
    title.toLowerCase(),
    ...(code === null ? [] : [code.toLowerCase()]),
  ]);
  return new Set(names).size < names.length ? 'twice' : units;
}

/** What the rules say of a speciality, or nothing. */
function writtenRegulation({ catalogue, session }: RulesOfTheDay, { cfd }: Pick<Speciality, 'cfd'>): Regulation | null {
  return catalogue.regulation(cfd, session.year) ?? null;
}

/** The regulation of a speciality: with the units that were completed for this candidate, where they were. */
export function regulationOf(rules: RulesOfTheDay, speciality: Speciality): Regulation {
  const written = writtenRegulation(rules, speciality) ?? unwrittenRegulation(speciality);
  return rules.completed?.cfd === speciality.cfd ? withUnits(written, rules.completed) : written;
}

/** The same, or null where no file describes it and nobody completed it. */
export function knownRegulation(rules: RulesOfTheDay, speciality: Speciality): Regulation | null {
  const isCompleted = rules.completed?.cfd === speciality.cfd;
  return isCompleted ? regulationOf(rules, speciality) : writtenRegulation(rules, speciality);
}

const completed = new WeakMap<CompletedUnits, Regulation>();

/** No coefficient, mode or duration is invented: only the names that a transcript prints. */
function withUnits(written: Regulation, found: CompletedUnits): Regulation {
  const known = completed.get(found);
  if (known !== undefined) return known;
  const units = found.units.map(({ code, title, kind }, index) => ({
    id: `C${index + 1}`,
    code,
    test: null,
    title,
    coefficient: null,
    mode: null,
    duration: null,
    kind,
    source: 'relevé de notes du candidat',
    confidence: 'secondary' as const,
  }));
  // Optional units that the rules know stay; a compulsory language is asked where there is a unit for it.
  const optional = written.units.filter(({ kind }) => kind === 'LV_OPTIONAL' || kind === 'OTHER_OPTIONAL');
  const compulsoryLanguage = units.some(({ kind }) => kind === 'LV_COMPULSORY');
  const whole = { ...written, units: [...units, ...optional], unitsComplete: true, compulsoryLanguage };
  completed.set(found, whole);
  return whole;
}

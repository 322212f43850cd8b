import { type Finding, findingIf, type Located, type LocatedPack, placeBelow, repeated } from '../located.ts';
import { totalCoefficient } from '../rules/coefficients.ts';
import { PHASE_ENDING, REPLACEMENT_ENDING, type Regulation, type UnitKind } from '../schema/regulation.ts';
import { texts } from '../texts.ts';

/** Units, choices, exemptions, equivalences and years hold together. */
export function checkRegulations(pack: LocatedPack): readonly Finding[] {
  return [
    ...pack.regulations.flatMap((regulation) => [
      ...checkUnits(regulation),
      ...checkUnitNames(regulation),
      ...checkEvaluations(regulation),
      ...checkLanguages(regulation),
      ...checkTotal(regulation),
      ...checkYears(regulation),
      ...checkEquivalences(regulation),
    ]),
    ...checkOverlaps(pack.regulations),
    ...checkGaps(pack),
    ...checkScaffoldingUnits(pack),
  ];
}

function checkUnits({ value, place }: Located<Regulation>): readonly Finding[] {
  const units = value.units.map((unit, index) => ({ ...unit, index }));
  const choices = Map.groupBy(units, (unit) => unit.choiceGroup);
  return [
    ...findingIf(
      value.unitsComplete && units.length === 0,
      placeBelow(place, 'unitsComplete'),
      texts.completeWithoutUnits,
    ),
    ...repeated(units, (unit) => unit.id).map((unit) => ({
      place: placeBelow(place, 'units', unit.index, 'id'),
      message: texts.unitTwice(unit.id),
    })),
    ...units.flatMap(({ id, index }) =>
      findingIf(
        id.endsWith(REPLACEMENT_ENDING),
        placeBelow(place, 'units', index, 'id'),
        texts.unitOfReplacement(id, REPLACEMENT_ENDING),
      ),
    ),
    ...units.flatMap(({ id, index }) =>
      findingIf(
        new RegExp(`${PHASE_ENDING}\\d$`).test(id),
        placeBelow(place, 'units', index, 'id'),
        texts.unitOfPhase(id),
      ),
    ),
    ...units.flatMap(({ index, phases = [] }) =>
      phases.flatMap(({ minutes, uncounted }, rank) =>
        findingIf(
          uncounted >= minutes,
          placeBelow(place, 'units', index, 'phases', rank, 'uncounted'),
          texts.phaseWithoutTime,
        ),
      ),
    ),
    ...repeated(
      units.filter((unit) => unit.code !== null),
      (unit) => unit.code ?? '',
    ).map((unit) => ({
      place: placeBelow(place, 'units', unit.index, 'code'),
      message: texts.unitTwice(unit.code ?? ''),
    })),
    ...[...choices].flatMap(([choice, [first, ...others]]) =>
      choice === undefined || first === undefined || others.length > 0
        ? []
        : [{ place: placeBelow(place, 'units', first.index, 'choiceGroup'), message: texts.choiceOfOne(choice) }],
    ),
  ];
}

/** A sheet says each thing once, its levels go down, and its points are those that its source prints. */
function checkEvaluations({ value, place }: Located<Regulation>): readonly Finding[] {
  return value.units.flatMap(({ evaluation }, unit) => {
    if (evaluation === undefined) return [];
    const { criteria, levels = [], apart = [], total } = evaluation;
    const at = (...path: readonly (string | number)[]) => placeBelow(place, 'units', unit, 'evaluation', ...path);
    const numbered = criteria.map((one, index) => ({ ...one, index }));
    const sum = criteria.reduce((points, one) => points + one.points, 0);
    const rises = levels.findIndex(({ value: worth }, index) => worth >= (levels[index - 1]?.value ?? Infinity));
    return [
      ...repeated(numbered, ({ id }) => id).map(({ id, index }) => ({
        place: at('criteria', index, 'id'),
        message: texts.criterionTwice(id),
      })),
      ...findingIf(levels.length === 1, at('levels'), texts.oneLevel),
      ...findingIf(levels[0]?.value === 0, at('levels', 0, 'value'), texts.bestIsNothing),
      ...findingIf(rises !== -1, at('levels', rises, 'value'), texts.levelsRise),
      ...apart.flatMap((name, index) =>
        findingIf(!criteria.some(({ part }) => part === name), at('apart', index), texts.partUnknown(name)),
      ),
      ...findingIf(
        criteria.every(({ part }) => part !== undefined && apart.includes(part)),
        at('apart'),
        texts.allApart,
      ),
      ...findingIf(sum !== total, at('total'), texts.pointsDiffer(total, sum)),
    ];
  });
}

/** Exemptions and equivalences lead to units of this regulation; the old units are those of a regulation we may not have. */
function checkUnitNames({ value, place }: Located<Regulation>): readonly Finding[] {
  const ids = new Set(value.units.map((unit) => unit.id));
  return [
    ...value.unitExemptions.flatMap((exemption, at) =>
      exemption.units.flatMap((unit, index) =>
        findingIf(!ids.has(unit), placeBelow(place, 'unitExemptions', at, 'units', index), texts.unknownUnit(unit)),
      ),
    ),
    ...Object.entries(value.equivalences?.tables ?? {}).flatMap(([table, rows]) =>
      rows.flatMap(({ to }, index) =>
        findingIf(!ids.has(to), placeBelow(place, 'equivalences', 'tables', table, index, 'to'), texts.unknownUnit(to)),
      ),
    ),
  ];
}

/** `true` or `false` about a language agrees with the units, once these are complete. */
function checkLanguages({ value, place }: Located<Regulation>): readonly Finding[] {
  const has = (kind: UnitKind): boolean => value.units.some((unit) => unit.kind === kind);
  const check = (key: 'compulsoryLanguage' | 'optionalLanguage', kind: UnitKind): readonly Finding[] => {
    const said = value[key];
    const disagrees = said !== null && (said ? value.unitsComplete && !has(kind) : has(kind));
    return findingIf(disagrees, placeBelow(place, key), texts.languageDisagrees(key));
  };
  return [...check('compulsoryLanguage', 'LV_COMPULSORY'), ...check('optionalLanguage', 'LV_OPTIONAL')];
}

function checkTotal({ value, place }: Located<Regulation>): readonly Finding[] {
  const [printed, sum] = [value.totalCoefficient, totalCoefficient(value)];
  if (printed === null) return [];
  return findingIf(sum !== printed, placeBelow(place, 'totalCoefficient'), texts.totalDiffers(printed, sum));
}

function checkYears({ value, place }: Located<Regulation>): readonly Finding[] {
  const { firstSession, lastSession } = value;
  const isReversed = firstSession !== null && lastSession !== null && firstSession > lastSession;
  return findingIf(isReversed, placeBelow(place, 'lastSession'), texts.yearsReversed);
}

/** At any session, at most one regulation of a speciality. */
function checkOverlaps(regulations: readonly Located<Regulation>[]): readonly Finding[] {
  return regulations.flatMap(({ value, place }, index) => {
    const other = regulations
      .slice(0, index)
      .find(
        ({ value: earlier }) =>
          earlier.cfd === value.cfd &&
          (earlier.lastSession ?? Infinity) >= (value.firstSession ?? -Infinity) &&
          (value.lastSession ?? Infinity) >= (earlier.firstSession ?? -Infinity),
      );
    return other === undefined
      ? []
      : [{ place: placeBelow(place, 'firstSession'), message: texts.regulationsOverlap(other.place.file) }];
  });
}

/** Once a speciality has a regulation, every later session of it has one: none is left without a rule. */
function checkGaps(pack: LocatedPack): readonly Finding[] {
  return pack.specialities.flatMap(({ value }) => {
    const own = pack.regulations
      .filter((regulation) => regulation.value.cfd === value.cfd)
      .toSorted((a, b) => (a.value.firstSession ?? -Infinity) - (b.value.firstSession ?? -Infinity));
    return own.flatMap((regulation, index) => {
      const { lastSession } = regulation.value;
      if (lastSession === null) return [];
      const next = own[index + 1]?.value.firstSession ?? null;
      const end = next === null ? value.lastSession : next - 1;
      return findingIf(
        end === null || end > lastSession,
        placeBelow(regulation.place, 'lastSession'),
        texts.sessionsWithoutRegulation(lastSession + 1, end),
      );
    });
  });
}

/** Two rows for one old unit, or for one new one, would be two rules for one case; several old units are merged, and said to be. */
function checkEquivalences({ value, place }: Located<Regulation>): readonly Finding[] {
  return Object.entries(value.equivalences?.tables ?? {}).flatMap(([table, rows]) => {
    const at = (index: number, field: string) => placeBelow(place, 'equivalences', 'tables', table, index, field);
    const sources = rows.flatMap((row, index) => row.from.map((unit) => ({ unit, place: at(index, 'from') })));
    const targets = rows.map((row, index) => ({ unit: row.to, place: at(index, 'to') }));
    return [
      ...[sources, targets].flatMap((named) =>
        repeated(named, ({ unit }) => unit).map((one) => ({
          place: one.place,
          message: texts.twoRowsForOneUnit(one.unit),
        })),
      ),
      ...rows.flatMap(({ merge, from, to }, index) =>
        findingIf(merge !== from.length > 1, at(index, 'from'), texts.mergeDisagrees(to)),
      ),
    ];
  });
}

function checkScaffoldingUnits(pack: LocatedPack): readonly Finding[] {
  return pack.specialities.flatMap(({ value, place }) => {
    const regulations = pack.regulations.filter((regulation) => regulation.value.cfd === value.cfd);
    if (regulations.length === 0) return [];
    const ids = new Set(regulations.flatMap((regulation) => regulation.value.units.map((unit) => unit.id)));
    return (value.scaffolding?.units ?? []).flatMap((unit, index) =>
      findingIf(!ids.has(unit), placeBelow(place, 'scaffolding', 'units', index), texts.unknownUnit(unit)),
    );
  });
}

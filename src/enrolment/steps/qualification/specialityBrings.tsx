import type { JSX } from 'preact';
import type { Academy, Regulation, Speciality, Unit } from '../../../catalogue/index.ts';
import { listing, Table } from '../../../ui/index.ts';
import { compulsoryLanguages } from '../../rules/languages.ts';
import { isOptional } from '../../rules/slots.ts';
import { titleOnPages } from '../../texts/units.ts';
import { texts as say } from './texts.ts';

/** What a speciality asks for: its units, languages and certificates. Unknown figures are said to be unknown. */
export function SpecialityBrings({
  academies,
  speciality,
  regulation,
  detailed = false,
}: {
  /** Whose languages are said; each by its name where they differ. */
  readonly academies: readonly Academy[];
  readonly speciality: Speciality;
  readonly regulation: Regulation;
  /** With the kind and the length of each test. */
  readonly detailed?: boolean;
}): JSX.Element {
  return (
    <>
      {detailed ? (
        <DetailedUnits units={regulation.units} />
      ) : (
        <Table
          caption={say.units}
          columns={[say.unitName, say.unit, { label: say.coefficient, figures: true }]}
          rows={regulation.units.map((unit) => ({
            key: unit.id,
            cells: [titleOf(unit), unit.code ?? '', coefficientInWords(unit, '') ?? say.unknownCoefficient],
          }))}
        />
      )}
      {languagesInWords(academies, regulation).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {!detailed && speciality.scaffolding !== undefined && (
        <p>{say.scaffolding(listing(speciality.scaffolding.annexes.map((annexe) => say.annexes[annexe])))}</p>
      )}
    </>
  );
}

type Figure = { readonly label: string; readonly written: (unit: Unit) => string | null; readonly figures?: true };

/** What no source gives of any unit is said once under the table, instead of in each of its lines. */
function DetailedUnits({ units }: { readonly units: readonly Unit[] }): JSX.Element {
  const figures: readonly Figure[] = [
    { label: say.coefficient, written: (unit) => coefficientInWords(unit, say.pointsAboveTen), figures: true },
    { label: say.mode, written: ({ mode }) => mode },
    { label: say.duration, written: ({ duration }) => duration },
  ];
  const compulsory = units.filter((unit) => !isOptional(unit));
  const told = figures.filter(({ written }) => compulsory.some((unit) => written(unit) !== null));
  const untold = figures.filter((one) => !told.includes(one));
  return (
    <>
      <Table
        caption={say.units}
        columns={[say.unitName, say.unit, ...told]}
        rows={units.map((unit) => ({
          key: unit.id,
          cells: [titleOf(unit), unit.code ?? say.untold, ...told.map(({ written }) => written(unit) ?? say.untold)],
        }))}
      />
      {untold.length > 0 && <p>{say.untoldOf(untold.map(({ label }) => label))}</p>}
    </>
  );
}

function titleOf(unit: Unit): string {
  if (unit.choiceGroup !== undefined) return `${unit.title} (${say.oneOfTheChoice})`;
  // « Langue vivante étrangère facultative » says it already.
  return isOptional(unit) && !unit.title.includes(say.optionalUnit)
    ? `${unit.title} (${say.optionalUnit})`
    : titleOnPages(unit);
}

/** An optional unit has none: its points above 10 are added (D337-105). */
function coefficientInWords(unit: Unit, optional: string): string | null {
  if (unit.coefficient !== null) return String(unit.coefficient);
  return isOptional(unit) ? optional : null;
}

function languagesInWords(academies: readonly Academy[], regulation: Regulation): readonly string[] {
  const said = academies.map((academy) => ({ academy, line: languageInWords(academy, regulation) }));
  const lines = [...new Set(said.map(({ line }) => line))];
  return lines.length < 2 ? lines : said.map(({ academy, line }) => say.inAcademy(academy.label, line));
}

function languageInWords(academy: Academy, regulation: Regulation): string {
  const unit = regulation.units.find(({ kind }) => kind === 'LV_COMPULSORY');
  if (unit !== undefined) return say.languages(listing(compulsoryLanguages(unit, academy), 'ou'));
  return regulation.compulsoryLanguage === false ? say.noLanguage : say.languageUnknown;
}

import type { JSX } from 'preact';
import type { Academy, Regulation, Speciality } from '../../catalogue/index.ts';
import { listing, Table } from '../../ui/index.ts';
import { compulsoryLanguages } from '../rules/languages.ts';
import { isOptional } from '../rules/slots.ts';
import { texts } from '../texts.ts';

const say = texts.qualification;

/** What a speciality asks for: its units, languages and certificates. Unknown figures are said to be unknown. */
export function SpecialityBrings({
  academy,
  speciality,
  regulation,
}: {
  readonly academy: Academy;
  readonly speciality: Speciality;
  readonly regulation: Regulation;
}): JSX.Element {
  return (
    <>
      <Table
        caption={say.units}
        captionUnseen
        columns={[{ label: say.unitName }, { label: say.unit }, { label: say.coefficient, figures: true }]}
        rows={regulation.units.map((unit) => ({
          key: unit.id,
          cells: [
            isOptional(unit) ? `${unit.title} (${say.optionalUnit})` : unit.title,
            unit.code ?? '',
            coefficientInWords(unit.coefficient, isOptional(unit)),
          ],
        }))}
      />
      <p>{languageInWords(academy, regulation)}</p>
      {speciality.scaffolding !== undefined && (
        <p>{say.scaffolding(listing(speciality.scaffolding.annexes.map((annexe) => say.annexes[annexe])))}</p>
      )}
    </>
  );
}

function coefficientInWords(coefficient: number | null, optional: boolean): string {
  if (coefficient !== null) return String(coefficient);
  return optional ? '' : say.unknownCoefficient;
}

function languageInWords(academy: Academy, regulation: Regulation): string {
  const unit = regulation.units.find(({ kind }) => kind === 'LV_COMPULSORY');
  if (unit !== undefined) return say.languages(listing(compulsoryLanguages(unit, academy), 'ou'));
  return regulation.compulsoryLanguage === false ? say.noLanguage : say.languageUnknown;
}

import type { Dossier } from '../../dossier.ts';
import { creditFor } from '../../rules/credits.ts';
import { slotsOf } from '../../rules/slots.ts';
import { slotTitle, titleOnPapers } from '../../texts/units.ts';
import { type Acquis, acquisLines } from '../acquis/acquis.ts';
import { creditInWords, inOneLine } from '../acquis/creditInWords.ts';
import { texts as told } from '../acquis/inWordsTexts.ts';
import type { Qualification } from '../qualification/qualification.ts';
import type { Epreuves } from './choices.ts';
import { texts as say } from './texts.ts';

/** A unit with what becomes of it at this session. */
export type UnitLine = { readonly id: string; readonly code: string; readonly title: string; readonly choice: string };

/** The steps that they come from. */
export type Units = { readonly qualification: Qualification; readonly acquis: Acquis; readonly epreuves: Epreuves };

/**
 * Each unit of the regulation that concerns the candidate, in its order, with what becomes of it; where they aren't known, what
 * was told in words.
 */
export function unitLines(dossier: Dossier, units: Units): readonly (UnitLine & { readonly sat: boolean })[] {
  const { qualification, acquis, epreuves } = units;
  if (acquis.inWords !== null) return unitLinesInWords(dossier, units);
  const compulsory = slotsOf(qualification.regulation).map((slot) => {
    const credit = creditFor(slot, acquis.credits);
    const sat = credit.choice === 'sit';
    const chosen =
      credit.choice === 'keep' || credit.choice === 'carry' ? credit.option : epreuves.options.get(slot.id);
    const unit = slot.units.find(({ id }) => id === chosen) ?? (slot.units.length > 1 ? null : slot.units[0]);
    const language =
      sat && unit?.kind === 'LV_COMPULSORY' && epreuves.compulsoryLanguage !== null
        ? [say.languageChosen(epreuves.compulsoryLanguage)]
        : [];
    const when = epreuves.presented.includes(slot.id) ? say.sitNow : say.sitLater;
    return {
      id: slot.id,
      code: unit === null ? '' : (unit.code ?? ''),
      title: unit === null ? slotTitle(slot) : titleOnPapers(unit),
      choice: sat ? [when, ...language].join(', ') : creditInWords(dossier, slot, credit, qualification),
      sat,
    };
  });
  const optional = qualification.regulation.units.flatMap((unit) => {
    const language = unit.kind === 'LV_OPTIONAL' ? epreuves.optionalLanguage : null;
    if (language === null && !epreuves.optionalUnits.includes(unit.id)) return [];
    const choice = [say.optional, ...(language === null ? [] : [say.languageChosen(language)])].join(', ');
    return [{ id: unit.id, code: unit.code ?? '', title: unit.title, choice, sat: true }];
  });
  return [...compulsory, ...unplacedLanguage(units), ...optional];
}

/** A language named where no source says of which unit it would be (Fleuriste 2021). */
function unplacedLanguage({ qualification, epreuves }: Units): ReturnType<typeof unitLines> {
  const { compulsoryLanguage } = epreuves;
  const placed = qualification.regulation.units.some(({ kind }) => kind === 'LV_COMPULSORY');
  if (compulsoryLanguage === null || placed) return [];
  return [{ id: 'language', code: '', title: told.languageLine, choice: compulsoryLanguage, sat: true }];
}

/** « Présentées à cette session : … », and the languages, which are asked wherever the exam may have one. */
function unitLinesInWords(dossier: Dossier, units: Units): ReturnType<typeof unitLines> {
  const { presentedInWords, compulsoryLanguage, optionalLanguage } = units.epreuves;
  const sat = [
    { id: 'presentedInWords', title: say.sitNow, choice: inOneLine(presentedInWords ?? told.allOthers) },
    ...(compulsoryLanguage === null ? [] : [{ id: 'language', title: told.languageLine, choice: compulsoryLanguage }]),
    ...(optionalLanguage === null
      ? []
      : [{ id: 'optionalLanguage', title: say.optionalLanguage, choice: optionalLanguage }]),
  ];
  const credits = acquisLines(dossier, units, units.acquis).map(({ name, label, value }) => ({
    id: name,
    title: label,
    choice: value,
    sat: false,
  }));
  return [...credits, ...sat.map((one) => ({ ...one, sat: true }))].map((one) => ({ ...one, code: '' }));
}

import { markInWords, numericDay } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import type { Credit, GroundCode } from '../../rules/credits.ts';
import type { Slot } from '../../rules/slots.ts';
import { groundLabel, slotTitle, titleOnPapers, unitTitle } from '../../texts/units.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { texts as told } from './inWordsTexts.ts';
import { texts as say } from './texts.ts';

/** As on the page of the step, without what is doubtful. */
export function signedTitle(slot: Slot): string {
  const [unit] = slot.units;
  return unit.doubtfulTitle === true ? titleOnPapers(unit) : slotTitle(slot);
}

export function creditInWords(
  dossier: Dossier,
  slot: Slot,
  credit: Credit,
  { regulation }: Pick<Qualification, 'regulation'>,
): string {
  if (credit.choice === 'sit') return say.sit;
  if (credit.choice === 'exempt') return say.exempted(exemptionInWords(dossier, slot, credit.ground, regulation));
  const words = credit.choice === 'keep' ? say.kept : say.carried;
  const unit = slot.units.length > 1 ? slot.units.find(({ id }) => id === credit.option) : undefined;
  return [
    ...(unit === undefined ? [] : [unitTitle(unit)]),
    words(markInWords(credit.halfPoints), numericDay(credit.obtainedOn)),
  ].join(', ');
}

function exemptionInWords(
  dossier: Dossier,
  slot: Slot,
  code: GroundCode,
  regulation: Qualification['regulation'],
): string {
  const ground = dossier.exam.exemptionGrounds.find((one) => one.code === code);
  return ground === undefined ? code : groundLabel(slot, ground, regulation);
}

/** What was written over several lines, on one; « Aucune » where nothing was. */
export function inOneLine(text: string | null): string {
  return text === null ? told.none : text.replaceAll('\n', '\u00a0; ');
}

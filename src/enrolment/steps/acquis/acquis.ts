import { unitsAreKnown } from '../../../catalogue/index.ts';
import { ok } from '../../../platform/result.ts';
import type { Body, Field } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { type Credit, creditFor } from '../../rules/credits.ts';
import { slotsOf } from '../../rules/slots.ts';
import { type Informations, informations } from '../informations/informations.ts';
import { type Qualification, qualification } from '../qualification/qualification.ts';
import type { Read } from '../reading.ts';
import { defineStep, type Step, type SummaryLine } from '../step.ts';
import { creditRules } from './creditFields.ts';
import { creditInWords, inOneLine, signedTitle } from './creditInWords.ts';
import { type AcquisInWords, acquisInWordsFields, isInWords, readAcquisInWords } from './inWords.ts';
import { texts as told } from './inWordsTexts.ts';
import { AcquisPage } from './page.tsx';
import { pageFields, readTranscript } from './readTranscript.ts';
import { texts as say } from './texts.ts';
import { COMPUTE } from './transcriptPage.tsx';

type Needed = { readonly informations: Informations; readonly qualification: Qualification };

export type Acquis = {
  /** What is chosen for each slot; nothing where it is in words. */
  readonly credits: ReadonlyMap<string, Credit>;
  /** null where the units are known. */
  readonly inWords: AcquisInWords | null;
};

/** Step 4: one choice per compulsory unit, or in words; the impossible is refused with its reason. */
export const acquis: Step<'acquis', Acquis> = defineStep({
  name: 'acquis',
  title: say.title,
  question: () => say.question,
  needs: [informations, qualification],
  fields,
  read,
  lines: acquisLines,
  page: AcquisPage,
  helpers: [COMPUTE],
  startsHeld: true,
  unasked: (_dossier, needed) => ({
    credits: new Map(),
    inWords: unitsAreKnown(needed.qualification.regulation) ? null : { kept: null, exempted: null },
  }),
});

function fields(dossier: Dossier, { informations, qualification }: Needed): readonly Field[] {
  if (!unitsAreKnown(qualification.regulation)) return Object.values(acquisInWordsFields);
  return pageFields(slotsOf(qualification.regulation), creditRules(dossier, informations, qualification));
}

function read(dossier: Dossier, { informations, qualification }: Needed, body: Body): Read<Acquis> {
  if (isInWords(qualification, body)) {
    const read = readAcquisInWords(body);
    return read.ok ? ok({ ...read.value, value: { credits: new Map(), inWords: read.value.value } }) : read;
  }
  const rules = creditRules(dossier, informations, qualification);
  const read = readTranscript(slotsOf(qualification.regulation), rules, body);
  return read.ok ? ok({ ...read.value, value: { credits: read.value.value, inWords: null } }) : read;
}

/** A line for each unit, or what was told in words. */
export function acquisLines(
  dossier: Dossier,
  { qualification }: { readonly qualification: Qualification },
  { credits, inWords }: Acquis,
): readonly SummaryLine[] {
  if (inWords !== null) {
    const { kept, exempted } = acquisInWordsFields;
    return [
      { name: kept.name, label: kept.label, value: inOneLine(inWords.kept), about: 'keep' },
      { name: exempted.name, label: exempted.label, value: inOneLine(inWords.exempted), about: 'exempt' },
      { name: 'toComplete', label: told.completed, value: told.byOffice },
    ];
  }
  return slotsOf(qualification.regulation).map((slot) => {
    const credit = creditFor(slot, credits);
    const value = creditInWords(dossier, slot, credit, qualification);
    return { name: `choice-${slot.id}`, label: signedTitle(slot), value, about: credit.choice };
  });
}

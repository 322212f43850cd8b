import type { JSX } from 'preact';
import { passMarksOf } from '../../../catalogue/index.ts';
import { Alert, CellFaults, CellTick, Fieldset, FormField, markInWords, numericDay } from '../../../ui/index.ts';
import { standingInWords } from '../../device/standingInWords.ts';
import { rowInWords } from '../../device/words.ts';
import { StepPage } from '../../pages/stepPage.tsx';
import { type TranscriptRow, TranscriptTable } from '../../pages/transcriptTable.tsx';
import { type Credit, countedUnits } from '../../rules/credits.ts';
import { coefficientOf, isProfessional, type Slot, slotsOf } from '../../rules/slots.ts';
import { slotTitle, unitTitle } from '../../texts/units.ts';
import type { Acquis } from '../acquis/acquis.ts';
import { texts as told } from '../acquis/inWordsTexts.ts';
import { texts as table } from '../acquis/texts.ts';
import type { Qualification } from '../qualification/qualification.ts';
import type { StepRequest } from '../step.ts';
import { type Choices, epreuvesFields } from './choices.ts';
import { texts as say } from './texts.ts';

type Needed = { readonly qualification: Qualification; readonly acquis: Acquis };
type EpreuvesRequest = StepRequest & { readonly needed: Needed };

/** Step 5: the transcript again, with what is left to sit and the choices that it calls for, each in its row. */
export function EpreuvesPage(request: EpreuvesRequest): JSX.Element {
  const { view, dossier, needed } = request;
  const { qualification, acquis } = needed;
  const choices = epreuvesFields(dossier, qualification, acquis);
  const optional = choices.optionalLanguage !== null || choices.others.length > 0;
  return (
    <StepPage
      view={view}
      sheets={['transcript']}
      intro={acquis.inWords === null ? <p>{introOf(choices)}</p> : <Alert tone="info">{told.intro}</Alert>}
    >
      {acquis.inWords === null ? <Units {...request} choices={choices} /> : <InWords choices={choices} />}
      {choices.language !== null && choices.language.slot === undefined && <FormField field={choices.language.field} />}
      {optional && (
        <Fieldset legend={say.optionalBlock} hint={say.optionalNote}>
          {choices.optionalLanguage !== null && <FormField field={choices.optionalLanguage} />}
          {choices.others.map(({ unit, field }) => (
            <FormField key={unit.id} field={field} />
          ))}
        </Fieldset>
      )}
    </StepPage>
  );
}

function introOf({ left, presented }: Choices): string {
  if (left.length === 0) return say.nothingLeft;
  return presented === null ? say.leftGlobal : say.presentedHint;
}

function InWords({ choices: { presentedInWords } }: { readonly choices: Choices }): JSX.Element {
  return presentedInWords === null ? <p>{told.presentedGlobal}</p> : <FormField field={presentedInWords} />;
}

function Units({ dossier, needed, choices }: EpreuvesRequest & { readonly choices: Choices }): JSX.Element {
  const { credits } = needed.acquis;
  const slots = slotsOf(needed.qualification.regulation);
  return (
    <>
      {choices.presented !== null && <CellFaults fields={[choices.presented]} />}
      <TranscriptTable
        caption={say.question}
        columns={{ ...table.columns, cells: [table.columns.mark, table.columns.day] }}
        rows={slots.map((slot) =>
          rowOf(slot, credits.get(slot.id) ?? { choice: 'sit' }, choices, dossier.exam.credits.keptFrom),
        )}
      />
      <p class="standing">
        {standingInWords(
          countedUnits(slots, credits),
          countedUnits(slots.filter(isProfessional), credits),
          passMarksOf(dossier.exam),
        )}
      </p>
    </>
  );
}

function rowOf(slot: Slot, credit: Credit, choices: Choices, keptFrom: number | null): TranscriptRow {
  const isKept = credit.choice === 'keep' || credit.choice === 'carry';
  const unit = isKept ? slot.units.find(({ id }) => id === credit.option) : undefined;
  const coefficient = coefficientOf(slot, unit?.id);
  return {
    key: slot.id,
    title: unit === undefined ? slotTitle(slot) : unitTitle(unit),
    coefficient: coefficient === null ? table.coefficientUnknown : String(coefficient),
    cells: isKept ? [markInWords(credit.halfPoints), numericDay(credit.obtainedOn)] : [null, null],
    meaning:
      credit.choice === 'sit' ? <ToSit slot={slot} choices={choices} /> : rowInWords(asMeaning(credit), keptFrom),
  };
}

function asMeaning(credit: Exclude<Credit, { readonly choice: 'sit' }>): Parameters<typeof rowInWords>[0] {
  return credit.choice === 'exempt' ? { code: 'exempt' } : { code: credit.choice, halfPoints: credit.halfPoints };
}

/** What is to be said of a unit that is sat: at this session or later, which of a choice, in which language. */
function ToSit({ slot, choices }: { readonly slot: Slot; readonly choices: Choices }): JSX.Element {
  const { presented, left, language } = choices;
  const option = choices.options.find((one) => one.slot.id === slot.id);
  const position = left.findIndex(({ id }) => id === slot.id);
  return (
    <>
      {presented === null ? (
        <p>{rowInWords({ code: 'sit' }, null)}</p>
      ) : (
        <CellTick field={presented} value={slot.id} position={position} label={say.sitNow} about={slotTitle(slot)} />
      )}
      {option !== undefined && <FormField field={option.field} />}
      {language?.slot?.id === slot.id && <FormField field={language.field} />}
    </>
  );
}

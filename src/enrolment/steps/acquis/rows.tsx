import type { JSX } from 'preact';
import { CellFaults, CellField } from '../../../ui/index.ts';
import { heldInWords, lossInWords } from '../../creditTexts.ts';
import { readRow } from '../../device/row.ts';
import { rowInWords } from '../../device/words.ts';
import type { Enrolment, StepAnswers } from '../../enrolment.ts';
import type { TranscriptRow } from '../../pages/transcriptTable.tsx';
import type { CreditRules } from '../../rules/credits.ts';
import { markHeld } from '../../rules/ledger.ts';
import { lossOf } from '../../rules/loss.ts';
import { coefficientOf, type Slot, slotsOf } from '../../rules/slots.ts';
import { slotTitle } from '../../texts/units.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { textIn } from '../reading.ts';
import { creditFields } from './creditFields.ts';
import { declaredMarks } from './readCredits.ts';
import type { AcquisRequest } from './request.ts';
import { texts as say } from './texts.ts';
import { rowOf, rowRules } from './transcript.ts';

/** What is said in a row once its mark isn't kept, by what is done instead. */
export type Lost = { readonly sit: string | null; readonly exempt: string | null };
export type TranscriptSheet = AcquisRequest & {
  readonly rules: CreditRules;
  readonly losses: ReadonlyMap<string, Lost>;
};

/** Of every mark that the register holds, or that the registered version keeps. */
export function losses(
  { view, dossier, needed: { qualification }, held }: Pick<AcquisRequest, 'view' | 'dossier' | 'needed' | 'held'>,
  rules: CreditRules,
): ReadonlyMap<string, Lost> {
  const { unkeptMarksAreLost } = dossier.session.switches;
  const kept = registeredAcquis(view.enrolment, qualification);
  const ledger = [...held.map(({ line }) => line), ...declaredMarks(qualification, rules, kept)];
  return new Map(
    slotsOf(qualification.regulation).map((slot) => {
      const line = markHeld(slot, qualification.speciality.cfd, ledger);
      const said = (choice: 'sit' | 'exempt'): string | null => {
        const loss = lossOf(slot, choice, line, { rules, unkeptMarksAreLost });
        return loss === null ? null : lossInWords(loss);
      };
      return [slot.id, { sit: said('sit'), exempt: said('exempt') }] as const;
    }),
  );
}

/** A mark kept by what is registered is still held while a change is being written. */
function registeredAcquis({ registered }: Enrolment, { speciality }: Qualification): StepAnswers {
  return registered?.qualification?.speciality === speciality.cfd ? (registered.acquis ?? {}) : {};
}

/** The row of a unit: title, coefficient, mark, day, and what that comes to. */
export function rowOn(slot: Slot, sheet: TranscriptSheet, origin: string | null): TranscriptRow {
  const { rules, view } = sheet;
  const { option, mark, obtainedOn, ground } = creditFields(slot, rules);
  const title = slotTitle(slot);
  const said = `sens-${slot.id}`;
  const coefficient = coefficientOf(slot, textIn(view.state.typed, option.name));
  return {
    key: slot.id,
    title: (
      <>
        {title}
        {origin !== null && <p class="muted">{origin}</p>}
        {slot.units.length > 1 && (
          <div class="option">
            <CellField field={option} label={say.optionIn(title)} />
          </div>
        )}
      </>
    ),
    coefficient: coefficient === null ? say.coefficientUnknown : String(coefficient),
    cells: [
      <CellField key="mark" field={mark} label={say.markIn(title)} saidBy={said} />,
      <CellField key="day" field={obtainedOn} label={say.dayIn(title)} saidBy={said} />,
    ],
    meaning: (
      <>
        <CellFaults fields={[option, mark, obtainedOn, ground]} />
        <FromRegister slot={slot} sheet={sheet} />
        <Meaning slot={slot} sheet={sheet} id={said} />
      </>
    ),
  };
}

function Meaning({
  slot,
  sheet,
  id,
}: {
  readonly slot: Slot;
  readonly sheet: TranscriptSheet;
  readonly id: string;
}): JSX.Element {
  const { rules, view, losses: all } = sheet;
  const meaning = readRow(rowOf(slot, rules, view.state.typed), rowRules(rules));
  const lost = meaning.code === 'sit' || meaning.code === 'exempt' ? (all.get(slot.id)?.[meaning.code] ?? null) : null;
  return (
    <>
      <p id={id} class={`said ${meaning.code}`}>
        {rowInWords(meaning, rules.keptFrom)}
      </p>
      <p class="lost" hidden={lost === null}>
        {lost}
      </p>
    </>
  );
}

/** Whence a mark comes that the register filled in. */
function FromRegister({ slot, sheet }: { readonly slot: Slot; readonly sheet: TranscriptSheet }): JSX.Element | null {
  const found = sheet.held.find((one) => one.slot.id === slot.id);
  return found === undefined ? null : <p class="muted">{heldInWords(found)}</p>;
}

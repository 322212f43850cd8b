import type { JSX } from 'preact';
import { Alert, Button, Details, FormField, FormFields, SummaryList } from '../../../ui/index.ts';
import { originInWords } from '../../creditTexts.ts';
import { standingInWords } from '../../device/standingInWords.ts';
import type { TranscriptStanding } from '../../device/transcript.ts';
import { StandingLine } from '../../pages/standingLine.tsx';
import { StepPage } from '../../pages/stepPage.tsx';
import { TranscriptTable } from '../../pages/transcriptTable.tsx';
import { originsOf } from '../../rules/correspondence.ts';
import { type Credit, type CreditRules, countedUnits, groundsFor, judgeCredit } from '../../rules/credits.ts';
import { isProfessional, type Slot, slotsOf } from '../../rules/slots.ts';
import { slotTitle } from '../../texts/units.ts';
import type { Informations } from '../informations/informations.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { textIn } from '../reading.ts';
import { creditFields, creditRules } from './creditFields.ts';
import { explanations } from './explanations.ts';
import { readCredit } from './readCredits.ts';
import type { AcquisRequest } from './request.ts';
import { losses, rowOn, type TranscriptSheet } from './rows.tsx';
import { texts as say } from './texts.ts';
import { rowRules, transcriptFields, withChoices } from './transcript.ts';

/** The button that says what is left to sit, and the average to aim for; the browser follows each key. */
export const COMPUTE = 'calculer';

/** The transcript: what is typed is kept or carried, what stays empty is sat; a dispensation by its ground, folded. */
export function TranscriptPage(request: AcquisRequest & { readonly warning: string | null }): JSX.Element {
  const { view, dossier, needed, warning } = request;
  const { informations, qualification } = needed;
  const rules = creditRules(dossier, informations, qualification);
  const slots = slotsOf(qualification.regulation);
  const sheet: TranscriptSheet = { ...request, rules, losses: losses(request, rules) };
  const credits = creditsTyped(slots, rules, withChoices(slots, rules, { notes: 'oui', ...view.state.typed }));
  const standing = standingOf(slots, rules, sheet);
  const back = new URLSearchParams({ [transcriptFields.has.name]: 'non', ...(view.changing ? { changer: '1' } : {}) });
  return (
    <StepPage
      view={{ ...view, place: { ...view.place, question: say.transcript } }}
      scripts={['transcript.js']}
      sheets={['transcript']}
      intro={
        <>
          <p>{say.intro}</p>
          <Details summary={say.means}>
            <SummaryList rows={explanations(rules)} />
            {warning !== null && <p>{warning}</p>}
          </Details>
          {isFormer(informations, qualification) && <FormerRegulation {...{ informations, qualification }} />}
        </>
      }
    >
      <input type="hidden" name={transcriptFields.has.name} value="oui" />
      <FormField field={transcriptFields.day} />
      <TranscriptTable
        caption={say.transcript}
        columns={{ ...say.columns, cells: [say.columns.mark, say.columns.day] }}
        rows={slots.map((slot) => rowOn(slot, sheet, formerUnits(slot, sheet)))}
      />
      <Exemptions slots={slots} sheet={sheet} />
      <p>
        <a href={`${view.pen.addresses.step(view.enrolment.id, 'acquis')}?${back}`}>{say.noMarks}</a>
      </p>
      <StandingLine
        standing={standing}
        compute={
          <Button kind="secondary" name={COMPUTE} value="moyenne">
            {say.update}
          </Button>
        }
      >
        {standingInWords(countedUnits(slots, credits), countedUnits(slots.filter(isProfessional), credits), rules.pass)}
      </StandingLine>
    </StepPage>
  );
}

/** The credits that what is typed amounts to, slot by slot; a slot that isn't right yet counts as sat. */
function creditsTyped(
  slots: readonly Slot[],
  rules: CreditRules,
  typed: Parameters<typeof readCredit>[2],
): ReadonlyMap<string, Credit> {
  return new Map(
    slots.flatMap((slot) => {
      const credit = readCredit(slot, rules, typed);
      return credit !== null && judgeCredit(slot, credit, rules) === null ? [[slot.id, credit] as const] : [];
    }),
  );
}

/** What the browser needs to say the same at each key. */
function standingOf(slots: readonly Slot[], rules: CreditRules, { losses }: TranscriptSheet): TranscriptStanding {
  return {
    rules: rowRules(rules),
    pass: rules.pass,
    dayName: transcriptFields.day.name,
    rows: slots.map((slot) => {
      const { mark, obtainedOn, ground, option } = creditFields(slot, rules);
      return {
        id: slot.id,
        names: { mark: mark.name, day: obtainedOn.name, ground: ground.name, option: option.name },
        coefficients: Object.fromEntries(slot.units.map(({ id, coefficient }) => [id, coefficient])),
        professional: isProfessional(slot),
        lost: losses.get(slot.id) ?? null,
      };
    }),
  };
}

/** Folded: few ask for it. Open where something stands in it. */
function Exemptions({
  slots,
  sheet,
}: {
  readonly slots: readonly Slot[];
  readonly sheet: TranscriptSheet;
}): JSX.Element | null {
  const { view, rules } = sheet;
  const may = slots.filter((slot) => groundsFor(slot, rules).length > 0);
  if (may.length === 0) return null;
  const fields = may.map((slot) => ({ ...creditFields(slot, rules).ground, label: slotTitle(slot), optional: false }));
  const isUsed = fields.some(
    ({ name }) => textIn(view.state.typed, name) !== '' || view.state.faults.some(({ field }) => field === name),
  );
  return (
    <Details summary={say.exemptions} open={isUsed}>
      <p>{say.exemptionsHint}</p>
      <FormFields fields={fields} />
    </Details>
  );
}

/** Did the former candidate sit under the regulation before? */
function isFormer({ formerYear }: Informations, { regulation }: Qualification): boolean {
  return formerYear !== null && regulation.firstSession !== null && formerYear < regulation.firstSession;
}

function formerUnits(slot: Slot, { rules, needed: { informations, qualification } }: TranscriptSheet): string | null {
  const origins = isFormer(informations, qualification) ? originsOf(slot.units, rules.regulation) : null;
  return origins === null ? null : originInWords(origins, slot.units, rules.form);
}

/** Which table leads from the old units to these, or that nobody has it and who decides. */
function FormerRegulation(props: {
  readonly informations: Informations;
  readonly qualification: Qualification;
}): JSX.Element {
  const year = props.informations.formerYear ?? 0;
  const known = originsOf([], props.qualification.regulation) !== null;
  return <Alert tone="info">{known ? say.former.known(year) : say.former.unknown(year)}</Alert>;
}

import type { JSX } from 'preact';
import { unitsAreKnown } from '../../../catalogue/index.ts';
import {
  Alert,
  Button,
  Card,
  type Field,
  FormField,
  SummaryList,
  type SummaryRow,
  type Typed,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { effectInWords, heldInWords, originInWords } from '../../creditTexts.ts';
import type { Enrolment, StepAnswers } from '../../enrolment.ts';
import { StepPage, type StepView } from '../../pages/stepPage.tsx';
import { originsOf } from '../../rules/correspondence.ts';
import { type Credit, type CreditRules, judgeCredit, mayCarry } from '../../rules/credits.ts';
import { effectOf, type Standing } from '../../rules/effects.ts';
import type { HeldAnswer } from '../../rules/heldAnswers.ts';
import { type LedgerLine, markHeld } from '../../rules/ledger.ts';
import { coefficientOf, type Slot, slotsOf } from '../../rules/slots.ts';
import type { Informations } from '../informations/informations.ts';
import type { Qualification } from '../qualification/qualification.ts';
import type { StepRequest } from '../step.ts';
import { Consequence } from './consequence.tsx';
import { choicesFor, creditFields, creditRules } from './creditFields.ts';
import { acquisInWordsFields } from './inWords.ts';
import { texts as told } from './inWordsTexts.ts';
import { declaredMarks, readCredit } from './readCredits.ts';
import { texts as say } from './texts.ts';

/** The button that says what is left to sit, and the average to aim for. */
export const COMPUTE = 'calculer';

type Needed = { readonly informations: Informations; readonly qualification: Qualification };

/** Step 4: one card per unit; each choice says what it leads to before it is made. */
export function AcquisPage({ view, dossier, needed, held }: StepRequest & { readonly needed: Needed }): JSX.Element {
  const { informations, qualification } = needed;
  const rules = creditRules(dossier, informations, qualification);
  const { regulation, speciality } = qualification;
  const { unkeptMarksAreLost } = dossier.session.switches;
  const warning = unkeptMarksAreLost ? say.warning(dossier.exam.credits) : null;
  if (!unitsAreKnown(regulation)) return <AcquisInWords view={view} warning={warning} />;
  const slots = slotsOf(regulation);
  const credits = creditsTyped(slots, rules, view.state.typed);
  const declared = { ...registeredAcquis(view.enrolment, qualification), ...view.state.typed };
  const ledger = declaredMarks(qualification, rules, declared);
  const standing = { slots, credits, rules, unkeptMarksAreLost };
  const former = isFormer(informations, qualification);
  const intro = (
    <>
      <p>{say.intro}</p>
      <p>{say.effects}</p>
      <SummaryList rows={explanations(rules)} />
      {warning !== null && <Alert tone="warn">{warning}</Alert>}
      {view.state.typed.keptInWords !== undefined && (
        <Alert tone="info" title={told.written}>
          {view.state.typed.keptInWords}
        </Alert>
      )}
      {view.pen.by === 'candidate' && (
        <p>
          {say.formerResults} <a href={addresses.formerResults(view.enrolment.id)}>{say.formerResultsLink}</a>
        </p>
      )}
      {former && <FormerRegulation year={informations.formerYear ?? 0} regulation={regulation} />}
    </>
  );
  return (
    <StepPage view={view} intro={intro}>
      {slots.map((slot) => (
        <CreditCard
          key={slot.id}
          slot={slot}
          standing={standing}
          held={markHeld(slot, speciality.cfd, ledger)}
          known={held.find((one) => one.slot.id === slot.id) ?? null}
          former={former}
        />
      ))}
      <Consequence slots={slots} credits={credits} pass={rules.pass} />
      <Button kind="secondary" name={COMPUTE} value="moyenne">
        {say.update}
      </Button>
    </StepPage>
  );
}

/** A mark kept by what is registered is still held while a change is being written. */
function registeredAcquis({ registered }: Enrolment, { speciality }: Qualification): StepAnswers {
  return registered?.qualification?.speciality === speciality.cfd ? (registered.acquis ?? {}) : {};
}

/** The credits that what is typed amounts to, slot by slot; a slot that isn't right yet counts as sat. */
function creditsTyped(slots: readonly Slot[], rules: CreditRules, typed: Typed): ReadonlyMap<string, Credit> {
  return new Map(
    slots.flatMap((slot) => {
      const credit = readCredit(slot, rules, typed);
      return credit !== null && judgeCredit(slot, credit, rules) === null ? [[slot.id, credit] as const] : [];
    }),
  );
}

/** The units aren't all known: two questions, answered in words. */
function AcquisInWords({ view, warning }: { readonly view: StepView; readonly warning: string | null }): JSX.Element {
  const { keeps, kept, exempts, exempted } = acquisInWordsFields;
  const intro = (
    <>
      <p>{told.intro}</p>
      {warning !== null && <Alert tone="warn">{warning}</Alert>}
    </>
  );
  return (
    <StepPage view={view} intro={intro}>
      {[[keeps, kept] as const, [exempts, exempted] as const].map(([question, words]) => (
        <Card key={question.name}>
          <div class="reveal">
            <FormField field={question} />
            <div class="when-yes">
              <FormField field={words} />
            </div>
          </div>
        </Card>
      ))}
    </StepPage>
  );
}

/** Did the former candidate sit under the regulation before? */
function isFormer({ formerYear }: Informations, { regulation }: Qualification): boolean {
  return formerYear !== null && regulation.firstSession !== null && formerYear < regulation.firstSession;
}

/** Which table leads from the old units to these, or that nobody has it and who decides. */
function FormerRegulation(props: {
  readonly year: number;
  readonly regulation: Qualification['regulation'];
}): JSX.Element {
  const { year, regulation } = props;
  const known = originsOf([], regulation) !== null;
  return (
    <Alert tone="info">
      <p>{known ? say.former.known(year) : say.former.unknown(year)}</p>
    </Alert>
  );
}

/** What each choice means, said once. */
function explanations(rules: CreditRules): readonly SummaryRow[] {
  const { keep, keepAny, carry, exempt } = say.explained;
  return [rules.keptFrom === null ? keepAny : keep, ...(mayCarry(rules) ? [carry] : []), exempt].map(
    ({ term, text }) => ({ label: term, value: text(rules) }),
  );
}

function CreditCard(props: {
  readonly slot: Slot;
  readonly standing: Standing;
  readonly held: LedgerLine | null;
  /** What the register says of it. */
  readonly known: HeldAnswer | null;
  readonly former: boolean;
}): JSX.Element {
  const { slot, standing, held, known: registered, former } = props;
  const { rules } = standing;
  const origins = former ? originsOf(slot.units, rules.regulation) : null;
  const fields = creditFields(slot, rules);
  const coefficient = coefficientOf(slot);
  const known = [
    ...(slot.units[0].test === null ? [] : [say.test(slot.units[0].test)]),
    ...(coefficient === null ? [] : [say.coefficient(coefficient)]),
  ];
  return (
    <Card>
      <div class="reveal">
        {known.length > 0 && <p class="muted">{known.join(', ')}</p>}
        {origins !== null && <p class="muted">{originInWords(origins, slot.units, rules.form)}</p>}
        {registered !== null && <p>{heldInWords(registered)}</p>}
        <FormField field={choiceWithEffects(slot, held, standing)} />
        <div class="when-mark">
          {slot.units.length > 1 && <FormField field={fields.option} />}
          <FormField field={fields.mark} />
          <FormField field={fields.obtainedOn} />
        </div>
        {(fields.ground.options?.length ?? 0) > 0 && (
          <div class="when-exempt">
            <FormField field={fields.ground} />
          </div>
        )}
      </div>
    </Card>
  );
}

/** The choice, with the effect of each option in one line. */
function choiceWithEffects(slot: Slot, held: LedgerLine | null, standing: Standing): Field {
  const options = choicesFor(slot, standing.rules).map((option) => ({
    ...option,
    hint: effectInWords(effectOf(slot, option.value, held, standing)),
  }));
  return { ...creditFields(slot, standing.rules).choice, options };
}

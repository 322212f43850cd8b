import type { JSX } from 'preact';
import { unitsAreKnown } from '../../catalogue/index.ts';
import { Alert, Button, Card, type Field, FormField, SummaryList, type SummaryRow } from '../../ui/index.ts';
import { effectInWords, isOutOfReach, originInWords } from '../creditTexts.ts';
import type { Dossier } from '../dossier.ts';
import { originsOf } from '../rules/correspondence.ts';
import { type Credit, type CreditRules, countedUnits, mayCarry, slotsToSit } from '../rules/credits.ts';
import { effectOf, type Standing } from '../rules/effects.ts';
import { type LedgerLine, markHeld } from '../rules/ledger.ts';
import { coefficientOf, type Slot, slotsOf } from '../rules/slots.ts';
import { averageToAimFor, targetInWords } from '../rules/target.ts';
import { choicesFor, creditFields, creditRules } from '../steps/acquis.ts';
import type { Informations } from '../steps/informations.ts';
import { acquisInWordsFields } from '../steps/inWords.ts';
import type { Qualification } from '../steps/qualification.ts';
import { texts } from '../texts.ts';
import { StepPage, type StepView } from './stepPage.tsx';

const say = texts.acquis;

type Props = {
  readonly view: StepView;
  readonly dossier: Dossier;
  readonly informations: Informations;
  readonly qualification: Qualification;
  readonly credits: ReadonlyMap<string, Credit>;
  /** The marks that the candidate holds, wherever we know them from. */
  readonly ledger: readonly LedgerLine[];
};

/** Step 4: one card per unit; each choice says what it leads to before it is made. */
export function AcquisPage(props: Props): JSX.Element {
  const { view, dossier, informations, qualification, credits, ledger } = props;
  const rules = creditRules(dossier, informations, qualification);
  const { regulation, speciality } = qualification;
  const { unkeptMarksAreLost } = dossier.session.switches;
  if (!unitsAreKnown(regulation)) return <AcquisInWords view={view} warning={unkeptMarksAreLost} />;
  const slots = slotsOf(regulation);
  const standing = { slots, credits, rules, unkeptMarksAreLost };
  const former = isFormer(informations, qualification);
  const intro = (
    <>
      <p>{say.intro}</p>
      <p>{say.effects}</p>
      <SummaryList rows={explanations(rules)} />
      {unkeptMarksAreLost && <Alert tone="warn">{say.warning}</Alert>}
      {view.state.typed.keptInWords !== undefined && (
        <Alert tone="info" title={texts.inWords.written}>
          {view.state.typed.keptInWords}
        </Alert>
      )}
      {former && <FormerRegulation year={informations.former?.year ?? 0} regulation={regulation} />}
    </>
  );
  return (
    <StepPage step="acquis" view={view} intro={intro}>
      {slots.map((slot) => (
        <CreditCard
          key={slot.id}
          slot={slot}
          standing={standing}
          held={markHeld(slot, speciality.cfd, ledger)}
          former={former}
        />
      ))}
      <Consequence slots={slots} credits={credits} />
      <Button kind="secondary" name="calculer" value="moyenne">
        {say.update}
      </Button>
    </StepPage>
  );
}

/** The units aren't all known: two questions, answered in words. */
function AcquisInWords({ view, warning }: { readonly view: StepView; readonly warning: boolean }): JSX.Element {
  const { keeps, kept, exempts, exempted } = acquisInWordsFields;
  const intro = (
    <>
      <p>{texts.inWords.intro}</p>
      {warning && <Alert tone="warn">{say.warning}</Alert>}
    </>
  );
  return (
    <StepPage step="acquis" view={view} intro={intro}>
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
function isFormer({ former }: Informations, { regulation }: Qualification): boolean {
  return former !== null && regulation.firstSession !== null && former.year < regulation.firstSession;
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
  const { keep, carry, exempt } = say.explained;
  return [keep, ...(mayCarry(rules) ? [carry] : []), exempt].map(({ term, text }) => ({ label: term, value: text }));
}

function CreditCard(props: {
  readonly slot: Slot;
  readonly standing: Standing;
  readonly held: LedgerLine | null;
  readonly former: boolean;
}): JSX.Element {
  const { slot, standing, held, former } = props;
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

/** « Il vous reste 5 unités, il vous faut 10,4 de moyenne. » */
export function Consequence({
  slots,
  credits,
}: {
  readonly slots: readonly Slot[];
  readonly credits: ReadonlyMap<string, Credit>;
}): JSX.Element {
  const target = averageToAimFor(countedUnits(slots, credits));
  return (
    <Alert tone="info">
      <p>
        {say.left(slotsToSit(slots, credits).length)}{' '}
        {target !== null &&
          (target.known
            ? isOutOfReach(target)
              ? say.targetOutOfReach
              : say.target(targetInWords(target))
            : say.targetUnknown(target.missingCoefficients))}
      </p>
    </Alert>
  );
}

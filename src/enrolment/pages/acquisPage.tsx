import type { JSX } from 'preact';
import { Alert, Button, Card, FormField, SummaryList, type SummaryRow } from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import { type Credit, type CreditRules, countedUnits, mayCarry, slotsToSit } from '../rules/credits.ts';
import { coefficientOf, type Slot, slotsOf } from '../rules/slots.ts';
import { averageToAimFor, targetInWords } from '../rules/target.ts';
import { creditFields, creditRules } from '../steps/acquis.ts';
import type { Informations } from '../steps/informations.ts';
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
};

/** Step 4: one card per unit, and what the choices lead to before they are made for good. */
export function AcquisPage({ view, dossier, informations, qualification, credits }: Props): JSX.Element {
  const rules = creditRules(dossier, informations, qualification);
  const slots = slotsOf(qualification.regulation);
  const intro = (
    <>
      <p>{say.intro}</p>
      <SummaryList rows={explanations(rules)} />
      {dossier.session.switches.unkeptMarksAreLost && <Alert tone="warn">{say.warning}</Alert>}
    </>
  );
  return (
    <StepPage step="acquis" view={view} intro={intro}>
      {slots.map((slot) => (
        <CreditCard key={slot.id} slot={slot} rules={rules} />
      ))}
      <Consequence slots={slots} credits={credits} />
      <Button kind="secondary" name="calculer" value="moyenne">
        {say.update}
      </Button>
    </StepPage>
  );
}

/** What each choice means, said once. */
function explanations(rules: CreditRules): readonly SummaryRow[] {
  const { keep, carry, exempt } = say.explained;
  return [keep, ...(mayCarry(rules) ? [carry] : []), exempt].map(({ term, text }) => ({ label: term, value: text }));
}

function CreditCard({ slot, rules }: { readonly slot: Slot; readonly rules: CreditRules }): JSX.Element {
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
        <FormField field={fields.choice} />
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

/** « Il vous reste 5 épreuves, il vous faut 10,4 de moyenne. » */
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
          (target.known ? say.target(targetInWords(target)) : say.targetUnknown(target.missingCoefficients))}
      </p>
    </Alert>
  );
}

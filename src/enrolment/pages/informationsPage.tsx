import type { JSX } from 'preact';
import { Button, Fieldset, FormField } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Dossier } from '../dossier.ts';
import {
  category,
  diploma,
  diplomaTitle,
  disclosure,
  distanceFields,
  formerGroups,
  handicap,
  specialContract,
} from '../steps/informations.ts';
import { jobFields, MOST_ROWS } from '../steps/workPeriods.ts';
import { texts } from '../texts.ts';
import { Block } from './identificationPage.tsx';
import { StepPage, type StepView } from './stepPage.tsx';

const say = texts.informations;

/** Step 2. What a choice calls for is shown under it (by the style sheet alone); the server reads only what applies. */
export function InformationsPage({
  view,
  dossier,
  rows,
}: {
  readonly view: StepView;
  readonly dossier: Dossier;
  readonly rows: number;
}): JSX.Element {
  const former = formerGroups(dossier);
  return (
    <StepPage step="informations" view={view}>
      <div class="reveal">
        <Fieldset legend={say.categoryBlock}>
          <FormField field={category} />
        </Fieldset>
        <div class="when-distance-learner">
          <Block legend={say.distanceBlock} fields={Object.values(distanceFields)} />
        </div>
        <div class="when-former">
          <Block legend={say.formerBlock} fields={former.session} />
        </div>
        <div class="when-previous-candidate">
          <Block legend={say.formerCentreBlock} fields={former.centre} />
        </div>
      </div>
      <Fieldset legend={say.practiceBlock}>
        <div class="reveal">
          <FormField field={diploma} />
          <div class="when-diploma">
            <FormField field={diplomaTitle} />
          </div>
          <div class="when-listed">
            <FormField field={specialContract} />
          </div>
        </div>
      </Fieldset>
      <p>{texts.work.intro}</p>
      {Array.from({ length: rows }, (_, index) => (
        <Block key={index} legend={texts.work.legend(index + 1)} fields={Object.values(jobFields(index + 1))} />
      ))}
      <input type="hidden" name="rows" value={rows} />
      {rows < MOST_ROWS ? (
        <Button kind="secondary" name="ajouter" value="emploi">
          {texts.work.add}
        </Button>
      ) : (
        <p class="muted">{texts.work.most(MOST_ROWS)}</p>
      )}
      <Fieldset legend={say.handicapBlock}>
        <FormField field={handicap} />
      </Fieldset>
      {dossier.registeredForm === null ? (
        <Fieldset legend={say.disclosureBlock} hint={say.disclosureNote}>
          <FormField field={disclosure.online} />
          <FormField field={disclosure.press} />
        </Fieldset>
      ) : (
        <p>
          {say.disclosureApart} <a href={addresses.disclosure(view.enrolment.id)}>{texts.disclosure.title}</a>
        </p>
      )}
    </StepPage>
  );
}

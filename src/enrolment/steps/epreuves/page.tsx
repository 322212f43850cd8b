import type { JSX } from 'preact';
import { passMarksOf } from '../../../catalogue/index.ts';
import { Alert, Fieldset, FormField } from '../../../ui/index.ts';
import { StepPage } from '../../pages/stepPage.tsx';
import { slotsOf } from '../../rules/slots.ts';
import { slotTitle } from '../../texts/units.ts';
import type { Acquis } from '../acquis/acquis.ts';
import { Consequence } from '../acquis/consequence.tsx';
import { texts as told } from '../acquis/inWordsTexts.ts';
import type { Qualification } from '../qualification/qualification.ts';
import type { StepRequest } from '../step.ts';
import { epreuvesFields } from './choices.ts';
import { texts as say } from './texts.ts';

type Needed = { readonly qualification: Qualification; readonly acquis: Acquis };

/** Step 5: what is left to sit, and the choices that it calls for. */
export function EpreuvesPage({
  view,
  dossier,
  needed: { qualification, acquis },
}: StepRequest & { readonly needed: Needed }): JSX.Element {
  const choices = epreuvesFields(dossier, qualification, acquis);
  const optional = choices.optionalLanguage !== null || choices.others.length > 0;
  return (
    <StepPage
      view={view}
      intro={
        acquis.inWords === null ? (
          <Consequence
            slots={slotsOf(qualification.regulation)}
            credits={acquis.credits}
            pass={passMarksOf(dossier.exam)}
          />
        ) : (
          <Alert tone="info">{told.intro}</Alert>
        )
      }
    >
      {acquis.inWords !== null ? (
        choices.presentedInWords === null ? (
          <p>{told.presentedGlobal}</p>
        ) : (
          <FormField field={choices.presentedInWords} />
        )
      ) : choices.presented === null ? (
        <section>
          <h2>{say.left}</h2>
          {choices.left.length === 0 ? <p>{say.nothingLeft}</p> : <p class="muted">{say.leftGlobal}</p>}
          <ul>
            {choices.left.map((slot) => (
              <li key={slot.id}>{slotTitle(slot)}</li>
            ))}
          </ul>
        </section>
      ) : (
        <FormField field={choices.presented} />
      )}
      {choices.options.map(({ slot, field }) => (
        <FormField key={slot.id} field={field} />
      ))}
      {choices.language !== null && <FormField field={choices.language.field} />}
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

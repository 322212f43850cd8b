import type { JSX } from 'preact';
import { Alert, Fieldset, FormField } from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import { slotsOf } from '../rules/slots.ts';
import type { Acquis } from '../steps/acquis.ts';
import { epreuvesFields } from '../steps/epreuves.ts';
import type { Qualification } from '../steps/qualification.ts';
import { slotTitle, texts } from '../texts.ts';
import { Consequence } from './acquisPage.tsx';
import { StepPage, type StepView } from './stepPage.tsx';

const say = texts.epreuves;

/** Step 5: what is left to sit, and the choices that it calls for. */
export function EpreuvesPage({
  view,
  dossier,
  qualification,
  acquis,
}: {
  readonly view: StepView;
  readonly dossier: Dossier;
  readonly qualification: Qualification;
  readonly acquis: Acquis;
}): JSX.Element {
  const choices = epreuvesFields(dossier, qualification, acquis);
  const optional = choices.optionalLanguage !== null || choices.others.length > 0;
  return (
    <StepPage
      step="epreuves"
      view={view}
      intro={
        acquis.inWords === null ? (
          <Consequence slots={slotsOf(qualification.regulation)} credits={acquis.credits} />
        ) : (
          <Alert tone="info">{texts.inWords.intro}</Alert>
        )
      }
    >
      {acquis.inWords !== null ? (
        choices.presentedInWords === null ? (
          <p>{texts.inWords.presentedGlobal}</p>
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

import type { JSX } from 'preact';
import { type Field, Fieldset, FormField, type Line, SummaryList } from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import { identificationFields } from '../steps/identification.ts';
import { texts } from '../texts.ts';
import { StepPage, type StepView } from './stepPage.tsx';

const say = texts.identification;

/** Step 1: the account's civil status, to be read; address, phones and situation, to be filled. */
export function IdentificationPage({
  view,
  dossier,
  civilStatus,
}: {
  readonly view: StepView;
  readonly dossier: Dossier;
  readonly civilStatus: readonly Line[];
}): JSX.Element {
  const fields = identificationFields(dossier);
  const before = (
    <section class="section">
      <h2>{say.civilStatus}</h2>
      <p class="muted">
        {say.civilStatusNote}{' '}
        {view.enrolment.number === null ? <a href="/compte">{say.correct}</a> : say.civilStatusLocked}
      </p>
      <SummaryList rows={civilStatus} />
    </section>
  );
  return (
    <StepPage step="identification" view={view} before={before}>
      <Block legend={say.addressBlock} fields={fields.address} />
      <Block legend={say.phoneBlock} fields={fields.phones} />
      <Block legend={say.personBlock} fields={fields.person} />
      {fields.guardian.length > 0 && (
        <Block legend={say.guardianBlock} hint={say.guardianNote} fields={fields.guardian} />
      )}
    </StepPage>
  );
}

export function Block({
  legend,
  hint,
  fields,
}: {
  readonly legend: string;
  readonly hint?: string;
  readonly fields: readonly Field[];
}): JSX.Element {
  return (
    <Fieldset legend={legend} {...(hint === undefined ? {} : { hint })}>
      {fields.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
    </Fieldset>
  );
}

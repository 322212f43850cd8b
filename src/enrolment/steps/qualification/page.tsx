import type { JSX } from 'preact';
import { type Speciality, unitsAreKnown } from '../../../catalogue/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ChoiceCards,
  Details,
  defineField,
  Fieldset,
  Form,
  FormField,
  FormFields,
  freeText,
  listing,
  RowList,
} from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { CHANGING, StepPage, type StepView } from '../../pages/stepPage.tsx';
import { knownRegulation } from '../../rules/completedUnits.ts';
import { searchSpecialities } from '../../rules/searchSpecialities.ts';
import type { Informations } from '../informations/informations.ts';
import type { FieldBlock } from '../questions.ts';
import { textIn } from '../reading.ts';
import type { StepRequest } from '../step.ts';
import { lockedForm, offersWaiver, qualificationQuestions, specialityOptions, WAIVER_SEEN } from './questions.ts';
import { SpecialityBrings } from './specialityBrings.tsx';
import { texts as say } from './texts.ts';

/** The button that shows what the chosen speciality asks for. */
export const SEE_SPECIALITY = 'voir';

const searchField = defineField({
  name: 'metier',
  label: say.search,
  hint: say.searchHint,
  control: 'text',
  width: 30,
  optional: true,
  check: freeText(80),
});

type SpecialitySearch = { readonly typed: string; readonly found: readonly Speciality[] };

/** Step 3: the speciality, found by trade or in the list, what it asks for, and the form of passage. */
export function QualificationPage({
  view: given,
  dossier,
  visit,
  needed: { informations },
}: StepRequest & { readonly needed: { readonly informations: Informations } }): JSX.Element {
  const view = filledView(given, dossier, informations, visit.query.specialite);
  const asked = qualificationQuestions(dossier, informations);
  const [form, ...others] = asked.form.fields;
  const offered = offeredSpecialities(dossier, informations);
  const chosen = offered.find(({ cfd }) => cfd === textIn(view.state.typed, 'speciality')) ?? null;
  const regulation = chosen === null ? undefined : (knownRegulation(dossier, chosen) ?? undefined);
  // Shown at once where it was asked about.
  const unfolded = visit.method === 'POST';
  return (
    <StepPage
      view={view}
      before={
        <Search
          view={view}
          short={dossier.exam.short}
          offered={offered}
          typed={textIn(visit.query, 'metier').slice(0, 80)}
        />
      }
    >
      <Fieldset legend={asked.speciality.legend}>
        <FormFields fields={asked.speciality.fields} />
        <Button kind="secondary" name={SEE_SPECIALITY} value="specialite">
          {say.see}
        </Button>
      </Fieldset>
      {chosen !== null && !unitsAreKnown(regulation) && <Alert tone="info">{say.unitsUnknown}</Alert>}
      {chosen !== null && regulation !== undefined && (
        <Details summary={say.brings(chosen.name)} open={unfolded}>
          <SpecialityBrings academies={[dossier.academy]} speciality={chosen} regulation={regulation} />
        </Details>
      )}
      {dossier.typedBy === undefined && chosen !== null && offersWaiver(dossier, chosen.cfd) && (
        <WaiverQuestion asked={asked.waiver} annexes={chosen.scaffolding?.annexes ?? []} />
      )}
      <ChoiceCards field={form} />
      <FormFields fields={others} />
    </StepPage>
  );
}

/** With the speciality that was found by its trade, and the form that can't be chosen any more. */
function filledView(view: StepView, dossier: Dossier, informations: Informations, found: string | undefined): StepView {
  const locked = lockedForm(dossier, informations);
  const typed = {
    ...view.state.typed,
    ...(found === undefined ? {} : { speciality: found }),
    ...(locked === null ? {} : { form: locked.form }),
  };
  return { ...view, state: { ...view.state, typed } };
}

function offeredSpecialities(dossier: Dossier, informations: Informations): readonly Speciality[] {
  const offered = new Set(specialityOptions(dossier, informations).map(({ value }) => value));
  return dossier.catalogue.specialities().filter(({ cfd }) => offered.has(cfd));
}

function Search({
  view,
  short,
  offered,
  typed,
}: {
  readonly view: StepView;
  readonly short: string;
  readonly offered: readonly Speciality[];
  readonly typed: string;
}): JSX.Element {
  const action = view.pen.addresses.step(view.enrolment.id, view.place.step);
  const search = { typed, found: searchSpecialities(offered, typed, short) };
  return (
    <Form action={action} method="get" prefix="recherche" state={{ typed: { metier: typed }, faults: [] }} inline>
      {view.changing && CHANGING}
      <FormField field={searchField} />
      <Button kind="secondary">{say.searchButton}</Button>
      {typed !== '' && <Found search={search} action={action} more={view.changing ? '&changer=1' : ''} />}
    </Form>
  );
}

/** Beside the annexes, for the specialities that ask for them. Once seen, the page isn't shown again for it. */
function WaiverQuestion({
  asked,
  annexes,
}: {
  readonly asked: FieldBlock;
  readonly annexes: readonly (keyof typeof say.annexes)[];
}): JSX.Element {
  return (
    <Fieldset legend={asked.legend}>
      <input type="hidden" name={WAIVER_SEEN} value="1" />
      <p>{say.waiverIntro(listing(annexes.map((annexe) => say.annexes[annexe])))}</p>
      <FormFields fields={asked.fields} />
    </Fieldset>
  );
}

function Found({
  search,
  action,
  more,
}: {
  readonly search: SpecialitySearch;
  readonly action: string;
  readonly more: string;
}): JSX.Element {
  const rows = search.found.slice(0, 8).map((speciality) => ({
    key: `trouvee-${speciality.cfd}`,
    title: speciality.name,
    actions: (
      <ButtonLink kind="secondary" href={`${action}?specialite=${speciality.cfd}${more}`} about={speciality.name}>
        {say.choose}
      </ButtonLink>
    ),
  }));
  return (
    <div role="status">
      <p>{rows.length === 0 ? say.foundNone(search.typed) : say.found(search.found.length, search.typed)}</p>
      {rows.length > 0 && <RowList rows={rows} level={2} />}
    </div>
  );
}

import type { JSX } from 'preact';
import { type Speciality, unitsAreKnown } from '../../catalogue/index.ts';
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
  freeText,
  listing,
  RowList,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Dossier } from '../dossier.ts';
import type { Informations } from '../steps/informations.ts';
import {
  disabledWorker,
  formField,
  formFinal,
  lockedForm,
  specialityField,
  WAIVER_SEEN,
} from '../steps/qualification.ts';
import { texts } from '../texts.ts';
import { SpecialityBrings } from './specialityBrings.tsx';
import { CHANGING, StepPage, type StepView } from './stepPage.tsx';

const say = texts.qualification;
const searchField = defineField({
  name: 'metier',
  label: say.search,
  hint: say.searchHint,
  control: 'text',
  width: 30,
  optional: true,
  check: freeText(80),
});

export type SpecialitySearch = { readonly typed: string; readonly found: readonly Speciality[] } | null;

/** Step 3: the speciality, found by trade or in the list, what it asks for, and the form of passage. */
export function QualificationPage(props: {
  readonly view: StepView;
  readonly dossier: Dossier;
  readonly informations: Informations;
  readonly search: SpecialitySearch;
  readonly chosen: Speciality | null;
  /** What the speciality asks for, shown at once: it was just chosen or asked about. */
  readonly unfolded: boolean;
}): JSX.Element {
  const { view, dossier, informations, search, chosen } = props;
  const action = addresses.step(view.enrolment.id, 'qualification');
  const locked = lockedForm(dossier, informations);
  const regulation = chosen === null ? undefined : dossier.catalogue.regulation(chosen.cfd, dossier.session.year);
  const before = (
    <Form
      action={action}
      method="get"
      prefix="recherche"
      state={{ typed: { metier: search?.typed ?? '' }, faults: [] }}
      inline
    >
      {view.changing && CHANGING}
      <FormField field={searchField} />
      <Button kind="secondary">{say.searchButton}</Button>
      {search !== null && <Found search={search} action={action} more={view.changing ? '&changer=1' : ''} />}
    </Form>
  );
  return (
    <StepPage step="qualification" view={view} before={before}>
      <Fieldset legend={say.speciality}>
        <FormField field={specialityField(dossier, informations.former !== null)} />
        <Button kind="secondary" name="voir" value="specialite">
          {say.see}
        </Button>
      </Fieldset>
      {chosen !== null && !unitsAreKnown(regulation) && <Alert tone="info">{say.unitsUnknown}</Alert>}
      {chosen !== null && regulation !== undefined && (
        <Details summary={say.brings(chosen.name)} open={props.unfolded}>
          <SpecialityBrings academy={dossier.academy} speciality={chosen} regulation={regulation} />
        </Details>
      )}
      {chosen !== null && <WaiverQuestion speciality={chosen} />}
      <ChoiceCards field={formField(locked)} />
      {dossier.registeredForm === null && <FormField field={formFinal} />}
    </StepPage>
  );
}

/** Beside the annexes, for the specialities that ask for them. Once seen, the page isn't shown again for it. */
function WaiverQuestion({ speciality }: { readonly speciality: Speciality }): JSX.Element | null {
  const annexes = speciality.scaffolding?.annexes ?? [];
  if (annexes.length === 0) return null;
  return (
    <Fieldset legend={say.waiverBlock}>
      <input type="hidden" name={WAIVER_SEEN} value="1" />
      <p>{say.waiverIntro(listing(annexes.map((annexe) => say.annexes[annexe])))}</p>
      <FormField field={disabledWorker} />
    </Fieldset>
  );
}

function Found({
  search,
  action,
  more,
}: {
  readonly search: NonNullable<SpecialitySearch>;
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

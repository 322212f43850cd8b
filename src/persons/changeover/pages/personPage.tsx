import type { JSX } from 'preact';
import { personName } from '../../../accounts/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import type { TypedEntry } from '../../../enrolment/index.ts';
import { deskAddresses, nameOfSession, type People, specialityName } from '../../../scope/index.ts';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Form,
  type FormState,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  SummaryList,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { WhoseAccount, WhoTheyAre } from '../../typing/pages/whoFields.tsx';
import { changeoverTexts } from '../changeoverTexts.ts';
import { isToEnrol, type PersonHere } from '../store/lines.ts';

const say = changeoverTexts.person;

export type PersonView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly person: PersonHere;
  /** Accounts that may be theirs already. */
  readonly accounts: readonly Option[];
  /** The last entry of what was begun from here; null: nothing was. */
  readonly entry: TypedEntry | null;
  readonly people: People;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

/** One candidate of the system in place: what the list says of them, and their enrolment opened from it. */
export function PersonPage(view: PersonView): JSX.Element {
  const { person, state } = view;
  const name = personName(person);
  return (
    <Page chrome={view.chrome} flash={view.flash} title={`${say.title}, ${name}`} faults={state.faults}>
      <BackLink href={personAddresses.changeover()}>{changeoverTexts.title}</BackLink>
      <PageTitle kicker={nameOfSession(view.catalogue, person.session)} lead={say.lead}>
        <TypedWords>{name}</TypedWords>
      </PageTitle>
      <SummaryList rows={rowsOf(view)} />
      {person.ownNumber !== null && person.enrolmentId !== null ? (
        <Alert tone="ok" title={say.registered(person.ownNumber)}>
          <ButtonLink href={deskAddresses.file(person.enrolmentId)}>{say.file}</ButtonLink>
        </Alert>
      ) : isToEnrol(person) ? (
        <Opening view={view} />
      ) : (
        <Begun view={view} />
      )}
    </Page>
  );
}

function rowsOf({ person, catalogue }: PersonView) {
  const { number, birthDate, speciality } = changeoverTexts.given;
  return [
    { label: number, value: person.number },
    { label: birthDate, value: changeoverTexts.born(person.birthDate) },
    { label: speciality, value: specialityName(catalogue, person.speciality) },
    ...(['enrolmentNumber', 'category', 'options'] as const).flatMap((name) => {
      const value = person[name];
      return value === null ? [] : [{ label: changeoverTexts.given[name], value }];
    }),
  ];
}

function Opening({ view }: { readonly view: PersonView }): JSX.Element {
  const { person, accounts, csrf, idempotencyKey, state } = view;
  return (
    <Form action={personAddresses.changeoverPerson(person.id)} {...{ csrf, idempotencyKey, state }} label={say.submit}>
      <WhoseAccount accounts={accounts} text={say.foundText} />
      <WhoTheyAre />
      <Button>{say.submit}</Button>
    </Form>
  );
}

function Begun({ view }: { readonly view: PersonView }): JSX.Element {
  const { person, entry, csrf, idempotencyKey } = view;
  return (
    <Alert tone="info" title={say.begun}>
      {entry !== null && <p>{say.begunBy(view.people('staff', entry.officerId), entry.openedAt)}</p>}
      <ActionForm action={personAddresses.resumePerson(person.id)} {...{ csrf, idempotencyKey }}>
        <Button>{say.resume}</Button>
      </ActionForm>
    </Alert>
  );
}

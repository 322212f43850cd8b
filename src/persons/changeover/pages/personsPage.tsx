import type { JSX } from 'preact';
import { personName } from '../../../accounts/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { deskAddresses, filesTexts, specialityName } from '../../../scope/index.ts';
import {
  BackLink,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Identifier,
  ListHead,
  numericDay,
  Page,
  type PageFrame,
  Pagination,
  SearchBox,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { MOST } from '../changeover.ts';
import { changeoverTexts as say } from '../changeoverTexts.ts';
import { type FoundPerson, isToEnrol } from '../store/lines.ts';

export type PersonsView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly typed: string;
  readonly found: readonly FoundPerson[];
  readonly total: number;
  readonly page: number;
  /** May they bring a list in? */
  readonly mayImport: boolean;
};

/** Candidates of the system in place: found by name, number or birth date, and what became of each here. */
export function PersonsPage(view: PersonsView): JSX.Element {
  const { found, total, typed, page } = view;
  const pages = Math.ceil(total / MOST.found);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <BackLink href={deskAddresses.files()}>{filesTexts.title}</BackLink>
      <ListHead title={say.title} count={say.count(total)}>
        <Form action={personAddresses.changeover()} method="get" label={say.title}>
          <SearchBox name="recherche" label={say.search} example={say.example} typed={typed} />
          <Button>{say.submit}</Button>
        </Form>
      </ListHead>
      <p>{say.lead}</p>
      {view.mayImport && (
        <p>
          <ButtonLink kind="secondary" href={personAddresses.changeoverLists()}>
            {say.import.link}
          </ButtonLink>
        </p>
      )}
      {found.length === 0 ? (
        <None filtered={typed !== ''} />
      ) : (
        <Table
          caption={say.title}
          columns={Object.values(say.columns)}
          rows={found.map((one) => ({ key: one.id, cells: cellsOf(one, view.catalogue) }))}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => personAddresses.changeover({ recherche: typed, page: other })}
      />
    </Page>
  );
}

function cellsOf(one: FoundPerson, catalogue: Catalogue): readonly (JSX.Element | string)[] {
  return [
    <Identifier key="number">{one.number}</Identifier>,
    <a key="name" href={personAddresses.changeoverPerson(one.id)}>
      <TypedWords>{personName(one)}</TypedWords>
    </a>,
    numericDay(one.birthDate),
    specialityName(catalogue, one.speciality),
    <Here key="state" one={one} />,
  ];
}

/** Where they are found here. */
function Here({ one }: { readonly one: FoundPerson }): JSX.Element {
  const { ownNumber, enrolmentId } = one;
  if (ownNumber === null || enrolmentId === null) return <>{isToEnrol(one) ? say.states.waiting : say.states.begun}</>;
  return (
    <a href={deskAddresses.file(enrolmentId)}>
      <Identifier>{ownNumber}</Identifier>
    </a>
  );
}

function None({ filtered }: { readonly filtered: boolean }): JSX.Element {
  if (!filtered) return <EmptyState title={say.none}>{say.noneText}</EmptyState>;
  return (
    <EmptyState
      title={say.noneFound}
      action={
        <ButtonLink kind="secondary" href={personAddresses.changeover()}>
          {say.all}
        </ButtonLink>
      }
    >
      {say.noneFoundText}
    </EmptyState>
  );
}

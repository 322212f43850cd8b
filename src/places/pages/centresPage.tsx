import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage, type ImportKind } from '../../exam/index.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  Actions,
  ButtonLink,
  Details,
  EmptyState,
  Form,
  FormFields,
  type FormState,
  Identifier,
  ListHead,
  type Option,
  Section,
  Table,
  wholeNumber,
} from '../../ui/index.ts';
import type { Centre, Room } from '../places.ts';
import { placesTexts } from '../placesTexts.ts';
import { EntryPage, type EntryView } from './entryPage.tsx';
import { LoanPart, type LoansView } from './loanPart.tsx';
import { otherCentresField } from './placeFields.ts';

const say = placesTexts.centres;

export type CentresView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  /** `isLent`: by another academy, whose it is to change. */
  readonly centres: readonly (Centre & { readonly rooms: readonly Room[]; readonly isLent: boolean })[];
  /** Those of the academy that the session doesn't use; none to whoever may only read. */
  readonly others: readonly Option[];
  /** Null: there is no other academy, or nothing to lend by whoever reads it. */
  readonly loans: LoansView | null;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

const seats = (rooms: readonly Room[]): number => rooms.reduce((sum, { capacity }) => sum + capacity, 0);

/** Where the exam is sat. */
export function CentresPage(view: CentresView): JSX.Element {
  const { centres, session } = view;
  const rooms = centres.reduce((sum, one) => sum + one.rooms.length, 0);
  return (
    <ExamPage {...view} tab="centres" title={say.title}>
      <ListHead
        title={say.title}
        count={say.count(centres.length, rooms)}
        action={
          view.isHead && (
            <ListActs add={{ href: addresses.newCentre({ session }), label: say.add }} what="rooms" session={session} />
          )
        }
      >
        <SessionChoice action={addresses.centres()} sessions={view.sessions} session={session} />
      </ListHead>
      {centres.length === 0 ? (
        <EmptyState title={say.empty}>{view.isHead ? say.emptyText : say.emptyForOthers}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={say.columns.map((label, index) => ({ label, figures: index > 2, narrow: index === 0 }))}
          rows={centres.map((centre) => ({
            key: centre.id,
            cells: [
              centre.isLent ? (
                <Identifier key="code">{centre.code}</Identifier>
              ) : (
                <a key="code" href={addresses.centre(centre.id, { session })}>
                  <Identifier>{centre.code}</Identifier>
                </a>
              ),
              say.named(centre),
              centre.city,
              wholeNumber(centre.rooms.length),
              wholeNumber(seats(centre.rooms)),
              wholeNumber(seats(centre.rooms.filter(({ accessible }) => accessible))),
            ],
          }))}
        />
      )}
      {view.others.length > 0 && (
        <Details summary={say.others(view.others.length)} open={centres.length === 0 || view.state.faults.length > 0}>
          <Form
            action={addresses.centresUsed({ session })}
            csrf={view.csrf}
            idempotencyKey={view.idempotencyKey}
            state={view.state}
            submit={say.use}
          >
            <FormFields fields={[otherCentresField(view.others)]} />
          </Form>
        </Details>
      )}
      {view.loans !== null && (
        <LoanPart
          {...view.loans}
          used={centres.filter(({ isLent }) => isLent)}
          session={session}
          csrf={view.csrf}
          idempotencyKey={view.idempotencyKey}
        />
      )}
    </ExamPage>
  );
}

/** What the head of office may do with a list. */
export function ListActs({
  add,
  what,
  session,
}: {
  readonly add: { readonly href: string; readonly label: string };
  readonly what: ImportKind;
  readonly session: string;
}): JSX.Element {
  return (
    <Actions>
      <ButtonLink href={add.href}>{add.label}</ButtonLink>
      <ButtonLink kind="secondary" href={addresses.import(what, { session })}>
        {placesTexts.import.link}
      </ButtonLink>
    </Actions>
  );
}

/** One centre with its rooms. */
export function CentrePage({
  view,
  rooms,
}: {
  readonly view: EntryView;
  readonly rooms: readonly Room[] | null;
}): JSX.Element {
  if (rooms === null) return <EntryPage view={view} />;
  return (
    <EntryPage view={view}>
      <Section title={say.rooms} id="salles">
        {rooms.length === 0 ? (
          <EmptyState title={say.noRoom}>{say.noRoomText}</EmptyState>
        ) : (
          <Table
            caption={say.rooms}
            columns={say.roomColumns.map((label, index) => ({ label, figures: index === 1 }))}
            rows={rooms.map((room) => ({
              key: room.id,
              cells: [
                view.readOnly ? (
                  room.name
                ) : (
                  <a key="name" href={addresses.room(room.id, { session: view.session })}>
                    {room.name}
                  </a>
                ),
                say.seats(room.capacity, room.stations),
                room.accessible ? placesTexts.room.yes : placesTexts.room.no,
                [...room.kinds, ...(room.closed ? [placesTexts.room.isClosed] : [])].join(', '),
              ],
            }))}
          />
        )}
        {!view.readOnly && (
          <Actions>
            <ButtonLink
              kind="secondary"
              href={addresses.newRoom(view.action.split('?')[0]?.split('/').at(-1) ?? '', { session: view.session })}
            >
              {say.addRoom}
            </ButtonLink>
          </Actions>
        )}
      </Section>
    </EntryPage>
  );
}

import type { JSX } from 'preact';
import { personName } from '../../accounts/index.ts';
import { type ExamFrame, ExamPage } from '../../exam/index.ts';
import { ListActs } from '../../places/index.ts';
import {
  ActionForm,
  BackLink,
  Button,
  EmptyState,
  FoldedForm,
  Form,
  FormFields,
  type FormState,
  ListHead,
  PageTitle,
  Pagination,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { boardTexts as words } from '../boardTexts.ts';
import type { Told, ToldMember } from '../convening.ts';
import { conveningTexts, whenOf } from '../conveningTexts.ts';
import { type Examiner, MOST, TASKS } from '../examiners.ts';
import { placeOf } from '../naming.ts';
import type { StatedLink } from '../store/links.ts';
import { texts } from '../texts.ts';
import { endedLinkFields, saidLinkFields } from './answerFields.ts';
import { personFields } from './fields.ts';

export type PeopleView = ExamFrame & {
  readonly session: string;
  readonly sought: string;
  readonly all: number;
  readonly people: readonly Examiner[];
  readonly found: number;
  readonly page: number;
  readonly nameOf: (cfd: string) => string;
};

/** Who may be asked to examine, to invigilate or to sit in a jury. */
export function PeoplePage(view: PeopleView): JSX.Element {
  const { session, sought, all, people, found, page, nameOf } = view;
  const say = texts.people;
  return (
    <ExamPage {...view} tab="examiners" title={say.title}>
      <BackLink href={addresses.boards({ session })}>{say.back}</BackLink>
      <ListHead
        title={say.title}
        count={say.count(found)}
        action={
          <ListActs add={{ href: addresses.newPerson({ session }), label: say.add }} what="people" session={session} />
        }
      >
        <Form action={addresses.people()} method="get" label={say.search} inline>
          <input type="hidden" name="session" value={session} />
          <div class="field">
            <label for="recherche">{say.search}</label>
            <input id="recherche" name="recherche" type="search" value={sought} size={14} maxlength={80} />
          </div>
          <Button kind="secondary">{say.find}</Button>
        </Form>
      </ListHead>
      {people.length === 0 ? (
        <EmptyState title={all === 0 ? say.empty : say.none}>{all === 0 ? say.emptyText : say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={say.columns}
          rows={people.map((one) => ({
            key: one.id,
            cells: [
              <>
                <a href={addresses.person(one.id, { session })}>
                  <TypedWords>{`${one.lastName} ${one.firstName}`}</TypedWords>
                </a>
                {one.retired && <small class="muted"> {say.retired}</small>}
              </>,
              <TypedWords key="e">
                {[[words.sides[one.side], one.title].filter((part) => part !== '').join(', '), one.employer].join('\n')}
              </TypedWords>,
              TASKS.filter((task) => one.tasks.includes(task))
                .map((task) => texts.person.taskWords[task])
                .join(', '),
              one.specialities.map(nameOf).join(', '),
            ],
          }))}
        />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(found / MOST.page)}
        href={(to) => addresses.people({ session, recherche: sought, page: to })}
      />
    </ExamPage>
  );
}

export type PersonView = ExamFrame & {
  readonly session: string;
  readonly person: Examiner | null;
  readonly places: readonly StandingPlace[];
  readonly links: readonly StatedLink[];
  /** The form of a link that came back refused: `lien`, or `retrait-…` of one; null: that of the person, or none. */
  readonly form: string | null;
  /** The person as they are kept. */
  readonly typed: FormState;
  readonly state: FormState;
};

/** A place on a board, or in a jury, that stands. */
export type StandingPlace = ToldMember & { readonly stands: Told };

/** One person of the academy. */
export function PersonPage(view: PersonView): JSX.Element {
  const { session, person, places, state, csrf } = view;
  const { form, ...around } = view;
  const say = texts.person;
  const title = person === null ? say.newTitle : `${person.firstName} ${person.lastName}`;
  return (
    <ExamPage {...around} {...(form === null ? {} : { form })} tab="examiners" title={title} state={state}>
      <BackLink href={addresses.people({ session })}>{say.back}</BackLink>
      <PageTitle>{title}</PageTitle>
      <Form
        action={person === null ? addresses.newPerson({ session }) : addresses.person(person.id, { session })}
        csrf={csrf}
        state={form === null ? state : view.typed}
        submit={say.save}
        {...(person === null ? {} : { version: person.rowVersion })}
      >
        <FormFields fields={personFields} />
      </Form>
      {person !== null && <Access person={person} session={session} csrf={csrf} />}
      {person !== null && (
        <Section title={say.boards} id="convocations">
          {places.length === 0 ? <p>{say.noBoard}</p> : <Places places={places} />}
        </Section>
      )}
      {person !== null && <Links {...view} person={person} />}
    </ExamPage>
  );
}

function Access({
  person,
  session,
  csrf,
}: {
  readonly person: Examiner;
  readonly session: string;
  readonly csrf: string;
}): JSX.Element {
  const say = conveningTexts.access;
  const none = person.mail === null ? say.noMail : say.none;
  return (
    <Section title={say.title} id="acces">
      <p>{person.accountId === null ? none : say.there}</p>
      {person.accountId === null && person.mail !== null && (
        <ActionForm action={addresses.personAccess(person.id, { session })} csrf={csrf}>
          <Button kind="secondary">{say.open}</Button>
        </ActionForm>
      )}
      <p>
        <a href={addresses.personPaper(person.id, { session })} download>
          {say.paper}
        </a>
      </p>
    </Section>
  );
}

/** Where somebody is asked to come; a jury is opened among the juries. */
function Places({ places }: { readonly places: readonly StandingPlace[] }): JSX.Element {
  return (
    <ul>
      {places.map(({ memberId, boardId, session, state, stands }) => (
        <li key={memberId}>
          {stands.held === 'jury' ? (
            `${whenOf(stands)}, ${words.held.jury}, ${stands.name}`
          ) : (
            <a href={addresses.board(boardId, { session })}>{whenOf(stands)}</a>
          )}
          {`, ${placeOf(stands)}\u00a0: ${words.states[state]}`}
        </li>
      ))}
    </ul>
  );
}

/** With whom they have one, who said it; the office says another, or takes one back. */
function Links({ person, links, session, csrf, form, state }: PersonView & { readonly person: Examiner }): JSX.Element {
  const say = texts.links;
  const about = { session };
  return (
    <Section title={say.title} id="liens">
      {links.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table
          caption={say.title}
          columns={[say.columns.who, say.columns.kind, say.columns.said]}
          rows={links.map(({ enrolmentId, number, kind, words: more, saidBy, saidAt, ...names }) => ({
            key: enrolmentId,
            cells: [
              <TypedWords key="w">{`${personName(names)}\n${number ?? ''}`}</TypedWords>,
              <TypedWords key="k">{[words.links[kind], more].filter((part) => part !== '').join('\n')}</TypedWords>,
              say.said(saidBy === person.accountId ? say.own : say.office, saidAt),
            ],
          }))}
        />
      )}
      {links.map(({ enrolmentId, kind: _, ...names }) => (
        <FoldedForm
          key={enrolmentId}
          name={`retrait-${enrolmentId}`}
          title={say.takeBack(personName(names))}
          action={addresses.personLinkEnd(person.id, about)}
          csrf={csrf}
          hidden={{ candidat: enrolmentId }}
          fields={endedLinkFields}
          refused={form === `retrait-${enrolmentId}` ? state : null}
          submit={say.submit}
        />
      ))}
      <FoldedForm
        name="lien"
        title={say.add}
        action={addresses.personLink(person.id, about)}
        csrf={csrf}
        fields={saidLinkFields}
        refused={form === 'lien' ? state : null}
        submit={say.submit}
      >
        <p class="muted">{say.text}</p>
      </FoldedForm>
    </Section>
  );
}

import type { JSX } from 'preact';
import { capital } from '../../platform/french/french.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Card,
  clockTime,
  EmptyState,
  FoldedForm,
  Form,
  FormFields,
  type FormState,
  Identifier,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  phoneAddress,
  phoneInWords,
  plural,
  Section,
  SummaryList,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { boardTexts } from '../boardTexts.ts';
import type { Told, ToldMember } from '../convening.ts';
import { conveningTexts, whenOf } from '../conveningTexts.ts';
import { taskOf } from '../examiners.ts';
import { type OfficeToCall, placeOf } from '../naming.ts';
import { isApart, isExpected } from '../rules/ownPlaces.ts';
import { ownTexts } from '../texts.ts';
import { awayFields, decliningFields, linkFields } from './answerFields.ts';

const say = conveningTexts.own;

/** Where somebody is or was asked to come, as they were told. */
type OwnPlace = ToldMember & { readonly told: Told; readonly title: string };

export type OwnView = PageFrame & {
  /** Whether the office made a person of the academy of this account. */
  readonly known: boolean;
  readonly boards: readonly OwnPlace[];
  readonly office: OfficeToCall;
  readonly now: Temporal.Instant;
};

/** Where somebody is asked to come: what comes next on top. */
export function OwnPage({ known, boards, office, now, ...frame }: OwnView): JSX.Element {
  const isAhead = ({ told }: OwnPlace): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(told.endsAt), now) > 0;
  const ahead = boards.filter(isAhead);
  const next = ahead.find(isExpected);
  const others = ahead.filter((one) => one !== next);
  const past = boards.filter((one) => !isAhead(one));
  const toAnswer = ahead.filter((one) => one.state === 'convened' && !hasBegun(one, now)).length;
  return (
    <Page {...frame} title={ownTexts.title}>
      <PageTitle lead={toAnswer === 0 ? ownTexts.lead : `${say.toAnswer(toAnswer)}.`}>{ownTexts.title}</PageTitle>
      {!known ? (
        <EmptyState title={ownTexts.unknown}>{ownTexts.unknownText}</EmptyState>
      ) : (
        <>
          {next === undefined ? (
            <EmptyState title={say.nothingNext}>{say.nothingNextText}</EmptyState>
          ) : (
            <Card title={say.next} level={2}>
              <p>
                <strong>
                  <a href={addresses.ownBoard(next.boardId)}>{whenOf(next.told)}</a>
                </strong>
              </p>
              <p>
                <TypedWords>{placeOf(next.told)}</TypedWords>
              </p>
              <p>
                {next.title}. {boardTexts.held[next.told.held]}.
              </p>
              <p>
                <strong>{capital(answerOf(next, now))}</strong>
              </p>
            </Card>
          )}
          {ahead.some(isExpected) && (
            <Actions>
              <ButtonLink kind="secondary" href={addresses.ownPaper()} download>
                {say.paper}
              </ButtonLink>
              <ButtonLink kind="secondary" href={addresses.ownCalendar()} download>
                {say.calendar}
              </ButtonLink>
            </Actions>
          )}
          <Places title={say.others} places={others} now={now} />
          <Places title={say.past} places={past.toReversed()} now={now} />
          <Call office={office} />
          <p>
            <a href={addresses.ownAway()}>{say.away}</a>
          </p>
        </>
      )}
    </Page>
  );
}

function hasBegun({ told }: Pick<OwnPlace, 'told'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(told.startsAt), now) <= 0;
}

/** What they answer; of what has begun, what they had answered: nobody is asked any more. */
function answerOf(one: Pick<OwnPlace, 'state' | 'told'>, now: Temporal.Instant): string {
  return (hasBegun(one, now) ? say.begun : say.states)[one.state];
}

/** A touch calls, or writes. */
function Call({ office: { name, phone, mail } }: { readonly office: OfficeToCall }): JSX.Element {
  return (
    <Section title={say.call} id="appeler">
      <p>{name}</p>
      {phone !== null && (
        <p>
          <a href={phoneAddress(phone)}>{phoneInWords(phone)}</a>
        </p>
      )}
      {mail !== null && (
        <p>
          <a href={`mailto:${mail}`}>
            <TypedWords>{mail}</TypedWords>
          </a>
        </p>
      )}
    </Section>
  );
}

function Places({
  title,
  places,
  now,
}: {
  readonly title: string;
  readonly places: readonly OwnPlace[];
  readonly now: Temporal.Instant;
}): JSX.Element | null {
  if (places.length === 0) return null;
  return (
    <Section title={`${title} (${plural(places.length, 'épreuve', 'épreuves')})`}>
      <ul>
        {places.map((one) => (
          <li key={one.memberId}>
            <a href={addresses.ownBoard(one.boardId)}>{whenOf(one.told)}</a>
            {`, ${[one.told.centre, one.title].filter((part) => part !== '').join(', ')}\u00a0: ${answerOf(one, now)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export type OwnBoardView = PageFrame & {
  readonly member: ToldMember & { readonly told: Told };
  readonly title: string;
  readonly code: string | null;
  /** The plan says otherwise than what they were told. */
  readonly moved: boolean;
  readonly begun: boolean;
  readonly namesShown: boolean;
  readonly candidates: readonly {
    readonly key: string;
    readonly hour: Temporal.Instant;
    readonly name: string;
    readonly unit: string;
  }[];
  readonly options: readonly Option[];
  readonly office: OfficeToCall;
  /** The form that came back refused, and with what. */
  readonly form: string | null;
  readonly state: FormState;
};

/** One board as its people read it: when, where, whom, and what they answer. */
export function OwnBoardPage(view: OwnBoardView): JSX.Element {
  const { member, title, code, moved, begun, office, form, state } = view;
  const { told } = member;
  const expected = isExpected(member);
  const answer = told.cancelled === true ? 'released' : member.state;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      title={title}
      faults={state.faults}
      {...(form === null || form === '' ? {} : { form })}
    >
      <BackLink href={addresses.own()}>{say.back}</BackLink>
      <PageTitle kicker={boardTexts.held[told.held]} lead={`${whenOf(told)}.`}>
        {title}
      </PageTitle>
      {expected && moved && <Alert tone="warn">{say.moved}</Alert>}
      <SummaryList
        rows={[
          { label: say.where, value: <TypedWords>{placeOf(told)}</TypedWords> },
          ...(code === null || !expected || told.held === 'jury'
            ? []
            : [
                {
                  label: say.code,
                  value: (
                    <>
                      <Identifier>{code}</Identifier> <small class="muted">{say.codeText}</small>
                    </>
                  ),
                },
              ]),
          { label: boardTexts.answer, value: (begun ? say.begun : say.states)[answer] },
        ]}
      />
      {expected && <Answers {...view} />}
      {told.held !== 'jury' && (
        <Section title={say.candidates} id="candidats">
          <Candidates {...view} />
          {expected && (view.namesShown || isApart(told)) && told.held !== 'written' && (
            <Actions>
              <ButtonLink href={addresses.sheets()}>{say.sheets}</ButtonLink>
            </Actions>
          )}
        </Section>
      )}
      <Call office={office} />
    </Page>
  );
}

/** Nothing once it began: then one calls. */
function Answers({ member, begun, moved, namesShown, options, csrf, form, state }: OwnBoardView): JSX.Element | null {
  if (begun || moved) return null;
  const hidden = { csrf, version: member.rowVersion };
  return (
    <>
      {member.state === 'convened' && (
        <ActionForm action={addresses.ownAct(member.boardId, 'venir')} {...hidden}>
          <Button>{say.come}</Button>
        </ActionForm>
      )}
      <FoldedForm
        name="refus"
        title={say.decline}
        action={addresses.ownAct(member.boardId, 'refuser')}
        {...hidden}
        fields={decliningFields}
        refused={form === 'refus' ? state : null}
      >
        <p class="muted">{say.declineText}</p>
      </FoldedForm>
      {namesShown && options.length > 0 && (
        <FoldedForm
          name="lien"
          title={say.link}
          action={addresses.ownAct(member.boardId, 'lien')}
          {...hidden}
          fields={linkFields(options)}
          refused={form === 'lien' ? state : null}
          submit={say.linkSubmit}
        >
          <p class="muted">{say.linkText}</p>
        </FoldedForm>
      )}
    </>
  );
}

function Candidates({ member, namesShown, begun, candidates }: OwnBoardView): JSX.Element {
  if (isApart(member.told)) return <p>{say.candidatesApart}</p>;
  if (taskOf(member.told) !== 'board') return <p class="muted">{say.hall}</p>;
  if (!namesShown)
    return <p class="muted">{begun || !isExpected(member) ? say.candidatesGone : say.candidatesLater}</p>;
  return (
    <Table
      caption={say.candidates}
      compact
      columns={[{ label: say.columns.hour, narrow: true }, say.columns.name, say.columns.unit]}
      rows={candidates.map(({ key, hour, name, unit }) => ({
        key,
        cells: [clockTime(hour), <TypedWords key="n">{name}</TypedWords>, unit],
      }))}
    />
  );
}

export type OwnAwayView = PageFrame & { readonly state: FormState };

/** The days on which somebody can't come, by themselves. */
export function OwnAwayPage({ state, ...frame }: OwnAwayView): JSX.Element {
  return (
    <Page chrome={frame.chrome} flash={frame.flash} title={say.awayTitle} faults={state.faults}>
      <BackLink href={addresses.own()}>{say.back}</BackLink>
      <PageTitle lead={say.awayLead}>{say.awayTitle}</PageTitle>
      <Form action={addresses.ownAway()} csrf={frame.csrf} state={state} submit={say.awaySave}>
        <FormFields fields={awayFields} />
      </Form>
    </Page>
  );
}

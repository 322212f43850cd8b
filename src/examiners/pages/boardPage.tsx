import type { JSX } from 'preact';
import { type ExamFrame, ExamPage } from '../../exam/index.ts';
import { parisDay } from '../../platform/time.ts';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  clockTime,
  Details,
  dayInWords,
  EmptyState,
  FoldedForm,
  type FormState,
  type Option,
  PageTitle,
  phoneAddress,
  phoneInWords,
  Section,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { boardTexts as words } from '../boardTexts.ts';
import { conveningTexts } from '../conveningTexts.ts';
import type { Examiner } from '../examiners.ts';
import type { StandingBoard } from '../rules/standing.ts';
import { isWhole, type Lack, lackSeen, type Unsuited } from '../rules/suits.ts';
import { texts } from '../texts.ts';
import { answeredFields } from './answerFields.ts';
import { joiningFields, leavingFields } from './fields.ts';
import { PresencePart } from './presencePart.tsx';

const say = texts.board;
const convening = conveningTexts.board;
type Seated = StandingBoard['members'][number];

export type Callable = { readonly person: Examiner; readonly km: number | null };

export type BoardView = ExamFrame & {
  readonly session: string;
  readonly board: StandingBoard;
  readonly title: string;
  /** What is missing until it ends, of who came too. */
  readonly lack: Lack;
  readonly doubtsOf: (member: Seated) => readonly Unsuited[];
  /** With which of its candidates somebody has a link, by name. */
  readonly linkedTo: (member: Pick<Seated, 'examinerId'>) => readonly string[];
  /** Who could come, with how far and what speaks against them. */
  readonly offered: readonly Option[];
  /**
   * Who suits and is free, the nearest first, where it begins within a day or lasts, and somebody is missing: of a side that is, then others; null:
   * elsewhere.
   */
  readonly atOnce: { readonly lacking: readonly Callable[]; readonly others: readonly Callable[] } | null;
  readonly candidates: readonly {
    readonly key: string;
    readonly hour: Temporal.Instant;
    readonly name: string;
    readonly unit: string;
  }[];
  /** The form that came back refused, and with what. */
  readonly form: string | null;
  readonly state: FormState;
};

/** One board: who is on it, who left it and why, who could come, whom it examines. */
export function BoardPage(view: BoardView): JSX.Element {
  const { session, board, title, offered, candidates, csrf, form, state } = view;
  const isShort = !isWhole(view.lack);
  const { form: _, ...around } = view;
  return (
    <ExamPage {...around} {...(form === null ? {} : { form })} tab="examiners" sheets={['transcript']}>
      <BackLink href={addresses.boards({ session })}>{say.back}</BackLink>
      <PageTitle
        kicker={`${words.held[board.held]}, ${words.candidates(board.candidates)}`}
        lead={`${dayInWords(parisDay(board.startsAt))}, ${words.hours(board)}. ${board.centre}, ${board.room}, ${board.city}.`}
      >
        {title}
      </PageTitle>
      {isShort && (
        <Alert tone="warn" title={`${words.lack(view.lack).replace(/^i/, 'I')}.`}>
          <p>
            {words.quota(board.quota)}. {say.short}
          </p>
        </Alert>
      )}
      {view.atOnce !== null && <AtOnce {...view} people={view.atOnce} />}
      <Section title={say.members} id="membres">
        {board.members.length === 0 ? <p>{say.none}</p> : <Members {...view} />}
        {board.members.map((one) => (
          <FoldedForm
            key={one.id}
            name={`membre-${one.id}`}
            title={say.change(nameOf(one))}
            action={addresses.boardAct(board.id, 'retirer', { session })}
            csrf={csrf}
            hidden={{ membre: one.id }}
            version={one.rowVersion}
            fields={leavingFields(offered)}
            refused={form === `membre-${one.id}` ? state : null}
            submit={say.submitChange}
          />
        ))}
        {board.members
          .filter(({ state: own }) => own !== 'proposed')
          .map((one) => (
            <FoldedForm
              key={one.id}
              name={`reponse-${one.id}`}
              title={convening.answer(nameOf(one))}
              action={addresses.boardAct(board.id, 'reponse', { session })}
              csrf={csrf}
              hidden={{ membre: one.id }}
              version={one.rowVersion}
              fields={answeredFields}
              refused={form === `reponse-${one.id}` ? state : null}
              submit={convening.submit}
            >
              <p class="muted">
                {convening.linkTold}{' '}
                <a href={`${addresses.person(one.person.id, { session })}#liens`}>{convening.sayLink}</a>
              </p>
            </FoldedForm>
          ))}
        {offered.length === 0 ? (
          <p class="muted">{say.nobodyLeft}</p>
        ) : (
          <FoldedForm
            name="ajout"
            title={say.add}
            action={addresses.boardAct(board.id, 'ajouter', { session })}
            csrf={csrf}
            fields={joiningFields(offered)}
            refused={form === 'ajout' ? state : null}
            open={isShort}
            submit={say.submit}
          >
            {!isShort && board.members.length >= board.quota.members && <p class="muted">{say.beyond}</p>}
          </FoldedForm>
        )}
      </Section>
      {board.hasBegun && board.members.length > 0 && (
        <Section title={texts.presence.title} id="presences">
          <p class="muted">{texts.presence.text}</p>
          <PresencePart
            board={board}
            action={addresses.boardAct(board.id, 'presences', { session })}
            csrf={csrf}
            state={form === `presence-${board.id}` ? state : null}
          />
        </Section>
      )}
      {board.gone.length > 0 && (
        <Section title={say.gone} id="partis">
          <Table
            caption={say.gone}
            columns={[say.goneColumns.name, say.goneColumns.state, say.goneColumns.words]}
            rows={board.gone.map((one) => ({
              key: one.id,
              cells: [
                <a key="n" href={addresses.person(one.person.id, { session })}>
                  <TypedWords>{nameOf(one)}</TypedWords>
                </a>,
                words.states[one.state],
                <TypedWords key="w">{words.named(one.words, view.linkedTo(one))}</TypedWords>,
              ],
            }))}
          />
        </Section>
      )}
      <Section title={say.candidates} id="candidats">
        {candidates.length === 0 ? (
          <EmptyState title={words.candidates(0)}>{''}</EmptyState>
        ) : (
          <Table
            caption={say.candidates}
            compact
            columns={[
              { label: say.candidateColumns.hour, narrow: true },
              say.candidateColumns.name,
              say.candidateColumns.unit,
            ]}
            rows={candidates.map(({ key, hour, name, unit }) => ({
              key,
              cells: [clockTime(hour), <TypedWords key="n">{name}</TypedWords>, unit],
            }))}
          />
        )}
      </Section>
    </ExamPage>
  );
}

/** Whom to telephone, and the one act that brings them. */
function AtOnce(view: BoardView & { readonly people: NonNullable<BoardView['atOnce']> }): JSX.Element {
  const { lacking, others } = view.people;
  return (
    <Section title={convening.now} id="maintenant">
      {lacking.length + others.length > 0 ? (
        <p>{convening.nowText}</p>
      ) : (
        <p>
          {convening.nowNone} {view.offered.length > 0 && convening.nowBelow}
        </p>
      )}
      {lacking.length > 0 && <Callables {...view} some={lacking} caption={convening.now} />}
      {others.length > 0 && (
        <Details summary={convening.nowOthers(others.length)} open={lacking.length === 0}>
          <Callables {...view} some={others} caption={convening.nowOthers(others.length)} />
        </Details>
      )}
    </Section>
  );
}

function Callables({
  some,
  caption,
  board,
  lack,
  session,
  csrf,
}: BoardView & { readonly some: readonly Callable[]; readonly caption: string }): JSX.Element {
  return (
    <Table
      caption={caption}
      columns={convening.nowColumns}
      rows={some.map(({ person, km }) => ({
        key: person.id,
        cells: [
          <TypedWords key="n">{nameOf({ person })}</TypedWords>,
          person.phone === null ? (
            convening.noPhone
          ) : (
            <a key="p" href={phoneAddress(person.phone)}>
              {phoneInWords(person.phone)}
            </a>
          ),
          words.km(km),
          words.sides[person.side],
          <ActionForm
            key="a"
            action={addresses.boardAct(board.id, 'faire-venir', { session })}
            csrf={csrf}
            hidden={{ personne: person.id, vu: lackSeen(lack) }}
          >
            <Button kind="row" about={nameOf({ person })}>
              {convening.bring}
            </Button>
          </ActionForm>,
        ],
      }))}
    />
  );
}

function Members({ board, doubtsOf, linkedTo }: BoardView): JSX.Element {
  const doubts = board.members.map(doubtsOf);
  const anyDoubt = doubts.some((some) => some.length > 0);
  return (
    <Table
      caption={say.members}
      columns={[say.columns.name, say.columns.side, say.columns.state, ...(anyDoubt ? [say.columns.doubts] : [])]}
      rows={board.members.map((one, index) => ({
        key: one.id,
        cells: [
          <>
            <a href={addresses.person(one.person.id)}>
              <TypedWords>{nameOf(one)}</TypedWords>
            </a>
            {one.person.phone !== null && <small class="muted"> {phoneInWords(one.person.phone)}</small>}
          </>,
          [words.sides[one.person.side], one.person.title].filter((part) => part !== '').join(', '),
          one.came === false ? words.absent : words.states[one.state],
          words.doubtsOf(doubts[index] ?? [], linkedTo(one)),
        ],
      }))}
    />
  );
}

function nameOf({ person }: Pick<Seated, 'person'>): string {
  return `${person.firstName} ${person.lastName}`;
}

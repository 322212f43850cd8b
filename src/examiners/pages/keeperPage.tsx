import type { JSX } from 'preact';
import { EmptyState, type FormState, Page, type PageFrame, PageTitle, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { boardTexts as words } from '../boardTexts.ts';
import type { StandingBoard } from '../rules/standing.ts';
import { texts } from '../texts.ts';
import { PresencePart, Reached } from './presencePart.tsx';

const say = texts.keeper;

export type KeeperView = PageFrame & {
  readonly boards: readonly { readonly board: StandingBoard; readonly title: string }[];
  readonly form: string | null;
  readonly state: FormState;
};

/** Who examines and invigilates at a centre today, how to reach them, and who came. */
export function KeeperPage({ boards, form, state, ...frame }: KeeperView): JSX.Element {
  return (
    <Page
      {...frame}
      title={say.title}
      sheets={['transcript']}
      faults={state.faults}
      {...(form === null ? {} : { form: `presence-${form}` })}
    >
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {boards.length === 0 && <EmptyState title={say.none}>{say.noneText}</EmptyState>}
      {boards.map(({ board, title }) => (
        <Section key={board.id} title={`${board.room}, ${words.hours(board)}`} id={`c-${board.id}`}>
          <p>{title}</p>
          {board.members.length === 0 ? (
            <p>{texts.board.none}</p>
          ) : !board.hasBegun ? (
            <ul>
              {board.members.map(({ id, person }) => (
                <li key={id}>
                  <Reached person={person} />
                </li>
              ))}
            </ul>
          ) : (
            <PresencePart
              board={board}
              action={addresses.keptBoard(board.id)}
              csrf={frame.csrf}
              state={form === board.id ? state : null}
            />
          )}
        </Section>
      ))}
    </Page>
  );
}

import type { JSX } from 'preact';
import { type ExamFrame, ExamPage } from '../../exam/index.ts';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  EmptyState,
  type FormState,
  PageTitle,
  Section,
  shortInstant,
  Table,
  Tag,
  TypedWords,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { conveningTexts } from '../conveningTexts.ts';
import type { Examiner } from '../examiners.ts';
import type { ToTell } from '../rules/toTell.ts';
import { LettersPart, type LettersView } from './lettersPart.tsx';

const say = conveningTexts.convene;

export type ConveneView = ExamFrame & {
  readonly session: string;
  readonly rows: readonly {
    readonly person: Examiner;
    readonly count: Readonly<Record<ToTell, number>>;
    readonly first: Temporal.Instant | null;
    /** Too late for an employer. */
    readonly late: boolean;
  }[];
  readonly days: number | null;
  /** So many days before, an employer is asked; null: no text says. */
  readonly leaveDays: number | null;
  readonly seen: string;
  readonly idempotencyKey: string;
  readonly letters: Pick<LettersView, 'due' | 'settled'>;
  readonly noAccess: readonly Examiner[];
  readonly state: FormState;
};

/** Who is told what, before it leaves; what is left to post after. */
export function ConvenePage(view: ConveneView): JSX.Element {
  const { session, rows, days, seen, letters, noAccess, csrf, state } = view;
  const late = rows.filter((row) => row.late).length;
  const mail = rows.filter(({ person }) => person.mail !== null).length;
  return (
    <ExamPage {...view} tab="examiners" title={say.title} state={state}>
      <BackLink href={addresses.boards({ session })}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={letters.due.length === 0 ? say.none : say.noneButLetters}>{say.noneText}</EmptyState>
      ) : (
        <>
          {late > 0 && days !== null && (
            <Alert tone="warn" title={`${say.late(late, days)}.`}>
              {say.lateText(view.leaveDays)}
            </Alert>
          )}
          <ActionForm
            action={addresses.convene({ session })}
            csrf={csrf}
            idempotencyKey={view.idempotencyKey}
            hidden={{ vu: seen }}
          >
            <p>{say.counts({ people: rows.length, mail, letter: rows.length - mail })}.</p>
            <Button>{say.submit(rows.length)}</Button>
          </ActionForm>
          <Table
            caption={say.title}
            columns={say.columns}
            rows={rows.slice(0, say.mostShown).map(({ person, count, first, late: isLate }) => ({
              key: person.id,
              cells: [
                <a key="n" href={addresses.person(person.id, { session })}>
                  <TypedWords>{`${person.lastName} ${person.firstName}`}</TypedWords>
                </a>,
                person.mail === null ? say.way.letter : say.way.mail,
                say.what(count),
                first === null ? '' : shortInstant(first),
                isLate ? <Tag key="l">{say.isLate}</Tag> : '',
              ],
            }))}
          />
          {rows.length > say.mostShown && <p>{say.more(rows.length - say.mostShown)}</p>}
        </>
      )}
      {letters.due.length + letters.settled.length > 0 && (
        <LettersPart {...letters} session={session} csrf={csrf} idempotencyKey={view.idempotencyKey} state={state} />
      )}
      {noAccess.length > 0 && (
        <Section title={say.noAccess} id="sans-acces">
          <p>{say.noAccessText}</p>
          <ul>
            {noAccess.map((person) => (
              <li key={person.id}>
                <a href={addresses.person(person.id, { session })}>
                  <TypedWords>{`${person.lastName} ${person.firstName}`}</TypedWords>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </ExamPage>
  );
}

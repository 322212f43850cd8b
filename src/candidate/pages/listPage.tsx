import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import { type Enrolment, enrolmentAddresses } from '../../enrolment/index.ts';
import { codesOf, type Remaining, todoInWords } from '../../pieces/index.ts';
import {
  ButtonLink,
  type Chrome,
  EmptyState,
  type Flash,
  Page,
  PageTitle,
  RowList,
  shortInstant,
  Tag,
} from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.list;

export type Listed = {
  readonly enrolment: Enrolment;
  readonly speciality: string | null;
  readonly session: string;
  /** Null of a session that the rules no longer know. */
  readonly remaining: Remaining | null;
};

/** *Mes inscriptions*: every enrolment of the account, the living ones first, each with whose turn it is. */
export function ListPage({
  chrome,
  catalogue,
  enrolments,
  flash,
}: {
  readonly chrome: Chrome;
  readonly catalogue: Catalogue;
  readonly enrolments: readonly Listed[];
  readonly flash: Flash | null;
}): JSX.Element {
  const begin = <ButtonLink href="/candidatures/nouvelle">{say.begin}</ButtonLink>;
  return (
    <Page chrome={chrome} title={say.title} flash={flash}>
      <PageTitle>{say.title}</PageTitle>
      {enrolments.length === 0 ? (
        <EmptyState title={say.none} action={begin}>
          {say.noneText}
        </EmptyState>
      ) : (
        <>
          <RowList
            level={2}
            rows={enrolments.map((listed) => {
              const { enrolment, speciality, session, remaining } = listed;
              const next = remaining?.next ?? null;
              return {
                key: `inscription-${enrolment.id}`,
                title: speciality === null ? session : `${speciality}, ${session}`,
                href: enrolmentAddresses.hub(enrolment.id),
                ...(enrolment.number === null ? {} : { code: enrolment.number }),
                lines: [
                  ...(isUnderReserve(enrolment) ? [say.underReserve] : []),
                  ...(next === null ? [] : [todoInWords(catalogue, enrolment.session, next)]),
                  say.saved(shortInstant(enrolment.savedAt)),
                ],
                status: <Tag>{statusOf(listed)}</Tag>,
              };
            })}
          />
          <p>{begin}</p>
        </>
      )}
    </Page>
  );
}

function isUnderReserve({ status, reserve }: Listed['enrolment']): boolean {
  return status === 'registered' && reserve === 'pending';
}

/** What it has become, or whose turn it is. */
function statusOf({ enrolment: { status }, remaining }: Listed): string {
  if (status !== 'draft' && status !== 'registered') return say.statuses[status];
  if (remaining === null) return say.turns.office;
  const { next } = remaining;
  if (codesOf(remaining, 'late').length > 0 || (status === 'draft' && next === null)) return say.turns.late;
  if (next === null) return remaining.lines.some(({ act }) => act === 'reserve') ? say.turns.reserve : say.turns.office;
  return next.act === 'give' && next.later ? say.turns.later : say.turns[next.act];
}

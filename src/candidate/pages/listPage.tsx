import type { JSX } from 'preact';
import { type Enrolment, enrolmentAddresses, isSigned } from '../../enrolment/index.ts';
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

export type Listed = { readonly enrolment: Enrolment; readonly speciality: string | null; readonly session: string };

/** *Mes inscriptions*: every enrolment of the account, the living ones first. */
export function ListPage({
  chrome,
  enrolments,
  flash,
}: {
  readonly chrome: Chrome;
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
            rows={enrolments.map(({ enrolment, speciality, session }) => ({
              key: `inscription-${enrolment.id}`,
              title: speciality === null ? session : `${speciality}, ${session}`,
              href: enrolmentAddresses.hub(enrolment.id),
              ...(enrolment.number === null ? {} : { code: enrolment.number }),
              lines: [say.saved(shortInstant(enrolment.savedAt))],
              status: <Tag>{statusOf(enrolment)}</Tag>,
            }))}
          />
          <p>{begin}</p>
        </>
      )}
    </Page>
  );
}

function statusOf(enrolment: Enrolment): string {
  return enrolment.status === 'registered' && isSigned(enrolment)
    ? say.statuses.signed
    : say.statuses[enrolment.status];
}

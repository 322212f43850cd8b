import { pageTexts } from '../../papers/index.ts';
import { ButtonLink, type Row, Status, Tag } from '../../ui/index.ts';
import { mayOpen } from '../actions/openDocument.ts';
import { addresses } from '../addresses.ts';
import type { GivenDocument } from '../document.ts';
import { documentTexts as say } from '../texts.ts';

/** A document of the office among the papers. `endedAt`: of the enrolment; what was given before asks for nothing any more. */
export function documentRow(given: GivenDocument, endedAt: Temporal.Instant | null): Row {
  const { id, enrolmentId, title, todo, dueOn, givenAt, openedAt, withdrawnAt, reason } = given;
  const about = say.about(title, givenAt);
  const ended = endedAt !== null && Temporal.Instant.compare(givenAt, endedAt) <= 0;
  const asked = ended ? pageTexts.row.todo.ended : say.todo(todo, dueOn);
  return {
    key: `document-${id}`,
    title,
    href: addresses.given(enrolmentId, id),
    lines: [say.given(givenAt), withdrawnAt === null ? asked : say.withdrawnOn(withdrawnAt, reason ?? '')],
    ...(withdrawnAt !== null
      ? { status: <Status name="replaced" label={say.withdrawn} /> }
      : openedAt === null
        ? { status: <Tag>{pageTexts.row.unread}</Tag> }
        : {}),
    ...(mayOpen(given)
      ? {
          actions: (
            <ButtonLink kind="secondary" href={addresses.givenDownload(enrolmentId, id)} about={about}>
              {pageTexts.row.download}
            </ButtonLink>
          ),
        }
      : {}),
  };
}

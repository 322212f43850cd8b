import type { JSX } from 'preact';
import {
  BackLink,
  Identifier,
  ListHead,
  Page,
  type PageFrame,
  Pagination,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { reminderStep, reminderTexts } from '../remindersTexts.ts';
import type { SentFile, SentStep } from '../store.ts';

const say = reminderTexts.sent;

export type SentView = PageFrame & {
  readonly sent: SentStep;
  readonly files: readonly SentFile[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** Each person to whom a step of one deadline was sent, with what it brought. */
export function SentPage({ sent, ...view }: SentView): JSX.Element {
  const { brought, ...all } = sent;
  const step = reminderStep(sent.step, sent.until);
  const title = say.title(step, brought);
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={title}>
      {brought === undefined ? (
        <BackLink href={addresses.reminders({ session: sent.session })}>{reminderTexts.title}</BackLink>
      ) : (
        <BackLink href={addresses.sent(all)}>{say.title(step)}</BackLink>
      )}
      <ListHead title={title} count={reminderTexts.count(view.total)} />
      <Table
        caption={title}
        columns={say.columns}
        rows={view.files.map(({ id, number, name, openedAt, missing, unsigned }) => ({
          key: id,
          cells: [
            <a key="number" href={addresses.reminder(id)}>
              <Identifier>{number}</Identifier>
            </a>,
            <TypedWords key="name">{name}</TypedWords>,
            say.opened(openedAt),
            say.left(missing, unsigned),
          ],
        }))}
        compact
      />
      <Pagination page={view.page} pages={view.pages} href={(page) => addresses.sent(sent, page)} />
    </Page>
  );
}

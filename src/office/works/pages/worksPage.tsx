import type { JSX } from 'preact';
import type { Work } from '../../../lots/index.ts';
import {
  ButtonLink,
  EmptyState,
  Page,
  type PageFrame,
  PageTitle,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { worksTexts as say } from '../worksTexts.ts';

/** *Mes travaux*: what this person asked for that takes its time, each with its page. */
export function WorksPage({ works, ...view }: PageFrame & { readonly works: readonly Work[] }): JSX.Element {
  return (
    <Page {...view} layout="wide" title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {works.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={say.columns}
          rows={works.map((work) => ({
            key: work.id,
            cells: [
              <>
                <a href={work.href}>{work.title}</a>
                <br />
                <TypedWords>{work.what}</TypedWords>
              </>,
              shortInstant(work.orderedAt),
              standing(work),
            ],
          }))}
        />
      )}
      {works.some(({ state }) => state === 'running') && (
        <ButtonLink kind="secondary" href={addresses.works}>
          {say.refresh}
        </ButtonLink>
      )}
    </Page>
  );
}

function standing({ state, done, total }: Work): string {
  const words = say.states[state];
  if (state === 'failed') return `${words}. ${say.again}`;
  return total === null ? words : `${words}, ${say.progress(done, total)}`;
}

import type { JSX } from 'preact';
import { BackLink, EmptyState, Page, type PageFrame, PageTitle, shortInstant, Table } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { FileLink, type ShownFile } from '../../pages/fileLink.tsx';
import type { RefusalLine } from '../../store/refusals.ts';
import { journalTexts } from '../journalTexts.ts';
import { refusalsTexts } from '../refusalsTexts.ts';

const say = refusalsTexts;

export type RefusalsView = PageFrame & {
  readonly academy: string;
  readonly lines: readonly (RefusalLine & { readonly who: string; readonly file: ShownFile })[];
};

/** What was refused and may matter: pages of others, forms that aren't ours, too many tries. The latest first. */
export function RefusalsPage({ chrome, flash, academy, lines }: RefusalsView): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={say.title}>
      <BackLink href={addresses.journal()}>{journalTexts.title}</BackLink>
      <PageTitle kicker={academy} lead={say.lead}>
        {say.title}
      </PageTitle>
      {lines.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          columns={Object.values(say.columns)}
          rows={lines.map((line) => ({
            key: `${line.firstAt} ${line.accountId ?? line.network} ${line.kind} ${line.route}`,
            cells: [
              shortInstant(line.lastAt),
              say.what(line.kind, line.times),
              <code key="page">{line.route}</code>,
              <>
                {line.who} <FileLink file={line.file} />
              </>,
              line.network,
            ],
          }))}
        />
      )}
    </Page>
  );
}

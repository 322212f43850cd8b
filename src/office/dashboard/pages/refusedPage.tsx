import type { JSX } from 'preact';
import type { Catalogue } from '../../../catalogue/index.ts';
import { ChosenActs, checkingAddresses, handOverTexts, Tick } from '../../../checking/index.ts';
import type { PastRefusal } from '../../../pieces/index.ts';
import { deskAddresses, type ListedFile, pieceLabel } from '../../../scope/index.ts';
import {
  BackLink,
  briefInstant,
  EmptyState,
  Form,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Pagination,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { dashboardTexts } from '../dashboardTexts.ts';

const { refusals: refused, title } = dashboardTexts;
const say = refused.list;

export type RefusedView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly session: string;
  readonly code: string;
  /** null: in the officer's own words. */
  readonly reason: string | null;
  readonly total: number;
  readonly refusals: readonly (PastRefusal & { readonly file: ListedFile })[];
  readonly page: number;
  readonly pages: number;
};

/** The refusals that give one reason for one sort of piece, with what can be done to their files together. */
export function RefusedPage({ catalogue, session, code, reason, ...view }: RefusedView): JSX.Element {
  const href = (page: number): string => addresses.refusedFor({ session, piece: code, raison: reason, page });
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <BackLink href={addresses.dashboard({ session })}>{title}</BackLink>
      <PageTitle kicker={pieceLabel(catalogue, { session, code })} lead={reason ?? refused.own}>
        {`${say.title} (${say.count(view.total)})`}
      </PageTitle>
      {view.refusals.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Form action={deskAddresses.files({ session })} csrf={view.csrf} label={handOverTexts.chosen}>
          <Table
            caption={say.title}
            compact
            columns={say.columns}
            rows={view.refusals.map(({ id, pieceId, comment, at, file }) => ({
              key: id,
              cells: [
                <>
                  <Tick id={file.id} number={file.number} checked={false} />{' '}
                  <a href={deskAddresses.file(file.id)}>
                    <Identifier>{file.number}</Identifier>
                  </a>
                </>,
                <TypedWords key="nom">{file.name}</TypedWords>,
                <a key="jour" href={checkingAddresses.piece(pieceId)}>
                  {say.see(briefInstant(at))}
                </a>,
                <TypedWords key="mots">{comment ?? ''}</TypedWords>,
              ],
            }))}
          />
          <ChosenActs />
        </Form>
      )}
      <Pagination page={view.page} pages={view.pages} href={href} />
    </Page>
  );
}

import type { JSX } from 'preact';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { SessionChoice } from '../../../exam/index.ts';
import { EmptyState, type Option, Page, type PageFrame, PageTitle, Table } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { hearingsTexts } from '../hearingsTexts.ts';

const say = hearingsTexts.list;

export type CertificateLine = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly standing: string;
};
export type CertificatesView = PageFrame & {
  readonly session: ResolvedSession;
  readonly sessions: readonly Option[];
  readonly lines: readonly CertificateLine[];
  readonly total: number;
};

/** Who owes a certificate of safety whose time is over: listed to a person, who decides; the machine leaves nobody out. */
export function CertificatesPage({ lines, total, session, sessions, ...frame }: CertificatesView): JSX.Element {
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <SessionChoice sessions={sessions} session={session.code} action={addresses.certificates()} />
      {lines.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <>
          <p>{say.count(total)}</p>
          <Table
            caption={say.title}
            columns={say.columns}
            rows={lines.map((line) => ({
              key: line.id,
              cells: [
                <a href={addresses.hearings(line.id)}>{line.number}</a>,
                line.name,
                line.missing.join('\u00a0; '),
                line.standing,
              ],
            }))}
          />
          {total > lines.length && <p class="muted">{say.more(lines.length)}</p>}
        </>
      )}
    </Page>
  );
}

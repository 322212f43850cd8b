import type { JSX } from 'preact';
import type { ResolvedSession } from '../../../catalogue/index.ts';
import { SessionChoice } from '../../../scope/index.ts';
import { EmptyState, type Option, Page, type PageFrame, PageTitle, Section, Table } from '../../../ui/index.ts';
import { addresses as hearingDesk } from '../addresses.ts';
import { hearingsTexts } from '../hearingsTexts.ts';

const say = hearingsTexts.list;

export type CertificateLine = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly standing: string;
  /** A decision leaves them out, and nothing is open. */
  readonly isOut: boolean;
  /** Nobody has invited them to answer. */
  readonly isToInvite: boolean;
};
export type CertificatesView = PageFrame & {
  readonly session: ResolvedSession;
  readonly sessions: readonly Option[];
  /** Whose turn is the office's, or theirs to answer. */
  readonly lines: readonly CertificateLine[];
  readonly total: number;
  readonly leftOut: readonly CertificateLine[];
};

/** Who owes a certificate of safety whose time is over: listed to a person, who decides; the machine leaves nobody out. */
export function CertificatesPage({
  lines,
  total,
  leftOut,
  session,
  sessions,
  ...frame
}: CertificatesView): JSX.Element {
  return (
    <Page chrome={frame.chrome} flash={frame.flash} layout="wide" title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <SessionChoice sessions={sessions} session={session.code} action={hearingDesk.certificates()} />
      {lines.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <>
          <p>{say.count(total)}</p>
          <Lines caption={say.title} lines={lines} />
          {total > lines.length && <p class="muted">{say.more(lines.length)}</p>}
        </>
      )}
      {leftOut.length > 0 && (
        <Section title={say.leftOutTitle}>
          <p>{say.leftOutLead}</p>
          <Lines caption={say.leftOutTitle} lines={leftOut} />
        </Section>
      )}
    </Page>
  );
}

function Lines({ caption, lines }: { readonly caption: string } & Pick<CertificatesView, 'lines'>): JSX.Element {
  return (
    <Table
      caption={caption}
      columns={say.columns}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <a href={hearingDesk.hearings(line.id)}>{line.number}</a>,
          line.name,
          line.missing.join('\u00a0; '),
          line.standing,
        ],
      }))}
    />
  );
}

import type { JSX } from 'preact';
import { NoSession, SessionChoice } from '../../scope/index.ts';
import {
  Alert,
  BackLink,
  ButtonLink,
  Details,
  EmptyState,
  type Option,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Checked } from '../checkFile.ts';
import { COLUMNS } from '../exchange.ts';
import { RULE_WORDS, texts as say } from '../texts.ts';

export type ExportView = PageFrame & {
  readonly session: string;
  readonly sessions: readonly Option[];
  readonly sessionName: string;
  readonly results: string;
  readonly candidates: number;
  readonly lines: number;
  /** Why the file isn't given; null: nobody asked for it, or nothing is wrong. */
  readonly refused: Checked | 'busy' | null;
};

/** The file for the national systems: what it holds, or all that keeps it from being given. */
export function ExportPage(view: ExportView): JSX.Element {
  const { session, candidates, lines, refused } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faulty={refused !== null}>
      <BackLink href={view.results}>{say.back}</BackLink>
      <PageTitle kicker={view.sessionName} lead={say.lead}>
        {say.title}
      </PageTitle>
      <SessionChoice action={addresses.home()} sessions={view.sessions} session={session} />
      {refused === 'busy' && <Alert tone="warn">{say.busy}</Alert>}
      {refused !== null && refused !== 'busy' && <Faults checked={refused} />}
      {session === '' ? (
        <NoSession />
      ) : candidates === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <>
          <p>{say.ready(candidates, lines)}</p>
          <p>
            <ButtonLink href={addresses.file(session)} download>
              {say.download}
            </ButtonLink>
          </p>
        </>
      )}
      <Alert tone="info">{say.uncertain}</Alert>
      <Details summary={say.contents}>
        <Table
          caption={say.contents}
          columns={say.columns.map((label, index) => ({ label, narrow: index === 0 }))}
          rows={COLUMNS.map((name) => ({ key: name, cells: [<code key="name">{name}</code>, say.says[name]] }))}
        />
        <p class="muted">{say.checkAgain}</p>
      </Details>
    </Page>
  );
}

function Faults({ checked: { faults, count } }: { readonly checked: Checked }): JSX.Element {
  return (
    <Section title={say.faults} id="defauts">
      <Alert tone="danger">{say.refused(count)}</Alert>
      <Table
        caption={say.faults}
        compact
        columns={say.faultColumns.map((label, index) => ({ label, narrow: index < 2, plain: index === 2 }))}
        rows={faults.map(({ line, column, rule, value }, index) => ({
          key: String(index),
          cells: [say.line(line), column ?? say.whole, RULE_WORDS[rule], value],
        }))}
      />
    </Section>
  );
}

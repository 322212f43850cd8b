import type { JSX } from 'preact';
import {
  ActionForm,
  Button,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  SummaryList,
  type SummaryRow,
} from '../../ui/index.ts';
import type { SignedInPerson } from '../account.ts';
import type { NoticeAnswer } from '../notice.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { SECOND_FACTOR } from '../secondProofAddresses.ts';
import type { OpenSession } from '../store/sessions.ts';
import { texts } from '../texts.ts';
import { NoticeSection } from './noticeSection.tsx';
import { OpenSessions } from './openSessions.tsx';

const words = texts.account;
const factor = secondFactorTexts.account;

export type AccountPageProps = PageFrame & {
  readonly session: SignedInPerson;
  /** Civil status as lines, for a candidate. */
  readonly lines: readonly SummaryRow[];
  readonly locked: boolean;
  readonly sessions: readonly OpenSession[];
  /** Since when an application or a passkey is set; null: none, or a candidate. */
  readonly secondFactor: Temporal.Instant | null;
  /** What a candidate answered on electronic notices, the last first; null for staff. */
  readonly notices: readonly NoticeAnswer[] | null;
  readonly state: FormState;
};

export function AccountPage({
  chrome,
  csrf,
  flash,
  session,
  lines,
  locked,
  secondFactor,
  sessions,
  notices,
  state,
}: AccountPageProps): JSX.Element {
  const person = session.kind === 'candidate' ? lines : staffRows(session);
  return (
    <Page chrome={chrome} flash={flash} title={words.title} faults={state.faults}>
      <PageTitle kicker={session.displayName}>{words.title}</PageTitle>
      <Section title={session.kind === 'candidate' ? words.civilStatus : words.role}>
        <SummaryList rows={person} />
        {session.kind === 'candidate' && <CivilStatusNote locked={locked} />}
      </Section>
      <Section title={words.access}>
        <SummaryList rows={[{ label: texts.fields.address.label, value: session.address }]} />
        <ul>
          <li>
            <a href="/compte/mot-de-passe">{words.changePassword}</a>
          </li>
          <li>
            <a href="/compte/adresse">{words.changeAddress}</a>
          </li>
          {session.kind === 'candidate' && (
            <li>
              <a href="/compte/mes-donnees">{words.ownData}</a>
            </li>
          )}
        </ul>
        <ActionForm action="/deconnexion" csrf={csrf}>
          <Button kind="secondary">{words.signOut}</Button>
        </ActionForm>
      </Section>
      {notices !== null && <NoticeSection answers={notices} csrf={csrf} state={state} />}
      <OpenSessions sessions={sessions} here={session.sessionId} csrf={csrf} />
      {session.kind === 'staff' && (
        <Section title={factor.title}>
          <p>{secondFactor === null ? factor.off : factor.on(secondFactor)}</p>
          <p>
            <a href={SECOND_FACTOR}>{secondFactor === null ? factor.set : factor.manage}</a>
          </p>
        </Section>
      )}
    </Page>
  );
}

export function CivilStatusNote({ locked }: { readonly locked: boolean }): JSX.Element {
  if (!locked)
    return (
      <p>
        <a href="/compte/etat-civil">{words.changeCivilStatus}</a>
      </p>
    );
  return (
    <>
      <p class="muted">{words.locked}</p>
      <p>
        <a href="/contact">{words.whom}</a>
      </p>
    </>
  );
}

function staffRows(session: Extract<SignedInPerson, { kind: 'staff' }>): readonly SummaryRow[] {
  const rows = [
    { label: words.name, value: session.displayName },
    { label: words.role, value: texts.roles[session.role] },
    { label: words.academy, value: session.academy },
  ];
  if (session.role !== 'officer') return rows;
  return [...rows, { label: words.portfolios, value: session.portfolios.join(', ') || words.none }];
}

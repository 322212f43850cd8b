import type { JSX } from 'preact';
import {
  accountTexts,
  proposalInWords,
  type ShownProposal,
  type StaffMember,
  whyOnePerson,
} from '../../accounts/index.ts';
import { delegationAddresses } from '../../decisions/index.ts';
import { capital } from '../../platform/french/french.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Status,
  Table,
  TypedWords,
  wholeFault,
} from '../../ui/index.ts';
import { addresses as staffAddresses } from '../addresses.ts';
import { staffTexts } from '../staffTexts.ts';

const say = staffTexts;

export type StaffView = PageFrame & {
  readonly members: readonly StaffMember[];
  readonly academy: string;
  readonly me: string;
  /** Members whom our mails don't reach, an invitation for instance. */
  readonly unreached: readonly StaffMember[];
  readonly mayChange: (member: StaffMember) => boolean;
  /** What waits for a second person, of this academy and of those where nobody can. */
  readonly proposals: readonly ShownProposal[];
  readonly academyOf: (code: string) => string;
  readonly refusal: string | null;
  readonly keepsDelegations: boolean;
};

/** What the forms of a proposal send in `acte`. */
export const STAFF_ACTS = { confirm: 'confirmer', drop: 'abandonner' } as const;

/** Who works here: function, groups, access. */
export function StaffPage(view: StaffView): JSX.Element {
  const { members, academy, me, unreached, mayChange, chrome, flash } = view;
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={say.title} faults={wholeFault(view.refusal)}>
      <PageTitle kicker={academy}>{say.title}</PageTitle>
      <Actions>
        <ButtonLink href={staffAddresses.invitation}>{say.invite}</ButtonLink>
        {view.keepsDelegations && (
          <ButtonLink kind="secondary" href={delegationAddresses.delegations()}>
            {say.delegations}
          </ButtonLink>
        )}
      </Actions>
      {unreached.length > 0 && (
        <Alert tone="warn">{say.unreached(unreached.map(({ name, address }) => `${name} (${address})`))}</Alert>
      )}
      {view.proposals.length > 0 && (
        <Section title={say.proposals.title}>
          <p>{say.proposals.lead}</p>
          {view.proposals.map((one) => (
            <Proposal key={one.id} one={one} view={view} />
          ))}
        </Section>
      )}
      {members.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <Table
          caption={say.title}
          compact
          columns={Object.values(say.columns)}
          rows={members.map((member) => ({
            key: member.accountId,
            cells: [
              mayChange(member) ? (
                <a href={staffAddresses.member(member.accountId)}>{member.name}</a>
              ) : (
                named(member, me)
              ),
              capital(accountTexts.roles[member.role]),
              member.role === 'officer' ? member.portfolios.join(', ') || say.none : say.noGroup,
              <TypedWords key="address">{member.address}</TypedWords>,
              <Access key="acces" member={member} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}

function Proposal({ one, view }: { readonly one: ShownProposal; readonly view: StaffView }): JSX.Element {
  const act = (which: keyof typeof STAFF_ACTS) => (
    <ActionForm action={staffAddresses.staffProposal(one.id)} csrf={view.csrf} hidden={{ acte: STAFF_ACTS[which] }}>
      <Button kind={which === 'confirm' ? 'primary' : 'secondary'}>{say.proposals[which]}</Button>
    </ActionForm>
  );
  const where = view.academyOf(one.academy);
  return (
    <Card>
      <p>
        <TypedWords>{say.proposals.asked(one.author, proposalInWords(one), one.proposedAt)}</TypedWords>{' '}
        {where !== view.academy && say.proposals.elsewhere(where)}
      </p>
      {one.barred !== null && <p>{whyOnePerson(one.barred)}</p>}
      <Actions>
        {one.barred === null && act('confirm')}
        {where === view.academy && act('drop')}
      </Actions>
    </Card>
  );
}

function named(member: StaffMember, me: string): string {
  return member.accountId === me ? `${member.name} (${say.you})` : member.name;
}

export function Access({ member }: { readonly member: StaffMember }): JSX.Element {
  if (member.disabledAt !== null)
    return (
      <>
        <Status name="irrelevant" label={say.states.closed} /> {say.since(member.disabledAt)}
      </>
    );
  return member.activated ? (
    <Status name="compliant" label={say.states.open} />
  ) : (
    <Status name="received" label={say.states.invited} />
  );
}

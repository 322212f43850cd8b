import type { JSX } from 'preact';
import { accountTexts, type StaffMember } from '../../../accounts/index.ts';
import {
  Actions,
  Alert,
  ButtonLink,
  EmptyState,
  Page,
  type PageFrame,
  PageTitle,
  Status,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { staffTexts } from '../staffTexts.ts';
import { capital } from './staffForm.tsx';

const say = staffTexts;

export type StaffView = PageFrame & {
  readonly members: readonly StaffMember[];
  readonly academy: string;
  readonly me: string;
  /** Members whom our mails don't reach, an invitation for instance. */
  readonly unreached: readonly StaffMember[];
  readonly mayChange: (member: StaffMember) => boolean;
};

/** Who works here: function, groups, access. */
export function StaffPage({ members, academy, me, unreached, mayChange, chrome, flash }: StaffView): JSX.Element {
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={say.title}>
      <PageTitle kicker={academy}>{say.title}</PageTitle>
      <Actions>
        <ButtonLink href={addresses.invitation}>{say.invite}</ButtonLink>
      </Actions>
      {unreached.length > 0 && (
        <Alert tone="warn">{say.unreached(unreached.map(({ name, address }) => `${name} (${address})`))}</Alert>
      )}
      {members.length === 0 ? (
        <EmptyState title={say.empty} />
      ) : (
        <Table
          caption={say.title}
          columns={Object.values(say.columns)}
          rows={members.map((member) => ({
            key: member.accountId,
            cells: [
              mayChange(member) ? <a href={addresses.member(member.accountId)}>{member.name}</a> : named(member, me),
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

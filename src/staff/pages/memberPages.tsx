import type { ComponentChildren, JSX } from 'preact';
import { linkInWords, type NamedLink, type OnePerson, type StaffMember, whyOnePerson } from '../../accounts/index.ts';
import {
  ActionForm,
  Actions,
  BackLink,
  Button,
  ButtonLink,
  DangerLink,
  type Fault,
  Form,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  wholeFault,
} from '../../ui/index.ts';
import { absenceTexts } from '../absenceTexts.ts';
import { addresses as staffAddresses } from '../addresses.ts';
import { staffTexts } from '../staffTexts.ts';
import { type StaffFields, StaffFormFields } from './staffForm.tsx';
import { Access } from './staffPage.tsx';

const say = staffTexts;

export type InvitationView = PageFrame & {
  readonly fields: StaffFields;
  readonly state: FormState;
  readonly idempotencyKey: string;
};

export function InvitationPage({ fields, state, idempotencyKey, csrf, ...view }: InvitationView): JSX.Element {
  return (
    <Frame view={view} title={say.inviteTitle} lead={say.inviteLead} faults={state.faults}>
      <Form action={staffAddresses.invitation} csrf={csrf} idempotencyKey={idempotencyKey} state={state}>
        <StaffFormFields fields={fields} />
        <Actions>
          <Button>{say.inviteSubmit}</Button>
          <ButtonLink kind="secondary" href={staffAddresses.staff()}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  );
}

export type MemberView = PageFrame & {
  readonly member: StaffMember;
  /** A sentence for each that isn't over. */
  readonly absences: readonly string[];
  /** By whom their access came lately, that nobody else confirmed; `barred`: why who reads it can't. */
  readonly links: readonly NamedLink[];
  readonly barred: OnePerson | null;
  readonly fields: StaffFields;
  readonly state: FormState;
};

/** One member of staff: name, function and groups; access apart, because it has effect at once. */
export function MemberPage({ member, absences, links, barred, fields, state, csrf, ...view }: MemberView): JSX.Element {
  const closed = member.disabledAt !== null;
  return (
    <Frame view={view} title={member.name} kicker={member.address} lead={say.changeLead} faults={state.faults}>
      <Form action={staffAddresses.member(member.accountId)} csrf={csrf} version={member.rowVersion} state={state}>
        <StaffFormFields fields={fields} />
        <Actions>
          <Button>{say.changeSubmit}</Button>
          <ButtonLink kind="secondary" href={staffAddresses.staff()}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
      {member.role === 'officer' && (
        <Section title={absenceTexts.title}>
          {absences.length === 0 ? (
            <p class="muted">{absenceTexts.none}</p>
          ) : (
            <ul>
              {absences.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <ButtonLink kind="secondary" href={staffAddresses.absence(member.accountId)}>
            {absenceTexts.plan}
          </ButtonLink>
        </Section>
      )}
      <Section title={say.access}>
        <p>
          <Access member={member} />
        </p>
        {closed ? (
          <ButtonLink kind="secondary" href={staffAddresses.access(member.accountId)}>
            {say.reopen}
          </ButtonLink>
        ) : (
          <DangerLink href={staffAddresses.access(member.accountId)}>{say.close}</DangerLink>
        )}
      </Section>
      {links.length > 0 && (
        <Section title={say.confirmation.title}>
          <ul>
            {links.map((link) => (
              <li key={link.at.toString()}>{linkInWords(link, '')}</li>
            ))}
          </ul>
          <p>{barred === null ? say.confirmation.text : whyOnePerson(barred)}</p>
          {barred === null && (
            <ActionForm action={staffAddresses.confirmation(member.accountId)} csrf={csrf}>
              <Button kind="secondary">{say.confirmation.submit}</Button>
            </ActionForm>
          )}
        </Section>
      )}
      <Section title={say.secondFactor.title}>
        <p>{say.secondFactor.state(member.secondFactorSince)}</p>
        {member.secondFactorSince !== null && (
          <DangerLink href={staffAddresses.secondFactor(member.accountId)}>{say.secondFactor.reset}</DangerLink>
        )}
      </Section>
    </Frame>
  );
}

export type AccessView = PageFrame & { readonly member: StaffMember; readonly refusal: string | null };

/** The page that asks before an access is closed, or opened again. */
export function AccessPage({ member, refusal, csrf, ...view }: AccessView): JSX.Element {
  const closed = member.disabledAt !== null;
  const title = closed ? say.reopenTitle(member.name) : say.closeTitle(member.name);
  return (
    <Frame view={view} title={title} lead={closed ? say.reopenText : say.closeText} faults={wholeFault(refusal)}>
      <Form
        action={staffAddresses.access(member.accountId)}
        csrf={csrf}
        hidden={{ acces: closed ? 'ouvrir' : 'fermer' }}
      >
        <Actions>
          <Button>{closed ? say.reopen : say.close}</Button>
          <ButtonLink kind="secondary" href={staffAddresses.member(member.accountId)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  );
}

/** The page that asks before somebody's second factor is taken away. */
export function SecondFactorPage({ member, refusal, csrf, ...view }: AccessView): JSX.Element {
  const title = say.secondFactor.resetTitle(member.name);
  return (
    <Frame view={view} title={title} lead={say.secondFactor.resetText} faults={wholeFault(refusal)}>
      <p>{say.secondFactor.state(member.secondFactorSince)}</p>
      <Form action={staffAddresses.secondFactor(member.accountId)} csrf={csrf}>
        <Actions>
          {member.secondFactorSince !== null && <Button>{say.secondFactor.reset}</Button>}
          <ButtonLink kind="secondary" href={staffAddresses.member(member.accountId)}>
            {say.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  );
}

/** The frame of a page about a member of staff. */
export function Frame(props: {
  readonly view: Omit<PageFrame, 'csrf'>;
  readonly title: string;
  readonly kicker?: string;
  readonly lead: string;
  readonly faults: readonly Fault[];
  readonly children: ComponentChildren;
}): JSX.Element {
  const { view, title, kicker, lead, faults } = props;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={title} faults={faults}>
      <BackLink href={staffAddresses.staff()}>{say.title}</BackLink>
      <PageTitle kicker={kicker} lead={lead}>
        {title}
      </PageTitle>
      {props.children}
    </Page>
  );
}

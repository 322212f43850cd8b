import type { JSX } from 'preact';
import { accountTexts, type DemonstrationAccount } from '../../accounts/index.ts';
import {
  ActionForm,
  Button,
  ButtonLink,
  type Chrome,
  Details,
  EmptyState,
  type Flash,
  Form,
  FormFields,
  type FormState,
  Identifier,
  instantInWords,
  Leads,
  Page,
  PageTitle,
  Section,
  SummaryList,
  shortInstant,
} from '../../ui/index.ts';
import { MAILS_ADDRESS } from '../addresses.ts';
import { FaultPanel } from '../faults/faultPanel.tsx';
import type { Faults } from '../faults/faults.ts';
import { clockFields } from '../forms.ts';
import { galleryAddresses } from '../gallery/addresses.ts';
import type { Jump } from '../rules/jumps.ts';
import { texts } from '../texts.ts';
import { Tours } from '../tour/tourPage.tsx';
import { tourTexts } from '../tour/tourTexts.ts';

export const CLOCK_ADDRESS = '/demo/horloge';

export type DemoView = {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly flash: Flash | null;
  readonly now: Temporal.Instant;
  /** The exam's clock is not where the machine's is. */
  readonly moved: boolean;
  readonly jumps: readonly Jump[];
  readonly faultUntil: Faults['until'];
  readonly state: FormState;
  readonly accounts: readonly DemonstrationAccount[];
  readonly rehearsal: boolean;
};

/** The front of the demonstration: whom to follow first, then what to move and to read oneself. */
export function DemoPage(view: DemoView): JSX.Element {
  const { mails, gallery } = texts;
  const beside = [
    { href: MAILS_ADDRESS, label: mails.title, text: mails.lead },
    { href: galleryAddresses.home, label: gallery.title, text: gallery.about },
  ];
  return (
    <Page
      chrome={view.chrome}
      title={view.rehearsal ? texts.rehearsal.title : texts.title}
      flash={view.flash}
      faults={view.state.faults}
      layout="wide"
      sheets={['tour']}
    >
      {view.rehearsal ? (
        <PageTitle lead={texts.rehearsal.lead}>{texts.rehearsal.title}</PageTitle>
      ) : (
        <>
          <PageTitle lead={tourTexts.lead}>{tourTexts.title}</PageTitle>
          <Tours />
        </>
      )}
      <Clock {...view} />
      <FaultPanel csrf={view.csrf} until={view.faultUntil} />
      <Leads rows={beside} />
      {!view.rehearsal && <Accounts accounts={view.accounts} />}
    </Page>
  );
}

function Clock({ csrf, now, moved, jumps, state }: DemoView): JSX.Element {
  const say = texts.clock;
  return (
    <Section id="horloge" title={say.title}>
      <p>
        <strong>{say.now(instantInWords(now))}</strong> {moved ? say.moved : say.real}
      </p>
      <Details summary={say.moments}>
        <p class="muted">{say.text}</p>
        <Jumps csrf={csrf} jumps={jumps} />
      </Details>
      <Details summary={say.any} open={state.faults.length > 0}>
        <Form action={CLOCK_ADDRESS} csrf={csrf} state={state} inline>
          <FormFields fields={clockFields} />
          <Button kind="secondary">{say.set}</Button>
        </Form>
      </Details>
    </Section>
  );
}

/** One button a moment, with its date and what is to be seen then. */
function Jumps({ csrf, jumps }: Pick<DemoView, 'csrf' | 'jumps'>): JSX.Element {
  const say = texts.clock;
  return (
    <ActionForm action={CLOCK_ADDRESS} csrf={csrf}>
      <ul class="stops">
        {jumps.map(({ code, to }) => (
          <li key={code}>
            <div>
              <h3>{say.jumps[code]}</h3>
              <p>
                {say.looks[code]} {to !== null && <span class="muted">{shortInstant(to)}</span>}
              </p>
            </div>
            <Button kind="secondary" name="saut" value={code} about={say.about(say.jumps[code])}>
              {say.go}
            </Button>
          </li>
        ))}
      </ul>
    </ActionForm>
  );
}

function Accounts({ accounts }: Pick<DemoView, 'accounts'>): JSX.Element {
  const say = texts.accounts;
  const [first] = accounts;
  if (first === undefined) return <EmptyState title={say.none} />;
  return (
    <Details summary={say.title}>
      <p>{say.text}</p>
      <p>
        {say.password} <Identifier>{first.password}</Identifier>
      </p>
      <SummaryList
        rows={accounts.map(({ name, address, role, portfolios }) => ({
          label: name,
          value: (
            <>
              <Address address={address} />
              <br />
              <span class="muted">
                {role !== 'candidate' && say.member(accountTexts.roles[role], portfolios)} {say.roles[role]}
              </span>
            </>
          ),
        }))}
      />
      <p>
        <ButtonLink href="/connexion" kind="secondary">
          {say.signIn}
        </ButtonLink>
      </p>
    </Details>
  );
}

/** May break before its @: the longest is wider than a small phone. */
function Address({ address }: { readonly address: string }): JSX.Element {
  const [mailbox, host] = address.split('@');
  return (
    <>
      {mailbox}
      <wbr />@{host}
    </>
  );
}

import { Fragment, type JSX } from 'preact';
import { currentPasswordField } from '../../accounts/index.ts';
import { type Enrolment, enrolmentAddresses } from '../../enrolment/index.ts';
import { capital } from '../../platform/french/french.ts';
import {
  Alert,
  BackLink,
  type Chrome,
  Details,
  Form,
  FormFields,
  type FormState,
  Page,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import type { OwnDataDeps } from './archive.ts';
import type { WhyNotClosed } from './closing.ts';
import { closingTexts as say } from './closingTexts.ts';

export const CLOSING_PATH = '/compte/mes-donnees/fermer';

export type KeptOpen = {
  readonly id: Enrolment['id'];
  /** « BP24-00127-K, session 2024 ». */
  readonly name: string;
  readonly why: WhyNotClosed;
  readonly lastDay: Temporal.PlainDate | null;
};

export type ClosingView = {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly state: FormState;
  readonly subjects: ReturnType<OwnDataDeps['subjects']>;
  readonly registered: boolean;
  readonly demonstration: boolean;
  readonly kept: readonly KeptOpen[];
};

/** What goes and what stays of an account, before the password that closes it; or why it can't be closed yet. */
export function ClosingPage(view: ClosingView): JSX.Element {
  const { chrome, state, demonstration, kept } = view;
  const open = demonstration || kept.length > 0;
  return (
    <Page chrome={chrome} title={say.title} faults={state.faults}>
      <BackLink href="/compte/mes-donnees">{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {open && <KeptOpenAlert demonstration={demonstration} kept={kept} />}
      <Section title={say.before}>
        {say.beforeText.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <a href="/compte/mes-donnees">{say.download}</a>
        </p>
      </Section>
      <WhatBecomes {...view} />
      {!open && (
        <Section title={say.confirm}>
          <p>{say.confirmText}</p>
          <Form action={CLOSING_PATH} csrf={view.csrf} state={state} submit={say.submit} kind="danger">
            <FormFields fields={[currentPasswordField]} />
          </Form>
        </Section>
      )}
    </Page>
  );
}

function KeptOpenAlert({ demonstration, kept }: Pick<ClosingView, 'demonstration' | 'kept'>): JSX.Element {
  return (
    <Alert tone="warn" title={say.refused.title}>
      {demonstration && <p>{say.refused.demonstration}</p>}
      {kept.length > 0 && (
        <ul>
          {kept.map(({ id, name, why, lastDay }) => (
            <li key={id}>
              {`${name}\u00a0: `}
              {say.refused.why[why](lastDay)}{' '}
              <a href={why === 'withdraw' ? enrolmentAddresses.withdrawal(id) : enrolmentAddresses.hub(id)}>
                {why === 'withdraw' ? say.refused.withdraw : say.refused.open}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

function WhatBecomes({ subjects, registered }: Pick<ClosingView, 'subjects' | 'registered'>): JSX.Element {
  const fates = subjects.flatMap(({ closed }) => (closed === null ? [] : [closed]));
  const goes = fates.flatMap(({ goes: words }) => (words === null ? [] : [words]));
  const stays = fates.filter(({ stays: words, always }) => words !== null && (registered || always));
  return (
    <>
      <Section title={say.goes}>
        <ul>
          {[...goes, ...(registered ? [] : [say.person])].map((words) => (
            <li key={words}>{capital(words)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say.stays}>
        <p>{registered ? say.staysText : say.staysLittle}</p>
        {byLength(stays).map(({ until, some }) => (
          <Details key={until} summary={`${until === null ? say.ownLength : capital(until)} (${some.length})`}>
            {[...Map.groupBy(some, ({ why }) => why ?? '')].map(([why, lines]) => (
              <Fragment key={why}>
                <h3>{capital(why)}</h3>
                <ul>
                  {lines.map((line) => (
                    <li key={line.stays}>
                      {capital(line.stays ?? '')}
                      {until === null && line.until !== null && <span class="muted">{` (${line.until})`}</span>}
                    </li>
                  ))}
                </ul>
              </Fragment>
            ))}
          </Details>
        ))}
      </Section>
    </>
  );
}

type Stays = NonNullable<ClosingView['subjects'][number]['closed']>;

/** A length that several share is said once above them; null: each its own. */
function byLength(
  stays: readonly Stays[],
): readonly { readonly until: string | null; readonly some: readonly Stays[] }[] {
  const groups = [...Map.groupBy(stays, ({ until }) => until)].map(([until, some]) => ({ until, some }));
  const alone = groups.filter(({ some }) => some.length === 1).flatMap(({ some }) => some);
  const shared = groups.filter(({ some }) => some.length > 1);
  return alone.length === 0 ? shared : [...shared, { until: null, some: alone }];
}

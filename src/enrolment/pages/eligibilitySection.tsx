import type { JSX } from 'preact';
import { Alert, Details, Section, SummaryList } from '../../ui/index.ts';
import type { EligibilityVerdict, Reason } from '../rules/verdict.ts';
import { texts } from '../texts.ts';
import { ExamineSituation, NotMet } from './notMet.tsx';
import type { RecapitulatifView } from './recapitulatifView.ts';

const TONES = { eligible: 'ok', 'to-check': 'info', 'not-eligible': 'warn' } as const;

/** Each with its source. */
function Reasons({
  verdict,
  reasons,
}: {
  readonly verdict: EligibilityVerdict;
  readonly reasons: readonly Reason[];
}): JSX.Element | null {
  const words = texts.eligibility;
  if (reasons.length === 0) return null;
  return (
    <SummaryList
      rows={reasons.map((reason) => ({
        label: words.met(reason),
        value: (
          <>
            {words.reason(reason, verdict.experience)}
            <br />
            <span class="muted">{words.source(reason.source)}</span>
          </>
        ),
      }))}
    />
  );
}

/** The verdict and its reasons, what is met folded: never a bare yes or no. What isn't met comes first, with the ways out. */
export function EligibilitySection({ view }: { readonly view: RecapitulatifView }): JSX.Element {
  const { contacts, enrolment } = view;
  const { verdict, reserve, reasons } = view.ahead;
  const words = texts.eligibility;
  const isPending = reserve === 'pending' && reasons.length > 0;
  const settled = verdict.reasons.filter(({ met }) => met === true);
  return (
    <Section title={words.title}>
      {isPending ? (
        <NotMet
          verdict={verdict}
          enrolmentId={enrolment.id}
          addresses={view.pen.addresses}
          contacts={contacts}
          exam={view.exam}
          freeForm={view.freeForm}
        />
      ) : (
        <Alert tone={reserve === 'lifted' ? 'ok' : TONES[verdict.grade]}>
          {reserve === 'lifted' ? texts.reserve.lifted : words.grades[verdict.grade]}
        </Alert>
      )}
      <Reasons
        verdict={verdict}
        reasons={verdict.reasons.filter(({ met }) => met === null || (met === false && !isPending))}
      />
      {(settled.length > 0 || !isPending) && (
        <Details summary={words.howComputed}>
          <Reasons verdict={verdict} reasons={settled} />
          {!isPending && <p class="muted">{words.computed}</p>}
        </Details>
      )}
      {!isPending && <ExamineSituation contacts={contacts} />}
    </Section>
  );
}

import type { JSX } from 'preact';
import type { Exam } from '../../catalogue/index.ts';
import { Alert, ButtonLink, type Contact, ContactCard, Details, phoneAddress, phoneInWords } from '../../ui/index.ts';
import { addresses as own } from '../addresses.ts';
import type { AnsweredStep, EnrolmentId } from '../enrolment.ts';
import type { PenAddresses } from '../pen.ts';
import type { EligibilityVerdict } from '../rules/verdict.ts';
import { texts } from '../texts.ts';
import { STEP_OF, waysOut } from '../waysOut.ts';

const say = texts.eligibility;

/** The conditions that aren't met, each with its rule, what can be done about it, and who can be asked. */
export function NotMet({
  verdict,
  enrolmentId,
  contacts,
  exam,
  freeForm,
  intro,
  at = null,
  next,
  inOrder = false,
  addresses = own,
}: {
  readonly verdict: EligibilityVerdict;
  readonly enrolmentId: EnrolmentId;
  readonly contacts: readonly Contact[];
  readonly exam: Pick<Exam, 'admission'>;
  /** The form of passage can still be chosen. */
  readonly freeForm: boolean;
  readonly intro?: string;
  /** The step whose form stands below. */
  readonly at?: AnsweredStep | null;
  readonly next?: string;
  /** The steps are being filled one after the other: a correction goes on from its step, not back to the summary. */
  readonly inOrder?: boolean;
  readonly addresses?: PenAddresses;
}): JSX.Element {
  const unmet = verdict.reasons.filter(({ met }) => met === false);
  return (
    <Alert tone="warn" title={say.notMet(unmet.length)}>
      {unmet.map((reason) => (
        <div key={reason.code}>
          <p>
            <strong>{say.reason(reason, verdict.experience)}</strong>{' '}
            <span class="muted">{say.source(reason.source)}</span>
          </p>
          <ul>
            {waysOut(reason, exam, freeForm).map((way) => (
              <li key={way}>{way}</li>
            ))}
            <li>
              {STEP_OF[reason.code] === at ? (
                say.correctBelow
              ) : (
                <a href={(inOrder ? addresses.step : addresses.change)(enrolmentId, STEP_OF[reason.code])}>
                  {say.correct}
                </a>
              )}
            </li>
          </ul>
        </div>
      ))}
      {intro !== undefined && <p>{intro}</p>}
      <p class="muted">{say.computed}</p>
      <ExamineSituation contacts={contacts} />
      {next !== undefined && (
        <p>
          <ButtonLink href={next}>{say.continue}</ButtonLink>
        </p>
      )}
    </Alert>
  );
}

/** Beside an address outside the academy, which can't be registered here: a person looks if it is asked. */
export function OutsideAcademy({ contacts }: { readonly contacts: readonly Contact[] }): JSX.Element {
  return (
    <Alert tone="info" title={say.examine}>
      <p>{say.elsewhere}</p>
      <Officers contacts={contacts} />
    </Alert>
  );
}

/** « Faire examiner ma situation »: a person, by mail or by telephone (CRPA L114-2, L311-3-1). */
export function ExamineSituation({ contacts }: { readonly contacts: readonly Contact[] }): JSX.Element {
  return (
    <Details summary={say.examine}>
      <p>{say.examineText}</p>
      <Officers contacts={contacts} />
    </Details>
  );
}

function Officers({ contacts }: { readonly contacts: readonly Contact[] }): JSX.Element {
  const [only] = contacts;
  if (contacts.length === 1 && only !== undefined) return <ContactCard contact={only} />;
  return (
    <ul>
      {contacts.map(({ service, person, phone, mail }) => (
        <li key={service}>
          {`${person ?? service}\u00a0: `}
          {mail !== undefined && <a href={`mailto:${mail}`}>{mail}</a>}
          {phone !== undefined && (
            <>
              {', '}
              <a href={phoneAddress(phone)}>{phoneInWords(phone)}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

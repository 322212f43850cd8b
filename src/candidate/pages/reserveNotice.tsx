import type { JSX } from 'preact';
import { ReadDecision, TakenBy } from '../../decisions/index.ts';
import { type Enrolment, enrolmentAddresses, enrolmentTexts, type Reserve } from '../../enrolment/index.ts';
import { paperAddresses } from '../../papers/index.ts';
import { Alert, instantInWords } from '../../ui/index.ts';

const say = enrolmentTexts.reserve;

/** What a reserve means to the candidate: what is awaited, that it was lifted, or why the file is set aside and how to contest. */
export function ReserveNotice({
  enrolment,
  reserve,
  notified,
  remedies,
  isOpen,
  goesOn,
}: {
  readonly enrolment: Pick<Enrolment, 'id' | 'reserve' | 'status'>;
  readonly reserve: Reserve | null;
  /** Where the notification of the decision that set it aside stands. */
  readonly notified: string | null;
  readonly remedies: readonly string[];
  /** May the answers still be corrected? */
  readonly isOpen: boolean;
  /** Is anything left to sign, give or do meanwhile? */
  readonly goesOn: boolean;
}): JSX.Element | null {
  if (reserve === null) return null;
  const [decided] = reserve.decisions;
  const isFormer = reserve.reasons.every(({ former }) => former === true);
  if (enrolment.reserve === 'pending')
    return enrolment.status === 'registered' ? (
      <Alert tone="warn" title={say.title}>
        {reserve.fallen !== null && <p>{say.againNow(instantInWords(reserve.fallen.at))}</p>}
        {isFormer ? null : <p>{say.pending(reserve.reasons.length)}</p>}
        <Reasons reserve={reserve} />
        {reserve.fallen === null && <p>{goesOn && isOpen ? say.pendingNext : say.pendingOver}</p>}
        {isOpen && (
          <p>
            <a href={enrolmentAddresses.step(enrolment.id, 'recapitulatif')}>{enrolmentTexts.eligibility.correct}</a>
          </p>
        )}
        <p class="muted">{enrolmentTexts.eligibility.computed}</p>
      </Alert>
    ) : null;
  if (decided === undefined) return null;
  if (enrolment.reserve === 'lifted')
    return enrolment.status === 'registered' ? (
      <Alert tone="ok">
        <p>{(decided.decision === 'reinstated' ? say.reinstatedNow : say.liftedNow)(instantInWords(decided.at))}</p>
        <p class="typed">{say.note(decided.words)}</p>
        <TakenBy author={decided.author} />
      </Alert>
    ) : null;
  return (
    <Alert tone="danger" title={say.setAside}>
      <p>{say.setAsideBy(instantInWords(decided.at))}</p>
      <ReadDecision
        reason={decided.words}
        ground={decided.ground}
        author={decided.author}
        notified={notified}
        href={paperAddresses.list(enrolment.id)}
      />
      {enrolment.status === 'registered' && <p>{say.goesOn}</p>}
      <h3>{say.remediesTitle}</h3>
      <ul>
        {remedies.map((remedy) => (
          <li key={remedy}>{remedy}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Reasons({ reserve }: { readonly reserve: Reserve }): JSX.Element {
  return (
    <ul>
      {reserve.reasons.map(({ code, sentence, source }) => (
        <li key={code}>
          {sentence} <span class="muted">{enrolmentTexts.eligibility.source(source)}</span>
        </li>
      ))}
    </ul>
  );
}

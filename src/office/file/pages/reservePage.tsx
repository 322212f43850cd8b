import type { JSX } from 'preact';
import { groundField, SignActions, type SignerShown, sureField, wordsField } from '../../../decisions/index.ts';
import type { Reserve, ReserveDecision } from '../../../enrolment/index.ts';
import { deskAddresses, type People } from '../../../scope/index.ts';
import {
  Alert,
  BackLink,
  ButtonLink,
  Columns,
  Form,
  FormFields,
  type FormState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  stateOf,
  Timeline,
} from '../../../ui/index.ts';
import { reserveTexts } from '../reserveTexts.ts';

const say = reserveTexts;

const ground = groundField(say.setAside, 300);

/** What each decision is typed into, by who signs or only prepares it; the names differ, so that a form shown again keeps its own. */
export function reserveForms(prepares: boolean) {
  return {
    lifted: [wordsField('note', say.lift)],
    reinstated: [wordsField('note', say.reinstate)],
    'set-aside': [
      wordsField('motifs', say.setAside),
      ground,
      sureField(prepares ? say.setAside.prepared : say.setAside),
    ],
  } as const;
}
export const GROUND = ground.name;

export type ReserveView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly version: number;
  readonly reserve: Reserve | null;
  /** What can be decided now. */
  readonly open: 'pending' | 'upheld' | null;
  readonly people: People;
  /** Has the candidate no mail box? */
  readonly byPost: boolean;
  /** Under whose name each would be signed, or who could. */
  readonly signers: Readonly<Record<ReserveDecision['decision'], SignerShown>>;
  readonly state: FormState;
};

/** An officer's page on a reserve: why it stands, what was decided, and the two ways of ending it. */
export function ReservePage(view: ReserveView): JSX.Element {
  const { chrome, flash, enrolmentId, reserve, open, state } = view;
  return (
    <Page chrome={chrome} flash={flash} title={say.title} layout="wide" faults={state.faults}>
      <BackLink href={deskAddresses.file(enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={view.name} {...(open === 'pending' ? { lead: say.lead } : {})}>
        {say.title}
      </PageTitle>
      {reserve === null ? <Alert tone="info">{say.none}</Alert> : <Reasons reserve={reserve} people={view.people} />}
      <p>
        <a href={deskAddresses.file(enrolmentId)}>{say.see}</a>
      </p>
      {open === 'pending' && (
        <Columns>
          <Decide view={view} decision="lifted" texts={say.lift} kind="primary" />
          <Decide view={view} decision="set-aside" texts={say.setAside} kind="danger" />
        </Columns>
      )}
      {open === 'upheld' && <Decide view={view} decision="reinstated" texts={say.reinstate} kind="primary" />}
    </Page>
  );
}

function Reasons({ reserve, people }: { readonly reserve: Reserve; readonly people: People }): JSX.Element {
  const decisions = [...reserve.decisions, ...(reserve.fallen === null ? [] : [reserve.fallen])];
  return (
    <>
      <Section title={say.reasons}>
        <p class="muted">{say.raised(reserve.version, reserve.raisedAt)}</p>
        <ul>
          {reserve.reasons.map(({ code, sentence, source }) => (
            <li key={code}>
              {sentence} <span class="muted">{say.source(source)}</span>
            </li>
          ))}
        </ul>
      </Section>
      {decisions.length > 0 && (
        <Section title={say.history}>
          <Timeline
            entries={decisions.map((one, index) => ({
              key: String(index),
              at: one.at,
              actor: people('staff', one.officerId),
              text: one === reserve.fallen ? `${decisionInWords(one)} ${say.fallen}` : decisionInWords(one),
            }))}
          />
        </Section>
      )}
    </>
  );
}

/** « Inscription écartée : les motifs. Fondement : … » */
function decisionInWords({ decision, words: typed, ground: law }: ReserveDecision): string {
  return [`${say.decisions[decision]}\u00a0: ${typed}`, ...(law === null ? [] : [say.ground(law)])].join(' ');
}

function Decide({
  view,
  decision,
  texts: its,
  kind,
}: {
  readonly view: ReserveView;
  readonly decision: ReserveDecision['decision'];
  readonly texts: { readonly title: string; readonly text: (how: string) => string; readonly submit: string };
  readonly kind: 'primary' | 'danger';
}): JSX.Element {
  const signer = view.signers[decision];
  const fields = reserveForms(!signer.may)[decision];
  return (
    <Section title={its.title}>
      <p>{its.text(view.byPost ? say.byPost : say.byMail)}</p>
      <Form
        action={deskAddresses.reserve(view.enrolmentId)}
        csrf={view.csrf}
        version={view.version}
        state={stateOf(view.state, Object.hasOwn(view.state.typed, fields[0].name))}
        label={its.title}
      >
        <input type="hidden" name="decision" value={decision} />
        <FormFields fields={fields} />
        <SignActions signer={signer} submit={its.submit} kind={kind}>
          <ButtonLink kind="secondary" href={deskAddresses.file(view.enrolmentId)}>
            {say.keep}
          </ButtonLink>
        </SignActions>
      </Form>
    </Section>
  );
}

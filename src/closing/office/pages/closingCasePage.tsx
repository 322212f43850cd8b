import type { JSX } from 'preact';
import type { Catalogue } from '../../../catalogue/index.ts';
import { isRunning } from '../../../enrolment/index.ts';
import type { HearingAnswer } from '../../../hearings/index.ts';
import { closingOf, unreadableInWords } from '../../../pieces/index.ts';
import { reminderDesk } from '../../../reminders/index.ts';
import { deskAddresses, type People, pieceLabel } from '../../../scope/index.ts';
import {
  Alert,
  BackLink,
  defineField,
  Form,
  FormFields,
  type FormState,
  freeText,
  frenchDate,
  KeysHelp,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortEnd,
  stateOf,
  Table,
  Timeline,
} from '../../../ui/index.ts';
import { type Cancellation, STANDING } from '../../cancellation.ts';
import type { GrantedTime } from '../../closing.ts';
import type { FileCase } from '../../fileCase.ts';
import { awaitedOf } from '../../rules/invitation.ts';
import { closingTexts } from '../closingTexts.ts';
import { ACTS, CancellationSection, type CancellationView } from './cancellationSection.tsx';

const say = closingTexts.file;

export type ClosingCaseView = PageFrame & {
  readonly catalogue: Catalogue;
  readonly file: FileCase;
  /** Nothing is held against the candidate for now, whatever is missing: why. */
  readonly notYet: string | null;
  readonly number: string;
  readonly name: string;
  readonly observations: readonly HearingAnswer[];
  readonly granted: readonly GrantedTime[];
  readonly cancellations: readonly Cancellation[];
  /** A head of office who didn't propose the one that stands. */
  readonly canApprove: boolean;
  readonly barred: CancellationView['barred'];
  readonly signers: CancellationView['signers'];
  readonly notified: string | null;
  readonly people: People;
  readonly state: FormState;
};

/** One incomplete file: what is missing, what was said and sent, what the candidate wrote, and the invitation. */
export function ClosingCasePage(view: ClosingCaseView): JSX.Element {
  const { file, people, state, observations } = view;
  const { enrolment, found, invitations } = file;
  const isStanding = view.cancellations.some(({ state: standing }) => STANDING.some((one) => one === standing));
  const canInvite = (found?.state === 'to-invite' || found?.state === 'expired') && view.notYet === null && !isStanding;
  const canPropose = found?.state === 'expired' && view.notYet === null;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      layout="wide"
      title={say.title}
      faults={state.faults}
      scripts={canPropose ? ['closing.js'] : []}
    >
      <BackLink href={deskAddresses.closing({ session: enrolment.session })}>{say.back}</BackLink>
      <PageTitle
        kicker={view.number}
        lead={view.name}
        aside={
          <>
            <a href={deskAddresses.file(enrolment.id)}>{say.open}</a>
            {' · '}
            <a href={reminderDesk.reminder(enrolment.id)}>{say.reminders}</a>
          </>
        }
      >
        {say.title}
      </PageTitle>
      {found === null ? (
        <Alert tone="info">{isRunning(enrolment) ? say.nothing : say.ended}</Alert>
      ) : (
        <Alert tone={found.state === 'apart' ? 'warn' : 'info'}>
          {view.notYet ?? closingTexts.state({ state: found.state, invitation: invitations[0] ?? null }, true)}
        </Alert>
      )}
      <div class="beside">
        <section class="pane" aria-label={say.evidence}>
          <Missing view={view} />
          <Apart view={view} />
          <Section title={say.invitations}>
            {invitations.length === 0 ? (
              <p class="muted">{say.noInvitation}</p>
            ) : (
              <Timeline
                entries={invitations.map((one) => ({
                  key: one.reference,
                  at: one.at,
                  text: say.invitation(one, people('staff', one.officerId)),
                }))}
              />
            )}
          </Section>
          <Section title={say.observations}>
            {observations.length === 0 ? (
              <p class="muted">{say.noObservation}</p>
            ) : (
              <Timeline entries={observations.map(({ at, words }, index) => ({ key: `${index}`, at, text: words }))} />
            )}
          </Section>
        </section>
        <section class="pane" aria-label={say.decision}>
          <CancellationSection
            enrolmentId={enrolment.id}
            version={enrolment.version}
            csrf={view.csrf}
            state={stateOf(state, !isGrantSent(view))}
            people={people}
            cancellations={view.cancellations}
            canPropose={canPropose}
            canApprove={view.canApprove}
            barred={view.barred}
            signers={view.signers}
            notified={view.notified}
          />
          {canInvite && (
            <Section title={say.invite}>
              <p>{say.inviteText}</p>
              <Form
                action={deskAddresses.closingCase(enrolment.id)}
                csrf={view.csrf}
                label={say.invite}
                submit={say.invite}
                {...(found?.state === 'expired' && { kind: 'secondary' as const })}
              >
                <input type="hidden" name="acte" value={ACTS.invite} />
              </Form>
            </Section>
          )}
          <GrantedSection view={view} />
        </section>
      </div>
      {canPropose && <KeysHelp list={say.keys} note={say.keysNote} />}
    </Page>
  );
}

function Missing({ view: { file, catalogue } }: { readonly view: ClosingCaseView }): JSX.Element | null {
  const { found, pieces, enrolment } = file;
  if (found === null) return null;
  const others = found.missing.filter((code) => !found.held.includes(code));
  return (
    <Section title={say.missing}>
      <Table
        caption={say.missing}
        columns={say.missingColumns}
        rows={pieces
          .filter(({ code }) => found.missing.includes(code))
          .map((piece) => ({
            key: piece.id,
            cells: [
              `${pieceLabel(catalogue, piece)} (${piece.code})`,
              shortEnd(closingOf(piece)),
              piece.status === 'non-compliant'
                ? say.refused(piece.comment)
                : (unreadableInWords(piece) ?? (piece.mode === 'post' ? say.neverCame : say.never)),
            ],
          }))}
      />
      {found.held.length > 0 && others.length > 0 && (
        <p>{say.notHeld(others.map((code) => pieceLabel(catalogue, { session: enrolment.session, code })))}</p>
      )}
    </Section>
  );
}

function Apart({ view: { file, catalogue } }: { readonly view: ClosingCaseView }): JSX.Element | null {
  const { turnedAway, enrolment } = file;
  if (turnedAway.length === 0) return null;
  return (
    <Section title={say.apart}>
      <p>{say.apartText}</p>
      <ul>
        {turnedAway.map(({ code, begunAt }) => (
          <li key={`${code} ${begunAt}`}>
            {say.try(pieceLabel(catalogue, { session: enrolment.session, code }), begunAt)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const grantForm = [
  defineField({
    name: 'jour',
    label: say.day,
    control: 'date',
    width: 12,
    missing: say.dayMissing,
    check: frenchDate(),
  }),
  defineField({
    name: 'raison',
    label: say.reason,
    hint: say.reasonHint,
    control: 'textarea',
    rows: 3,
    missing: say.reasonMissing,
    check: freeText(1000),
  }),
] as const;

function isGrantSent({ state }: ClosingCaseView): boolean {
  return Object.hasOwn(state.typed, grantForm[1].name);
}

/** Time that this candidate alone has, and the form that grants more while something is awaited. */
function GrantedSection({ view }: { readonly view: ClosingCaseView }): JSX.Element | null {
  const { file, granted, people } = view;
  const isAwaited = isRunning(file.enrolment) && awaitedOf(file).length > 0;
  if (granted.length === 0 && !isAwaited) return null;
  return (
    <Section title={say.granted} id="delai">
      {granted.length > 0 && (
        <Timeline
          entries={granted.map((one, index) => ({
            key: `${index}`,
            at: one.at,
            actor: people('staff', one.officerId),
            text: say.grantedLine(one),
          }))}
        />
      )}
      {isAwaited && (
        <>
          <p>{say.grantedText}</p>
          <Form
            action={deskAddresses.closingCase(file.enrolment.id)}
            csrf={view.csrf}
            state={stateOf(view.state, isGrantSent(view))}
            label={say.grant}
            submit={say.grant}
            kind="secondary"
          >
            <input type="hidden" name="acte" value={ACTS.grant} />
            <FormFields fields={grantForm} />
          </Form>
        </>
      )}
    </Section>
  );
}

import type { JSX } from 'preact';
import type { Reminder } from '../../../catalogue/index.ts';
import { deskAddresses } from '../../../scope/index.ts';
import {
  BackLink,
  defineField,
  Form,
  FormField,
  type FormState,
  freeText,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortEnd,
  shortInstant,
  Table,
} from '../../../ui/index.ts';
import { type Exclusion, type ReminderProof, stepOf } from '../../reminder.ts';
import { addresses as reminderDesk } from '../addresses.ts';
import { reminderTexts } from '../remindersTexts.ts';

const say = reminderTexts.file;

const reason = defineField({
  name: 'motif',
  label: say.exclude.reason,
  hint: say.exclude.hint,
  control: 'textarea',
  rows: 3,
  missing: say.exclude.missing,
  check: freeText(500),
});
export const exclusionForm = [reason] as const;

export type ReminderView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  /** What would leave now; null: nothing is left to do. */
  readonly mail: { readonly subject: string; readonly body: string } | null;
  readonly next: readonly { readonly step: Reminder; readonly at: Temporal.Instant }[];
  readonly proofs: readonly ReminderProof[];
  readonly exclusion: (Exclusion & { readonly who: string }) | null;
  /** Has it not ended? */
  readonly runs: boolean;
  readonly state: FormState;
};

/** The reminders of one file: what would leave now, what left and arrived, and the way to take it out. */
export function ReminderPage(view: ReminderView): JSX.Element {
  const { state, mail } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <BackLink href={reminderDesk.reminders()}>{say.back}</BackLink>
      <PageTitle kicker={view.number} lead={view.name}>
        {say.title}
      </PageTitle>
      <p>
        <a href={deskAddresses.file(view.enrolmentId)}>{say.open}</a>
      </p>
      {mail === null ? (
        <p>{say.nothing}</p>
      ) : (
        <Section title={say.preview}>
          <p>{say.recipient(view.address)}</p>
          <p>{say.subject(mail.subject)}</p>
          <blockquote>
            {mail.body.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} class="typed">
                {paragraph}
              </p>
            ))}
          </blockquote>
        </Section>
      )}
      {view.next.length > 0 && (
        <Section title={say.steps}>
          <ul>
            {view.next.map(({ step, at }) => (
              <li key={at.toString()}>{reminderTexts.next(at, step)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Proofs proofs={view.proofs} />
      {view.exclusion !== null ? (
        <Resume view={view} exclusion={view.exclusion} />
      ) : (
        view.runs && <Exclude view={view} />
      )}
    </Page>
  );
}

function Proofs({ proofs }: Pick<ReminderView, 'proofs'>): JSX.Element {
  return (
    <Section title={say.proofs}>
      {proofs.length === 0 ? (
        <p class="muted">{say.none}</p>
      ) : (
        <Table
          caption={say.proofs}
          columns={say.columns}
          rows={proofs.map((proof) => ({
            key: `${proof.until} ${proof.step}`,
            cells: [
              shortEnd(proof.until),
              reminderTexts.before(stepOf(proof.step)),
              reminderTexts.states[proof.state],
              shortInstant(proof.settledAt ?? proof.plannedAt),
              say.mail(proof),
              say.paper(proof),
            ],
          }))}
        />
      )}
    </Section>
  );
}

function Exclude({ view }: { readonly view: ReminderView }): JSX.Element {
  const { exclude } = say;
  return (
    <Section title={exclude.title}>
      <p>{exclude.text}</p>
      <Form
        action={reminderDesk.reminder(view.enrolmentId)}
        csrf={view.csrf}
        state={view.state}
        label={exclude.title}
        submit={exclude.submit}
        kind="secondary"
      >
        <input type="hidden" name="acte" value="retirer" />
        <FormField field={reason} />
      </Form>
    </Section>
  );
}

function Resume({
  view,
  exclusion,
}: {
  readonly view: ReminderView;
  readonly exclusion: NonNullable<ReminderView['exclusion']>;
}): JSX.Element {
  const { resume } = say;
  return (
    <Section title={resume.title}>
      <p>{resume.text(exclusion.who, exclusion.at, exclusion.reason)}</p>
      <p class="muted">{resume.note}</p>
      <Form
        action={reminderDesk.reminder(view.enrolmentId)}
        csrf={view.csrf}
        label={resume.title}
        submit={resume.submit}
        kind="secondary"
      >
        <input type="hidden" name="acte" value="remettre" />
      </Form>
    </Section>
  );
}

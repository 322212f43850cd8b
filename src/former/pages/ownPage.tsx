import type { JSX } from 'preact';
import { type Enrolment, enrolmentAddresses } from '../../enrolment/index.ts';
import { ok, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import {
  Alert,
  BackLink,
  dayInWords,
  defineField,
  Form,
  FormField,
  type FormState,
  numericDay,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  Table,
  textCheck,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { ownTexts as say } from '../personTexts.ts';
import { numberIn } from '../rules/readLine.ts';
import type { FormerClaim } from '../store/claims.ts';
import type { FormerResult } from '../store/lines.ts';
import type { PersonLink } from '../store/links.ts';
import { resultInWords } from '../texts.ts';

export const numberField = defineField({
  name: 'numero',
  label: say.number,
  hint: say.numberHint,
  control: 'text',
  width: 20,
  optional: true,
  check: textCheck((typed) => {
    const number = numberIn(typed);
    return number === null ? refuse(say.numberWrong) : ok(number);
  }, String),
});

export type OwnView = PageFrame & {
  readonly enrolment: Enrolment;
  readonly claim: FormerClaim | null;
  readonly links: readonly PersonLink[];
  /** Why what was given back was taken away again; null: it wasn't. */
  readonly undone: string | null;
  readonly results: readonly FormerResult[];
  readonly speciality: (cfd: string) => string;
  readonly state: FormState;
};

/** One's own former results: asked for, waited for, there. */
export function OwnPage(view: OwnView): JSX.Element {
  const { enrolment, claim, links, undone, state } = view;
  const waits = claim?.state === 'waiting';
  const refused = claim?.state === 'refused' && links.length === 0 ? claim.words : null;
  return (
    <Page chrome={view.chrome} flash={view.flash} title={say.title} faults={state.faults}>
      {enrolment.registered === null ? (
        <BackLink href={enrolmentAddresses.step(enrolment.id, 'acquis')}>{say.back}</BackLink>
      ) : (
        <BackLink href={enrolmentAddresses.hub(enrolment.id)}>{say.hub}</BackLink>
      )}
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {undone !== null && (
        <Alert tone="warn" title={say.undone}>
          {say.undoneText(undone)}
        </Alert>
      )}
      {refused !== null && !waits && (
        <Alert tone="info" title={say.refused}>
          {refused}
        </Alert>
      )}
      {links.length > 0 && <Known {...view} />}
      {waits && claim !== null ? (
        <Alert tone="info" title={say.waiting}>
          <p>{say.waitingText(dayInWords(parisDay(claim.askedAt)))}</p>
          <p>{say.meanwhile}</p>
        </Alert>
      ) : (
        links.length === 0 && <Ask {...view} />
      )}
      <p class="muted">{say.kept}</p>
    </Page>
  );
}

function Ask({ enrolment, csrf, state, claim }: OwnView): JSX.Element {
  return (
    <>
      <ol>
        {say.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>{say.why}</p>
      <Form
        action={addresses.own(enrolment.id)}
        csrf={csrf}
        state={state}
        label={say.submit}
        submit={claim === null ? say.submit : say.again}
      >
        <FormField field={numberField} />
      </Form>
      <p class="muted">{say.meanwhile}</p>
    </>
  );
}

function Known({ links, results, speciality }: OwnView): JSX.Element {
  const last = links.at(-1);
  return (
    <Section title={say.known}>
      {last !== undefined && <p>{say.knownText(dayInWords(parisDay(last.at)))}</p>}
      <Table
        caption={say.known}
        columns={Object.values(say.columns)}
        rows={results.map(({ number, cfd, year, unit, outcome, halfPoints, obtainedOn }) => ({
          key: `${number}-${cfd}-${year}-${unit}`,
          cells: [String(year), speciality(cfd), unit, resultInWords(outcome, halfPoints), numericDay(obtainedOn)],
        }))}
      />
      <p>{say.wrong}</p>
    </Section>
  );
}

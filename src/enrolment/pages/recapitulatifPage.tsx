import type { JSX } from 'preact';
import { NoticeWords, noticeOffer, noticeTexts } from '../../accounts/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  type Chrome,
  type Contact,
  Details,
  defineField,
  ErrorSummary,
  Fieldset,
  type Flash,
  Form,
  FormField,
  type FormState,
  instantInWords,
  type Line,
  Page,
  PageTitle,
  Section,
  Stepper,
  SummaryList,
  Table,
  ticked,
} from '../../ui/index.ts';
import { type Enrolment, isSigned } from '../enrolment.ts';
import type { Pen } from '../pen.ts';
import type { Refusal } from '../refusals.ts';
import type { ReserveAhead } from '../reserve.ts';
import type { Reason, Verdict } from '../rules/verdict.ts';
import { isBeingRewritten } from '../signed.ts';
import { isSat } from '../steps/epreuves/epreuves.ts';
import type { SummaryBlock } from '../summary.ts';
import { texts } from '../texts.ts';
import type { ShownVersion } from '../versions.ts';
import { Examine, NotMet } from './notMet.tsx';
import { BeingChanged, type Place, pageTitle } from './stepPage.tsx';

const say = texts.recapitulatif;

export type RecapitulatifView = {
  readonly pen: Pen;
  readonly chrome: Chrome;
  readonly place: Place;
  readonly enrolment: Enrolment;
  readonly civilStatus: readonly Line[];
  readonly blocks: readonly SummaryBlock[];
  /** What each changed line was before, by « step name »; empty for a draft. */
  readonly changes: ReadonlyMap<string, string>;
  /** The same, each with its label and what it is now. */
  readonly differences: ShownVersion['changes'];
  readonly ahead: ReserveAhead;
  /** Whom to ask about a condition. */
  readonly contacts: readonly Contact[];
  readonly freeForm: boolean;
  readonly state: FormState;
  readonly csrf: string;
  readonly idempotencyKey: string;
  /** Why nothing can be changed or registered now; null while it can. */
  readonly shut: Refusal | null;
  /** Of the answers shown: what is certified is what was read. */
  readonly stamp: string;
  /** Electronic notices: accepted by this candidate already, or not yet; asked of nobody else. */
  readonly notice: 'offered' | 'accepted' | 'not-asked';
  readonly flash: Flash | null;
};

/** Step 6: everything on one page, *Modifier* per block, then *Enregistrer*. */
export function RecapitulatifPage(view: RecapitulatifView): JSX.Element {
  const { enrolment, shut } = view;
  const unchanged = enrolment.number !== null && view.changes.size === 0;
  return (
    <Page chrome={view.chrome} title={pageTitle(view.place)} faulty={view.state.faults.length > 0} flash={view.flash}>
      <ErrorSummary faults={view.state.faults} />
      {shut === null ? (
        <Before view={view} unchanged={unchanged} />
      ) : (
        <Shut pen={view.pen} enrolment={enrolment} shut={shut} />
      )}
      {isRewriting(view) ? (
        <>
          <Changes view={view} />
          <Register view={view} />
          <Details summary={say.allAnswers}>
            <AllAnswers view={view} />
          </Details>
        </>
      ) : (
        <AllAnswers view={view} />
      )}
      <EligibilitySection view={view} />
      {shut === null && unchanged && <ChangeNothing pen={view.pen} enrolment={enrolment} />}
      {shut === null && !unchanged && !isRewriting(view) && <Register view={view} />}
    </Page>
  );
}

/** Does the candidate change what is registered? Then the page is about that alone. */
function isRewriting({ pen, enrolment, shut, differences }: RecapitulatifView): boolean {
  return pen.by === 'candidate' && shut === null && enrolment.number !== null && differences.length > 0;
}

/** What changes, and what it costs. */
function Changes({ view: { enrolment, differences } }: { readonly view: RecapitulatifView }): JSX.Element {
  const cost = !isBeingRewritten(enrolment) ? say.cost.none : isSigned(enrolment) ? say.cost.signed : say.cost.unsigned;
  return (
    <>
      <Table
        caption={say.changes(differences.length)}
        columns={[{ label: say.change.answer }, { label: say.change.before }, { label: say.change.after }]}
        rows={differences.map(({ label, before, after }) => ({
          key: label,
          cells: [label, before === '' ? say.change.nothing : before, after === '' ? say.change.nothing : after],
        }))}
      />
      <Alert tone={cost === say.cost.none ? 'info' : 'warn'}>{cost}</Alert>
    </>
  );
}

/** Everything that is answered, with *Modifier* per block. */
function AllAnswers({ view }: { readonly view: RecapitulatifView }): JSX.Element {
  const { enrolment, shut } = view;
  return (
    <>
      <Section title={say.civilStatus}>
        <SummaryList rows={view.civilStatus} />
      </Section>
      {toReadOver(view).map((block) => (
        <Section
          key={block.step}
          title={block.title}
          action={
            shut === null && (
              <a href={view.pen.addresses.change(enrolment.id, block.step)}>
                {say.modify}
                <span class="unseen"> {block.title}</span>
              </a>
            )
          }
        >
          <SummaryList
            rows={block.lines.map(({ name, label, value }) => {
              const before = view.changes.get(`${block.step} ${name}`);
              return { label, value, ...(before === undefined ? {} : { before }) };
            })}
          />
        </Section>
      ))}
    </>
  );
}

/** The units that are left to sit stand in a later step, each with when: what is kept is named here, and the others once. */
function toReadOver({ blocks, changes }: RecapitulatifView): readonly SummaryBlock[] {
  if (!blocks.some(({ lines }) => lines.some(isSat))) return blocks;
  return blocks.map((block) => {
    const kept = block.lines.filter(({ name, about }) => about !== 'sit' || changes.has(`${block.step} ${name}`));
    if (kept.length === block.lines.length) return block;
    const { all, others, value } = say.unitsLeft;
    return { ...block, lines: [...kept, { name: 'left', label: kept.length === 0 ? all : others, value }] };
  });
}

/** What the page is for, and what a change of a registered enrolment leads to. */
function Before({ view, unchanged }: { readonly view: RecapitulatifView; readonly unchanged: boolean }): JSX.Element {
  const { enrolment, changes, place, pen } = view;
  const words = pen.by === 'office' ? texts.entry.summary : say;
  return (
    <>
      <Stepper titles={place.titles} position={place.position} />
      <PageTitle lead={unchanged ? words.unchanged : introOf(view)}>
        {unchanged ? words.whatToChange : isRewriting(view) ? say.whatChanges : place.question}
      </PageTitle>
      {isRewriting(view) ? (
        <ActionForm action={pen.addresses.abandon(enrolment.id)} csrf={view.csrf}>
          <Button kind="danger">{texts.changing.abandon}</Button>
        </ActionForm>
      ) : (
        <>
          <BeingChanged pen={pen} enrolment={enrolment} csrf={view.csrf} />
          {changes.size > 0 && <Alert tone="info">{say.changes(changes.size)}</Alert>}
        </>
      )}
    </>
  );
}

function introOf({ pen, enrolment: { number, version } }: RecapitulatifView): string {
  if (pen.by === 'office') return texts.entry.summary.intro;
  return number === null ? say.intro : say.introChange(number, version);
}

type Where = { readonly pen: Pen; readonly enrolment: Enrolment };

function ChangeNothing({ pen: { addresses }, enrolment }: Where): JSX.Element {
  return (
    <Actions>
      <ButtonLink kind="secondary" href={addresses.hub(enrolment.id)}>
        {say.changeNothing}
      </ButtonLink>
    </Actions>
  );
}

/** The answers stay to be read when nothing can be done with them any more. */
function Shut({ pen, enrolment, shut }: Where & { readonly shut: Refusal }): JSX.Element {
  return (
    <>
      <BackLink href={pen.addresses.hub(enrolment.id)}>
        {pen.by === 'office' ? texts.entry.back : texts.accommodation.back}
      </BackLink>
      <PageTitle>{say.shut.title}</PageTitle>
      <Alert tone="info">{pen.by === 'office' ? pen.inWords(shut) : shutInWords(shut)}</Alert>
    </>
  );
}

function shutInWords(shut: Refusal): string {
  if (shut.code === 'closed') return say.shut.closed(instantInWords(shut.closesAt));
  return shut.code === 'not-open-yet' ? say.shut.notOpen(instantInWords(shut.opensAt)) : say.shut.ended;
}

function Register({ view }: { readonly view: RecapitulatifView }): JSX.Element {
  const { enrolment, pen } = view;
  const { addresses } = pen;
  return (
    <Form
      action={addresses.step(enrolment.id, 'recapitulatif')}
      csrf={view.csrf}
      idempotencyKey={view.idempotencyKey}
      version={view.stamp}
      state={view.state}
      summary={false}
    >
      <UnderReserve view={view} />
      {view.notice === 'offered' && (
        <Details summary={noticeTexts.offer} open={view.state.typed[noticeOffer.name] !== undefined}>
          <NoticeWords />
          <FormField field={noticeOffer} />
        </Details>
      )}
      <p>{pen.by === 'office' ? texts.entry.summary.commitment : say.commitment}</p>
      {pen.by === 'candidate' && enrolment.number === null && <p class="muted">{say.notYetFinal}</p>}
      <Actions>
        <Button>{view.ahead.reserve === 'pending' ? texts.reserve.register : texts.register}</Button>
        <ButtonLink kind="secondary" href={addresses.step(enrolment.id, view.place.previous ?? 'recapitulatif')}>
          {texts.previous}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

/** Ticked, with the conditions that were read: what changed meanwhile is read again. */
const reserveField = defineField({
  name: 'sousReserve',
  label: texts.reserve.read,
  control: 'checkbox',
  missing: texts.reserve.unread,
  check: ticked(),
});
const typedReserveField = defineField({
  name: 'sousReserve',
  label: texts.entry.summary.reserveRead,
  control: 'checkbox',
  missing: texts.entry.summary.reserveUnread,
  check: ticked(),
});
export const reserveFieldOf = (by: Pen['by']): typeof reserveField =>
  by === 'office' ? typedReserveField : reserveField;
export const REASONS_READ = 'conditions';

function UnderReserve({ view }: { readonly view: RecapitulatifView }): JSX.Element | null {
  const { reserve, reasons, was } = view.ahead;
  if (reserve !== 'pending')
    return reserve === null && was !== null ? <Alert tone="ok">{texts.reserve.met}</Alert> : null;
  return (
    <Fieldset legend={texts.reserve.title} hint={texts.reserve.explained}>
      <input type="hidden" name={REASONS_READ} value={reasons.map(({ code }) => code).join(' ')} />
      <FormField field={reserveFieldOf(view.pen.by)} />
    </Fieldset>
  );
}

const TONES = { eligible: 'ok', 'to-check': 'info', 'not-eligible': 'warn' } as const;

/** Each with its source. */
function Reasons({
  verdict,
  reasons,
}: {
  readonly verdict: Verdict;
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
function EligibilitySection({ view }: { readonly view: RecapitulatifView }): JSX.Element {
  const { contacts, enrolment } = view;
  const { verdict, reserve } = view.ahead;
  const words = texts.eligibility;
  const isPending = reserve === 'pending';
  const settled = verdict.reasons.filter(({ met }) => met === true);
  return (
    <Section title={words.title}>
      {isPending ? (
        <NotMet
          verdict={verdict}
          enrolmentId={enrolment.id}
          addresses={view.pen.addresses}
          contacts={contacts}
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
      {!isPending && <Examine contacts={contacts} />}
    </Section>
  );
}

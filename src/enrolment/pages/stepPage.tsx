import type { ComponentChildren, JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  type Chrome,
  clockTime,
  type Flash,
  Form,
  type FormState,
  Page,
  type PageProps,
  PageTitle,
  Stepper,
} from '../../ui/index.ts';
import { type Enrolment, type EnrolmentId, isBeingChanged, type StepName } from '../enrolment.ts';
import type { Pen } from '../pen.ts';
import { texts } from '../texts.ts';
import { InTheirName } from './inTheirName.tsx';

/** Where one is in the steps of the exam. */
export type PlaceInSteps = {
  readonly step: StepName;
  readonly question: string;
  /** Of every step, the summary included. */
  readonly titles: readonly string[];
  /** From 1. */
  readonly position: number;
  readonly previous: StepName | null;
};

/** What every step page is given. */
export type StepView = {
  readonly pen: Pen;
  readonly chrome: Chrome;
  readonly place: PlaceInSteps;
  readonly enrolment: Enrolment;
  readonly state: FormState;
  readonly csrf: string;
  /** What the form was filled from; sent back so that two tabs don't overwrite each other. */
  readonly stamp: string;
  readonly flash: Flash | null;
  /** Opened by *Modifier* of the summary, and leads back there. */
  readonly changing: boolean;
  /** What the answers saved make of the conditions, if there is something to say. */
  readonly notice: JSX.Element | null;
};

/** The frame of a step: where one is, what is asked, *Précédent* and *Suivant*. */
export function StepPage(props: {
  readonly view: StepView;
  readonly intro?: ComponentChildren;
  readonly before?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** In the place of *Suivant*. */
  readonly next?: ComponentChildren;
  readonly scripts?: readonly string[];
  readonly sheets?: PageProps['sheets'];
}): JSX.Element {
  const { view } = props;
  const { addresses } = view.pen;
  const { step, question, titles, position } = view.place;
  const { id } = view.enrolment;
  return (
    <Page
      chrome={view.chrome}
      title={pageTitle(view.place)}
      faults={view.state.faults}
      flash={view.flash}
      scripts={props.scripts ?? []}
      sheets={props.sheets ?? []}
    >
      <Stepper titles={titles} position={position} />
      <PageTitle>{question}</PageTitle>
      <BeingChanged pen={view.pen} enrolment={view.enrolment} csrf={view.csrf} isStep />
      {view.notice}
      {props.intro}
      {props.before}
      <Form action={addresses.step(view.enrolment.id, step)} csrf={view.csrf} version={view.stamp} state={view.state}>
        {view.changing && CHANGING}
        {props.children}
        <Actions>
          {props.next ?? <Button>{view.changing ? texts.backToSummary : texts.next}</Button>}
          {view.changing && props.next === undefined ? null : props.next !== undefined || view.pen.by === 'office' ? (
            <ButtonLink
              kind="secondary"
              href={view.changing ? addresses.step(id, 'recapitulatif') : stepBefore(view.pen, id, view.place)}
            >
              {view.changing ? texts.backToSummary : texts.previous}
            </ButtonLink>
          ) : (
            <Button kind="secondary" name={PREVIOUS} value="1">
              {texts.previous}
            </Button>
          )}
        </Actions>
        <p class="muted">{texts.savedAt(clockTime(view.enrolment.savedAt))}</p>
      </Form>
    </Page>
  );
}

/** The button that leaves a step for the one before, and keeps what is typed. */
export const PREVIOUS = 'precedent';

export function stepBefore({ addresses }: Pen, id: EnrolmentId, { previous }: Pick<PlaceInSteps, 'previous'>): string {
  return previous === null ? addresses.hub(id) : addresses.step(id, previous);
}

/** Keeps a form on its way back to the summary. */
export const CHANGING = <input type="hidden" name="changer" value="1" />;

export function pageTitle({ titles, position }: PlaceInSteps): string {
  return texts.position(titles[position - 1] ?? '', position, titles.length);
}

/** Said on every step while a registered enrolment is being changed, with the way back. */
export function BeingChanged({
  pen,
  enrolment,
  csrf,
  isStep = false,
}: {
  readonly pen: Pen;
  readonly enrolment: Enrolment;
  readonly csrf: string;
  readonly isStep?: boolean;
}): JSX.Element | null {
  const { addresses } = pen;
  if (pen.by === 'office') return <InTheirName pen={pen} enrolment={enrolment} csrf={csrf} isStep={isStep} />;
  if (enrolment.number === null) return null;
  return (
    <Alert tone="warn" title={texts.changing.title}>
      <p>{texts.changing.text(enrolment.number, enrolment.version)}</p>
      {isBeingChanged(enrolment) && (
        <ActionForm action={addresses.abandon(enrolment.id)} csrf={csrf}>
          <Button kind="danger">{texts.changing.abandon}</Button>
        </ActionForm>
      )}
    </Alert>
  );
}

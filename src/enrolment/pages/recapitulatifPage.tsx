import type { JSX } from 'preact';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  ButtonLink,
  Details,
  instantInWords,
  Page,
  PageTitle,
  Section,
  Stepper,
  SummaryList,
  sinceInWords,
} from '../../ui/index.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Pen } from '../pen.ts';
import type { Refusal } from '../refusals.ts';
import { isSat } from '../steps/epreuves/epreuves.ts';
import type { SummaryBlock } from '../summary.ts';
import { texts } from '../texts.ts';
import { EligibilitySection } from './eligibilitySection.tsx';
import type { RecapitulatifView } from './recapitulatifView.ts';
import { Register } from './registerForm.tsx';
import { Changes, isRewriting } from './rewriting.tsx';
import { BeingChanged, pageTitle } from './stepPage.tsx';

const say = texts.recapitulatif;

/** Step 6: everything on one page, *Modifier* per block, then *Enregistrer*. */
export function RecapitulatifPage(view: RecapitulatifView): JSX.Element {
  const { enrolment, shut } = view;
  const unchanged = enrolment.number !== null && view.changes.size === 0;
  return (
    <Page chrome={view.chrome} title={pageTitle(view.place)} faults={view.state.faults} flash={view.flash}>
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
  if (shut.code === 'closed') return say.shut.closed(sinceInWords(shut.closesAt));
  return shut.code === 'not-open-yet' ? say.shut.notOpen(instantInWords(shut.opensAt)) : say.shut.ended;
}

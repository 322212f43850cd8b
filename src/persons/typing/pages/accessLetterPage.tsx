import type { JSX } from 'preact';
import type { AskedLetter } from '../../../accounts/index.ts';
import { deskAddresses, type People } from '../../../scope/index.ts';
import {
  ActionForm,
  Actions,
  Alert,
  BackLink,
  Button,
  Page,
  type PageFrame,
  PageTitle,
  wholeFault,
} from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import { paperTexts } from '../paperTexts.ts';

const say = paperTexts.letter;

/** What the buttons send in `acte`. */
export const LETTER_ACTS = { ask: 'demander', print: 'imprimer', drop: 'abandonner' } as const;
type LetterAct = keyof typeof LETTER_ACTS;

export type AccessLetterView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  /** They have no mail box. */
  readonly mayPrint: boolean;
  /** What waits for a second person; null: nothing does. */
  readonly asked: AskedLetter | null;
  /** Did this person ask for it, or is one with who did? */
  readonly own: boolean;
  readonly people: People;
  readonly fault: string | null;
};

/** What the letter is for; one person asks for it, another prints it. */
export function AccessLetterPage({ fault, mayPrint, ...view }: AccessLetterView): JSX.Element {
  return (
    <Page chrome={view.chrome} flash={view.flash} title={`${say.title}, ${view.number}`} faults={wholeFault(fault)}>
      <BackLink href={deskAddresses.file(view.enrolmentId)}>{view.number}</BackLink>
      <PageTitle kicker={view.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      {mayPrint ? <Letter view={view} /> : <Alert tone="info">{say.mailbox}</Alert>}
    </Page>
  );
}

type View = Omit<AccessLetterView, 'fault' | 'mayPrint'>;

function Letter({ view }: { readonly view: View }): JSX.Element {
  const { asked, own } = view;
  if (asked === null)
    return (
      <>
        <p>{say.two}</p>
        <Act view={view} act="ask" />
      </>
    );
  return (
    <>
      <Alert tone="info" title={say.asked}>
        <p>
          {say.askedBy(view.people('staff', asked.askedBy), asked.askedAt)} {own ? say.waitsForAnother : say.two}
        </p>
      </Alert>
      {!own && <Alert tone="warn">{say.caution}</Alert>}
      <Actions>
        {!own && <Act view={view} act="print" />}
        <Act view={view} act="drop" />
      </Actions>
    </>
  );
}

function Act({ view, act }: { readonly view: View; readonly act: LetterAct }): JSX.Element {
  return (
    <ActionForm
      action={personAddresses.accessLetter(view.enrolmentId)}
      csrf={view.csrf}
      hidden={{ acte: LETTER_ACTS[act] }}
    >
      <Button kind={act === 'drop' ? 'secondary' : 'primary'}>{say[act]}</Button>
    </ActionForm>
  );
}

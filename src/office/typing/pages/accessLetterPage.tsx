import type { JSX } from 'preact';
import {
  ActionForm,
  Alert,
  BackLink,
  Button,
  ErrorSummary,
  Page,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { paperTexts } from '../paperTexts.ts';

const say = paperTexts.letter;

export type AccessLetterView = PageFrame & {
  readonly enrolmentId: string;
  readonly number: string;
  readonly name: string;
  /** They have no mail box. */
  readonly mayPrint: boolean;
  readonly back: string;
  readonly fault: string | null;
};

/** What the letter is for, and the button that prints it with a code of its own. */
export function AccessLetterPage({ fault, mayPrint, ...view }: AccessLetterView): JSX.Element {
  return (
    <Page chrome={view.chrome} flash={view.flash} title={`${say.title}, ${view.number}`} faulty={fault !== null}>
      <ErrorSummary faults={fault === null ? [] : [{ field: null, message: fault }]} />
      <BackLink href={view.back}>{view.number}</BackLink>
      <PageTitle kicker={view.name} lead={say.lead}>
        {say.title}
      </PageTitle>
      {mayPrint ? (
        <>
          <Alert tone="info">{say.caution}</Alert>
          <ActionForm action={addresses.accessLetter(view.enrolmentId)} csrf={view.csrf}>
            <Button>{say.print}</Button>
          </ActionForm>
        </>
      ) : (
        <Alert tone="info">{say.mailbox}</Alert>
      )}
    </Page>
  );
}

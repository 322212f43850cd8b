import type { JSX } from 'preact';
import {
  Alert,
  Button,
  type Chrome,
  defineFileField,
  FileInput,
  Form,
  type FormState,
  Identifier,
  Page,
  PageTitle,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { phoneTexts } from '../phoneTexts.ts';
import { MOST_SHEETS } from '../piece.ts';
import { fileField } from './depositPage.tsx';

const say = phoneTexts.phone;
const phoneField = defineFileField({ ...fileField, label: say.file, multiple: true });

export type PhoneView = {
  readonly chrome: Chrome;
  /** null: nobody's to read on a telephone. */
  readonly pieceName: string | null;
  readonly word: string;
  readonly token: string;
  /** Pages that came, and wait to be deposited together. */
  readonly sheets: number;
  /** Nothing is deposited before the last page is there. */
  readonly pageByPage: boolean;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** All that a telephone can do with a code: deposit for this piece. */
export function PhonePage(view: PhoneView): JSX.Element {
  const { sheets, token, csrf } = view;
  const more = sheets > 0 || view.pageByPage;
  return (
    <Page
      chrome={view.chrome}
      title={say.title}
      faults={view.state.faults}
      sheets={['deposit']}
      scripts={['deposit.js']}
    >
      <PageTitle lead={view.pieceName === null ? say.leadHidden : say.lead(view.pieceName)}>{say.title}</PageTitle>
      <p>
        <strong>{say.word(view.word)}</strong>
      </p>
      {sheets > 0 && (
        <Alert tone="ok" title={say.prepared(sheets)}>
          <Form action={addresses.phoneDeposit(token)} csrf={csrf} idempotencyKey={view.idempotencyKey} prefix="depot">
            <Button>{say.depositAll(sheets)}</Button>
          </Form>
        </Alert>
      )}
      {sheets < MOST_SHEETS && (
        <Form
          action={more ? addresses.phoneSheets(token) : addresses.phone(token)}
          multipart
          csrf={csrf}
          idempotencyKey={view.idempotencyKey}
          state={view.state}
        >
          <FileInput field={phoneField} />
          <Button kind={sheets > 0 ? 'secondary' : 'primary'}>{more ? say.more : say.submit}</Button>
        </Form>
      )}
      {!more && (
        <p>
          {say.several} <a href={`${addresses.phone(token)}?pages=une-a-une`}>{say.oneByOne}</a>
        </p>
      )}
    </Page>
  );
}

/** Why nothing can be done here, or that it is done. */
export function PhoneNotice({
  chrome,
  title,
  text,
  receipt,
}: {
  readonly chrome: Chrome;
  readonly title: string;
  readonly text: string;
  readonly receipt: string | null;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={title}>
      <PageTitle>{title}</PageTitle>
      {receipt !== null && (
        <Alert tone="ok">
          {say.receipt} <Identifier>{receipt}</Identifier>.
        </Alert>
      )}
      <p>{text}</p>
    </Page>
  );
}

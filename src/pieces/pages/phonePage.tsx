import type { JSX } from 'preact';
import { keptFileTexts } from '../../keptFiles/index.ts';
import {
  Alert,
  Button,
  type Chrome,
  defineFileField,
  FileInput,
  Form,
  type FormState,
  Page,
  PageTitle,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { GivenByPhone } from '../phoneCode.ts';
import { phoneTexts } from '../phoneTexts.ts';
import type { PreparedPages } from '../rules/sheets.ts';
import { fileField } from './depositPage.tsx';
import { JustGiven } from './justGiven.tsx';

const say = phoneTexts.phone;
const phoneField = defineFileField({ ...fileField, label: say.file, multiple: true });

export type PhoneView = {
  readonly chrome: Chrome;
  /** null: nobody's to read on a telephone. */
  readonly pieceName: string | null;
  readonly word: string;
  readonly token: string;
  /** The piece's. */
  readonly code: string;
  /** Pages that came, and wait to be deposited together. */
  readonly prepared: PreparedPages | null;
  readonly mayAdd: boolean;
  /** Nothing is deposited before the last page is there. */
  readonly pageByPage: boolean;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly state: FormState;
};

/** All that a telephone can do with a code for a piece: deposit. */
export function PhonePage(view: PhoneView): JSX.Element {
  const { prepared, csrf } = view;
  const at = [view.token, view.code] as const;
  const more = prepared !== null || view.pageByPage;
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
      {prepared !== null && (
        <Alert tone={prepared.refused === 0 ? 'ok' : 'warn'} title={say.prepared(prepared)}>
          {prepared.refused === 0 ? (
            <Form
              action={addresses.phoneDeposit(...at)}
              csrf={csrf}
              idempotencyKey={view.idempotencyKey}
              prefix="depot"
            >
              <Button>{say.depositAll(prepared)}</Button>
            </Form>
          ) : (
            <p>{say.replace}</p>
          )}
        </Alert>
      )}
      {view.mayAdd && (
        <Form
          action={more ? addresses.phoneSheets(...at) : addresses.phone(...at)}
          multipart
          csrf={csrf}
          idempotencyKey={view.idempotencyKey}
          state={view.state}
        >
          <FileInput field={phoneField} />
          <Button kind={prepared?.refused === 0 ? 'secondary' : 'primary'}>{more ? say.more : say.submit}</Button>
        </Form>
      )}
      {!more && (
        <p>
          {say.several} <a href={`${addresses.phone(...at)}?pages=une-a-une`}>{say.oneByOne}</a>
        </p>
      )}
    </Page>
  );
}

export type PhoneDoneView = {
  readonly chrome: Chrome;
  readonly receipt: string;
  readonly given: GivenByPhone;
  /** Something was sent again since: the same, or another file, which isn't kept. */
  readonly another: boolean;
  readonly token: string;
  /** What this telephone may give too. */
  readonly next: readonly { readonly code: string; readonly label: string }[];
};

/** It is done: what came, whether it is read, and which piece may be next. */
export function PhoneDone({ chrome, receipt, given, another, token, next }: PhoneDoneView): JSX.Element {
  const title = given.unreadable ? say.unreadable : say.done;
  return (
    <Page chrome={chrome} title={title}>
      <PageTitle>{title}</PageTitle>
      {another && <Alert tone="warn">{say.onlyOne}</Alert>}
      {given.unreadable ? (
        <p>{say.unreadableText}</p>
      ) : (
        <>
          <Alert tone="ok">
            <JustGiven {...given} receipt={receipt} />
          </Alert>
          <p>
            {say.doneText} {given.unread ? keptFileTexts.reading.text : next.length === 0 && say.close}
          </p>
        </>
      )}
      {next.length > 0 && (
        <section>
          <h2>{say.next}</h2>
          <p>{say.nextText}</p>
          <ul>
            {next.map(({ code, label }) => (
              <li key={code}>
                <a href={addresses.phone(token, code)}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

/** Why nothing can be done here. */
export function PhoneNotice({
  chrome,
  title,
  text,
}: {
  readonly chrome: Chrome;
  readonly title: string;
  readonly text: string;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={title}>
      <PageTitle>{title}</PageTitle>
      <p>{text}</p>
    </Page>
  );
}

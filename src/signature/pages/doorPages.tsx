import type { ComponentChildren, JSX } from 'preact';
import { type Paper, PaperSheet, withoutBox } from '../../papers/index.ts';
import {
  ActionForm,
  Alert,
  Button,
  type Chrome,
  Details,
  type Field,
  Form,
  FormFields,
  type FormState,
  Page,
  PageTitle,
  Section,
} from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { doorTexts } from '../doorTexts.ts';
import type { OnlineSignature } from '../signature.ts';
import { Proof } from './proof.tsx';

const say = doorTexts;

/** Before a code: nothing of anybody, whoever has the link. */
export function LockedPage(view: {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly token: string;
  readonly fields: readonly Field[];
  /** A code was asked for: its field is there. */
  readonly asked: boolean;
  readonly state: FormState;
}): JSX.Element {
  const { chrome, csrf, token, asked, state } = view;
  const words = say.locked;
  return (
    <Page chrome={chrome} title={words.title} faults={state.faults}>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      {asked && (
        <>
          <p>{words.asked}</p>
          <Form action={addresses.openDoor(token)} csrf={csrf} state={state} submit={words.open}>
            <FormFields fields={view.fields} />
          </Form>
        </>
      )}
      <p>{words.nothing}</p>
      <ActionForm action={addresses.doorCode(token)} csrf={csrf}>
        <Button kind={asked ? 'secondary' : 'primary'}>{asked ? words.askAgain : words.ask}</Button>
      </ActionForm>
    </Page>
  );
}

/** The whole confirmation, as its candidate signed it, then the two acts. */
export function ReadPage(view: {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly token: string;
  readonly name: string;
  readonly paper: Paper;
  readonly contentSha256: string;
  readonly version: number;
  readonly fields: readonly Field[];
  readonly state: FormState;
}): JSX.Element {
  const { chrome, csrf, token, paper, state } = view;
  const words = say.read;
  return (
    <Page chrome={chrome} title={words.title} faults={state.faults}>
      <PageTitle lead={words.lead(view.name)}>{words.title}</PageTitle>
      <p>
        {words.time} <a href="#signer">{words.toForm}</a>
      </p>
      <PaperSheet content={{ ...paper.content, parts: withoutBox(paper.content) }} level={2} />
      <Section title={words.form} id="signer">
        <Form
          action={addresses.door(token)}
          csrf={csrf}
          version={view.version}
          state={state}
          label={words.form}
          hidden={{ contenu: view.contentSha256 }}
          submit={words.submit}
        >
          <FormFields fields={view.fields} />
        </Form>
        <p class="muted">{words.kept}</p>
        <Details summary={words.others}>
          <p>{words.refusal}</p>
          <p>{words.paper}</p>
          <ActionForm action={addresses.refuse(token)} csrf={csrf}>
            <Button kind="danger">{words.refuse}</Button>
          </ActionForm>
        </Details>
      </Section>
    </Page>
  );
}

/** Signed, as whoever signed reads it while their browser may. */
export function SignedHerePage({
  chrome,
  candidate,
  signatures,
}: {
  readonly chrome: Chrome;
  readonly candidate: string;
  readonly signatures: readonly OnlineSignature[];
}): JSX.Element {
  return (
    <NoticePage chrome={chrome} title={say.signed.title}>
      <Alert tone="ok">
        <p>{say.signed.text(candidate)}</p>
      </Alert>
      <p>{say.signed.undo}</p>
      <Proof signatures={signatures} open={false} />
    </NoticePage>
  );
}

/** Why nothing is to be done here, or what was just done. */
export function NoticePage({
  chrome,
  title,
  children,
}: {
  readonly chrome: Chrome;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <Page chrome={chrome} title={title}>
      <PageTitle>{title}</PageTitle>
      {children}
    </Page>
  );
}

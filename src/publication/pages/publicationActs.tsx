import type { ComponentChildren, JSX } from 'preact';
import { Actions, Button, Details, emptyForm, type Field, Form, FormFields, Section } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { PublicationAct } from '../rules/states.ts';
import { texts as say } from '../texts.ts';
import { proposeFields, suspendFields } from './fields.ts';
import type { OneView } from './oneView.ts';

/** In addresses and forms. */
export const ACT_NAMES = {
  propose: 'proposition',
  approve: 'approbation',
  cancel: 'abandon',
  suspend: 'suspension',
  resume: 'reprise',
} as const satisfies Readonly<Record<PublicationAct, string>>;

const ACT_FIELDS: Readonly<Record<PublicationAct, readonly Field[]>> = {
  propose: proposeFields,
  approve: [],
  cancel: [],
  suspend: suspendFields,
  resume: [],
};

export function ActOf({ view, act }: { readonly view: OneView; readonly act: PublicationAct }): JSX.Element {
  const { publication, csrf, form, typed, proposed, ofSession } = view;
  const words = say.acts[act];
  const state = form === act ? typed : act === 'propose' ? proposed : emptyForm;
  const body: ComponentChildren = (
    <>
      <p>{words.text}</p>
      {act === 'propose' && ofSession !== null && <p>{say.acts.propose.session(ofSession)}</p>}
      <Form
        action={addresses.act(publication.id, ACT_NAMES[act])}
        csrf={csrf}
        version={publication.rowVersion}
        state={state}
        prefix={act}
        label={words.title}
      >
        <FormFields fields={ACT_FIELDS[act]} />
        {act === 'approve' && view.signer}
        <Actions>
          <Button kind={act === 'propose' || act === 'approve' ? 'primary' : 'secondary'}>{words.submit}</Button>
        </Actions>
      </Form>
    </>
  );
  const again = act === 'propose' && view.state === 'proposed';
  return act === 'cancel' || act === 'suspend' || again ? (
    <Details summary={again ? say.acts.propose.again : words.title} open={form === act}>
      {body}
    </Details>
  ) : (
    <Section title={words.title} id={ACT_NAMES[act]}>
      {body}
    </Section>
  );
}

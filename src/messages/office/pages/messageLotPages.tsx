import type { JSX } from 'preact';
import { FilesAhead, LotFrame, type Named, whyNotMany } from '../../../lots/index.ts';
import { AS_WRITTEN } from '../../../platform/http/visit.ts';
import { deskAddresses, type FileSearch } from '../../../scope/index.ts';
import {
  Actions,
  AsWritten,
  Button,
  Details,
  defineField,
  Form,
  FormField,
  type FormState,
  freeText,
  type Option,
  Page,
  type PageFrame,
  Section,
} from '../../../ui/index.ts';
import { MESSAGE } from '../../message.ts';
import { LOT } from '../../office.ts';
import type { LotPreview } from '../../previewLot.ts';
import { addresses as messageDesk } from '../addresses.ts';
import { lotTexts as say } from '../messageLotsTexts.ts';
import { messageOfficeTexts } from '../messagesTexts.ts';
import { Words } from './messageWords.tsx';

const words = defineField({
  name: 'message',
  label: say.words,
  hint: say.hint,
  control: 'textarea',
  rows: 10,
  missing: say.missing,
  check: freeText(MESSAGE.characters),
});

export function lotForm(templates: readonly Option[]) {
  return [
    defineField({
      name: 'modele',
      label: messageOfficeTexts.thread.template,
      control: 'select',
      options: templates,
      optional: true,
      check: freeText(60),
    }),
    words,
  ] as const;
}

export const LOT_ACTS = { insert: 'modele', preview: 'apercu', send: 'envoyer', correct: 'corriger' } as const;

/** The message is written here, before anybody gets it. */
export function NewLotPage(
  view: PageFrame & {
    readonly search: FileSearch;
    /** Up to one more than may be written to. */
    readonly count: number;
    readonly fields: ReturnType<typeof lotForm>;
    readonly state: FormState;
  },
): JSX.Element {
  const { state, search, count, fields } = view;
  const [template, text] = fields;
  // Nobody is left, or too many came, while it was being written: the text stays.
  const isWritten = typeof state.typed.message === 'string' && state.typed.message !== '';
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title} faults={state.faults}>
      <FilesAhead title={say.title} search={search} count={count} most={LOT.people} lead={say.lead} />
      {(whyNotMany(count, LOT.people) === null || isWritten) && (
        <Form action={messageDesk.newMessageLot()} csrf={view.csrf} hidden={search} state={state} label={say.title}>
          {/* Enter in a field presses the first button of a form: this one does nothing. */}
          <button type="submit" disabled hidden />
          {(template.options?.length ?? 0) > 0 && (
            <>
              <FormField field={template} />
              <Actions>
                <Button kind="secondary" name="acte" value={LOT_ACTS.insert}>
                  {say.insert}
                </Button>
              </Actions>
            </>
          )}
          <FormField field={text} />
          <AsWritten />
          <Actions>
            <Button name="acte" value={LOT_ACTS.preview}>
              {say.preview}
            </Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}

/** Who gets what, and who doesn't and why, before it leaves. */
export function LotPreviewPage(
  view: PageFrame & {
    readonly search: FileSearch;
    readonly words: string;
    readonly asWritten: boolean;
    readonly preview: LotPreview;
    readonly named: Named;
    readonly idempotencyKey: string;
  },
): JSX.Element {
  const { preview, search, named, words: message, asWritten, idempotencyKey } = view;
  const { will, wont, texts } = preview;
  const sends = will.length > 0;
  const dossiers = will.map(({ id }) => id).join(' ');
  return (
    <LotFrame
      {...view}
      title={say.previewTitle}
      back={{ href: deskAddresses.files(search), words: say.back }}
      lead={say.will(will.length)}
      will={will}
      wontTitle={say.wont}
      wont={wont.map(({ id, why }) => ({ id, said: say.why[why] }))}
    >
      {texts.length > 0 && (
        <Section title={say.samples}>
          {texts.map(({ id, words: filled }) => (
            <Details
              key={id}
              summary={say.sample(named(id)?.number ?? '', named(id)?.name ?? '')}
              open={texts[0]?.id === id}
            >
              <Words text={filled} />
            </Details>
          ))}
        </Section>
      )}
      <Form
        action={messageDesk.newMessageLot()}
        csrf={view.csrf}
        {...(sends && { idempotencyKey })}
        hidden={{ ...search, message, ...(asWritten && { [AS_WRITTEN]: 'oui' }), ...(sends && { dossiers }) }}
        label={say.previewTitle}
      >
        <Actions>
          {sends && (
            <Button name="acte" value={LOT_ACTS.send}>
              {say.submit(will.length)}
            </Button>
          )}
          <Button kind="secondary" name="acte" value={LOT_ACTS.correct}>
            {say.correct}
          </Button>
        </Actions>
      </Form>
    </LotFrame>
  );
}

import type { JSX } from 'preact';
import {
  ActionForm,
  Button,
  defineField,
  Form,
  FormField,
  type FormState,
  Section,
  Timeline,
  ticked,
  tickedOrNot,
} from '../../ui/index.ts';
import type { NoticeAnswer } from '../notice.ts';
import { noticeTexts as say } from '../noticeTexts.ts';

export const NOTICES = '/compte/notifications';

const declared = { name: 'notificationEnLigne', label: say.accept, control: 'checkbox' } as const;
/** Never ticked beforehand: an agreement is express. */
export const noticeField = defineField({ ...declared, missing: say.acceptMissing, check: ticked() });
/** Beside something else that is sent. */
export const noticeOffer = defineField({ ...declared, optional: true, check: tickedOrNot() });

/** What an agreement leads to, before it is asked. */
export function NoticeWords(): JSX.Element {
  return (
    <>
      {say.explained.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p class="muted">{say.source}</p>
    </>
  );
}

/** In *Mon compte*: whether decisions come on line, and the way to change it. */
export function NoticeSection(props: {
  /** The last first. */
  readonly answers: readonly NoticeAnswer[];
  readonly csrf: string;
  readonly state: FormState;
}): JSX.Element {
  const [last] = props.answers;
  return (
    <Section title={say.title} id="notifications">
      <p>{last?.accepts === true ? say.on(last.at) : say.off}</p>
      <NoticeWords />
      {last?.accepts === true ? (
        <ActionForm action={NOTICES} csrf={props.csrf} hidden={{ acte: 'retirer' }}>
          <Button kind="secondary">{say.withdraw}</Button>
        </ActionForm>
      ) : (
        <Form
          action={NOTICES}
          csrf={props.csrf}
          state={props.state}
          label={say.title}
          submit={say.submit}
          kind="secondary"
        >
          <FormField field={noticeField} />
        </Form>
      )}
      {props.answers.length > 0 && (
        <>
          <h3>{say.history}</h3>
          <Timeline
            entries={props.answers.map(({ id, accepts, place, at }) => ({
              key: id,
              at,
              text: `${say.answered[`${accepts}`]} ${say.answeredIn[place]}`,
            }))}
          />
        </>
      )}
    </Section>
  );
}

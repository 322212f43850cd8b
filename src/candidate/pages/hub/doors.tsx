import type { JSX } from 'preact';
import { accommodationAddresses, accommodationTexts } from '../../../accommodations/index.ts';
import { enrolmentAddresses, enrolmentTexts } from '../../../enrolment/index.ts';
import { convocationTexts, examAddresses } from '../../../exam/index.ts';
import { messageAddresses, messageTexts } from '../../../messages/index.ts';
import { codesOf, pieceAddresses, progressInWords } from '../../../pieces/index.ts';
import { Columns, instantInWords, Section, untilInWords } from '../../../ui/index.ts';
import { texts } from '../../texts.ts';
import type { HubView } from './view.ts';

const say = texts.hub;

function Messages({ view: { enrolment, messages } }: { readonly view: HubView }): JSX.Element {
  const words = messageTexts.hub;
  const { toRead, waiting } = messages;
  return (
    <Section title={words.title}>
      <p>
        {toRead > 0 ? <strong>{words.unread(toRead)}</strong> : waiting > 0 ? messageTexts.waits(waiting) : words.none}
      </p>
      <p>
        <a href={messageAddresses.messages(enrolment.id)}>{words.open}</a>
      </p>
    </Section>
  );
}

/** Where everything of this enrolment is found, done or not. */
export function Doors({ view }: { readonly view: HubView }): JSX.Element {
  const { enrolment, remaining, session, now } = view;
  const excused = codesOf(remaining, 'exempted').length;
  const base = enrolmentAddresses.hub(enrolment.id);
  const open = Temporal.Instant.compare(now, session.window.closesAt) < 0;
  const closing = instantInWords(session.window.closesAt);
  return (
    <Columns>
      <Section title={say.pieces}>
        <p>{progressInWords(remaining)}.</p>
        {excused > 0 && <p>{say.excused(excused)}</p>}
        <p>
          <a href={pieceAddresses.list(enrolment.id)}>{say.seePieces}</a>
        </p>
      </Section>
      <Section title={say.documents}>
        <p>{say.documentsText(view.unread)}</p>
        <p>
          <a href={`${base}/documents`}>{say.seeDocuments}</a>
          <br />
          <a href={`${base}/confirmation`}>{say.confirmation}</a>
          <br />
          <a href={examAddresses.summons(enrolment.id)}>{convocationTexts.hub}</a>
        </p>
      </Section>
      <Messages view={view} />
      <Section title={say.more}>
        {open ? (
          <p>
            <a href={enrolmentAddresses.step(enrolment.id, 'recapitulatif')}>{say.change}</a>
            <br />
            <span class="muted">{say.changeText(closing)}</span>
          </p>
        ) : (
          <p class="muted">{say.changeClosed(closing)}</p>
        )}
        <p>
          <a href={enrolmentAddresses.disclosure(enrolment.id)}>{enrolmentTexts.disclosure.title}</a>
        </p>
        <p>
          <a href={accommodationAddresses.request(enrolment.id)}>{accommodationTexts.hub.title}</a>
          <br />
          <span class="muted">{accommodationLine(view)}</span>
        </p>
      </Section>
    </Columns>
  );
}

/** The same line for everybody: that it is there says nothing of anybody. */
function accommodationLine({ accommodation, review, session }: HubView): string {
  const { hub, states } = accommodationTexts;
  if (accommodation !== null && accommodation.state !== 'draft') return `${states[accommodation.state]}.`;
  return accommodation !== null || review.informations?.handicap === true
    ? hub.ticked(untilInWords(session.window.closesAt))
    : hub.none;
}

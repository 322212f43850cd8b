import type { JSX } from 'preact';
import { accommodationAddresses, accommodationTexts } from '../../../accommodations/index.ts';
import { enrolmentAddresses, enrolmentTexts } from '../../../enrolment/index.ts';
import { examAddresses } from '../../../exam/index.ts';
import { messageAddresses, messageTexts } from '../../../messages/index.ts';
import { codesOf, pieceAddresses, progressInWords, todosOf } from '../../../pieces/index.ts';
import { convocationTexts } from '../../../summonses/index.ts';
import { endInWords, type Lead, Leads, Section, sinceInWords } from '../../../ui/index.ts';
import { texts } from '../../texts.ts';
import type { HubView } from './view.ts';

const say = texts.hub;

/** Where everything of this enrolment is found, done or not: a line each, with how it stands. */
export function Doors({ view }: { readonly view: HubView }): JSX.Element {
  return (
    <Section title={say.more}>
      <Leads rows={doorsOf(view)} />
    </Section>
  );
}

function doorsOf(view: HubView): readonly Lead[] {
  const { enrolment, remaining, session, now, messages } = view;
  const excused = codesOf(remaining, 'exempted').length;
  const base = enrolmentAddresses.hub(enrolment.id);
  const open = Temporal.Instant.compare(now, session.window.closesAt) < 0;
  const progress = [`${progressInWords(remaining)}.`, ...(excused > 0 ? [say.excused(excused)] : [])].join(' ');
  const { hub: words } = messageTexts;
  const answer = messages.toRead > 0 ? words.unread(messages.toRead) : null;
  return [
    { href: pieceAddresses.list(enrolment.id), label: say.seePieces, text: progress },
    { href: `${base}/documents`, label: say.seeDocuments, text: say.documentsText(view.unread) },
    { href: `${base}/confirmation`, label: say.confirmation, text: '' },
    { href: examAddresses.summons(enrolment.id), label: convocationTexts.hub, text: '' },
    {
      href: messageAddresses.messages(enrolment.id),
      label: words.open,
      text: answer ?? (messages.waiting > 0 ? messageTexts.waits(messages.waiting) : words.none),
    },
    open
      ? {
          href: enrolmentAddresses.step(enrolment.id, 'recapitulatif'),
          label: say.change,
          text: say.changeText(endInWords(session.window.closesAt)),
        }
      : { href: null, label: say.changeClosed(sinceInWords(session.window.closesAt)), text: '' },
    { href: enrolmentAddresses.disclosure(enrolment.id), label: enrolmentTexts.disclosure.title, text: '' },
    {
      href: accommodationAddresses.request(enrolment.id),
      label: accommodationTexts.hub.title,
      text: accommodationLine(view),
    },
  ];
}

/** The same line for everybody: that it is there says nothing of anybody. What is to be done stands in what remains. */
function accommodationLine({ accommodation, remaining, enrolment }: HubView): string {
  const { hub, states } = accommodationTexts;
  if (accommodation !== null && accommodation.state !== 'draft') return `${states[accommodation.state]}.`;
  const address = accommodationAddresses.request(enrolment.id);
  return todosOf(remaining).some((todo) => todo.act === 'other' && todo.href === address) ? hub.unsent : hub.none;
}

import { hasMailbox } from '../../accounts/index.ts';
import { healthServiceByPost, lawOf } from '../../catalogue/index.ts';
import { type EntryWay, whereOf } from '../../enrolment/index.ts';
import { impliedRefusal, lawTexts } from '../../law/index.ts';
import { lastDayBefore } from '../../pieces/index.ts';
import { parisDay } from '../../platform/time.ts';
import { dayInWords, exactInstant, shortDay } from '../../ui/index.ts';
import type { PaperBlock, PaperContent } from '../content.ts';
import { serviceInWords } from '../service.ts';
import { texts } from '../texts.ts';
import { contestBlock } from './contest.ts';
import { frameOf } from './frame.ts';
import type { Setting } from './setting.ts';

const say = texts.acknowledgement;

/** How a request that an officer typed came, and on which day; of the post, that of the postmark. */
export type EntryArrival = { readonly way: EntryWay; readonly on: Temporal.PlainDate };

/**
 * *Accusé de réception* of what was sent at *Enregistrer* (CRPA L112-11): day, service, what is missing and until when, silence,
 * delays and ways of appeal (R112-11-1, R112-11-4). `missing`: a sentence each, as the office may read it; `came`: null on line.
 */
export function acknowledgementContent(
  setting: Setting,
  missing: readonly string[],
  now: Temporal.Instant,
  came: EntryArrival | null,
): PaperContent {
  const { enrolment, registeredAt } = setting;
  const service = say.service(serviceInWords(setting));
  const on = came?.on ?? parisDay(registeredAt);
  const when = came === null ? say.online(exactInstant(registeredAt)) : cameInWords(came, parisDay(registeredAt));
  const online = hasMailbox(setting.candidate);
  return {
    ...frameOf(setting, 'acknowledgement', now),
    parts: [
      [
        {
          type: 'text',
          title: null,
          paragraphs: [say.received(when, enrolment.version), service],
        },
        missing.length === 0
          ? { type: 'text', title: say.missingTitle, paragraphs: [say.nothingMissing] }
          : { type: 'steps', title: say.missingTitle, items: missing },
        {
          type: 'text',
          title: say.nextTitle,
          paragraphs: [...say.next, ...silenceOf(setting, on)],
        },
        ...(online ? [] : accommodationsOf(setting, now)),
        { type: 'text', title: say.remediesTitle, paragraphs: [say.decision, ...contestBlock(setting).paragraphs] },
      ],
    ],
    pages: null,
  };
}

/**
 * How to ask for them without a screen, whoever reads it (D351-28): to the service that alone opens it, by the day of the closing, whole as
 * for everybody; later with its reason, which a person judges.
 */
function accommodationsOf({ academy, exam, session, number }: Setting, now: Temporal.Instant): readonly PaperBlock[] {
  if (exam.accommodations === undefined) return [];
  const { article, words } = lawOf(exam, 'accommodations');
  const last = lastDayBefore(session.window.closesAt);
  const isPast = Temporal.PlainDate.compare(parisDay(now), last) > 0;
  const paragraphs = [
    say.accommodations(words === null ? article : `${words.replace(/\.$/, '')} (${article})`),
    say.accommodationsUntil(dayInWords(last), isPast),
    say.accommodationsHow(healthServiceByPost(academy).join(', '), number),
  ];
  return [{ type: 'text', title: say.accommodationsTitle, paragraphs }];
}

/** On which day it came, and on which it was typed where that is another: the first is the one that counts (R112-5). */
function cameInWords({ way, on }: EntryArrival, typedOn: Temporal.PlainDate): string {
  const came = say.came[way](shortDay(on));
  return typedOn.equals(on) ? came : `${came}${say.typedOn(shortDay(typedOn))}`;
}

/** Whether silence means yes or no, and from the day of receipt (R112-5, R112-11-1); nothing where the office hasn't said it. */
function silenceOf(setting: Setting, on: Temporal.PlainDate): readonly string[] {
  const { means, words } = setting.session.silence ?? {};
  const said =
    means === undefined
      ? []
      : means === 'acceptance'
        ? [lawTexts.accepted]
        : [lawTexts.refused(impliedRefusal(on, whereOf(setting.academy, setting.enrolment)))];
  return [...said, ...(words === undefined ? [] : [words])];
}

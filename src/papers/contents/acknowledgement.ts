import { enrolmentTexts } from '../../enrolment/index.ts';
import { exactInstant, phoneInWords } from '../../ui/index.ts';
import type { PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { frameOf } from './frame.ts';
import type { Setting } from './setting.ts';

const say = texts.acknowledgement;
const { remedies } = enrolmentTexts.reserve;

/**
 * *Accusé de réception* of what was sent at *Enregistrer* (CRPA L112-11): day, service, what is missing and until when, silence,
 * delays and ways of appeal (R112-11-1, R112-11-4). `missing`: a sentence each, as the office may read it.
 */
export function acknowledgementContent(
  setting: Setting,
  missing: readonly string[],
  now: Temporal.Instant,
): PaperContent {
  const { academy, enrolment, portfolio, session, registeredAt } = setting;
  const service = say.service(
    academy.letterhead.bureau,
    portfolio.code,
    portfolio.mailbox,
    phoneInWords(portfolio.phone),
  );
  return {
    ...frameOf(setting, 'acknowledgement', now),
    parts: [
      [
        {
          type: 'text',
          title: null,
          paragraphs: [say.received(exactInstant(registeredAt), enrolment.version), service],
        },
        missing.length === 0
          ? { type: 'text', title: say.missingTitle, paragraphs: [say.nothingMissing] }
          : { type: 'steps', title: say.missingTitle, items: missing },
        {
          type: 'text',
          title: say.nextTitle,
          paragraphs: [...say.next, ...(session.silence === undefined ? [] : [session.silence.words])],
        },
        { type: 'text', title: say.remediesTitle, paragraphs: [say.decision, ...remedies] },
      ],
    ],
    pages: null,
  };
}

import { hasMailbox } from '../../accounts/index.ts';
import { whereOf } from '../../enrolment/index.ts';
import { impliedRefusal, lawTexts } from '../../law/index.ts';
import { parisDay } from '../../platform/time.ts';
import { exactInstant } from '../../ui/index.ts';
import type { PaperContent } from '../content.ts';
import { serviceInWords } from '../service.ts';
import { texts } from '../texts.ts';
import { contestBlock } from './contest.ts';
import { frameOf } from './frame.ts';
import type { Setting } from './setting.ts';

const say = texts.acknowledgement;

/**
 * *Accusé de réception* of what was sent at *Enregistrer* (CRPA L112-11): day, service, what is missing and until when, silence,
 * delays and ways of appeal (R112-11-1, R112-11-4). `missing`: a sentence each, as the office may read it.
 */
export function acknowledgementContent(
  setting: Setting,
  missing: readonly string[],
  now: Temporal.Instant,
): PaperContent {
  const { enrolment, registeredAt } = setting;
  const service = say.service(serviceInWords(setting));
  const when = exactInstant(registeredAt);
  const online = hasMailbox(setting.candidate);
  return {
    ...frameOf(setting, 'acknowledgement', now),
    parts: [
      [
        {
          type: 'text',
          title: null,
          paragraphs: [online ? say.received(when, enrolment.version) : say.onPaper(when), service],
        },
        missing.length === 0
          ? { type: 'text', title: say.missingTitle, paragraphs: [say.nothingMissing] }
          : { type: 'steps', title: say.missingTitle, items: missing },
        {
          type: 'text',
          title: say.nextTitle,
          paragraphs: [...say.next, ...silenceOf(setting)],
        },
        { type: 'text', title: say.remediesTitle, paragraphs: [say.decision, ...contestBlock(setting).paragraphs] },
      ],
    ],
    pages: null,
  };
}

/** Whether silence means yes or no, and from when (R112-5, R112-11-1); nothing where the office hasn't said it. */
function silenceOf(setting: Setting): readonly string[] {
  const { means, words } = setting.session.silence ?? {};
  const said =
    means === undefined
      ? []
      : means === 'acceptance'
        ? [lawTexts.accepted]
        : [
            lawTexts.refused(
              impliedRefusal(parisDay(setting.registeredAt), whereOf(setting.academy, setting.enrolment)),
            ),
          ];
  return [...said, ...(words === undefined ? [] : [words])];
}

import { defineMail } from '../catalogue/index.ts';
import { enrolmentTexts } from '../enrolment/index.ts';
import { onLine } from '../platform/mail/words.ts';
import { bodyOf, type MailValues } from '../post/index.ts';

const { reserve } = enrolmentTexts;

/** `words`: what the officer typed; `author`: « Décision prise par … » */
type OfReserve = MailValues & { readonly words: string; readonly author: string };

/** What an officer decided of a reserve. */
export const reserveMails = {
  lifted: defineMail({ code: 'reserve.lifted' }, (of: OfReserve) => ({
    subject: `La réserve sur votre inscription ${of.number} est levée`,
    body: bodyOf(of, [
      `La réserve sur votre inscription ${of.number} est levée\u00a0: une personne du rectorat a examiné votre situation. L'inscription suit son cours.`,
      reserve.note(of.words),
      of.author,
      'Elle sera validée quand la confirmation sera signée et que toutes les pièces seront conformes.',
    ]),
  })),
  setAside: defineMail(
    { code: 'enrolment.setAside' },
    (of: OfReserve & { readonly ground: string; readonly reasons: string; readonly remedies: string }) => ({
      subject: `Votre inscription ${of.number} est écartée`,
      body: bodyOf(of, [
        `Le rectorat a décidé d'écarter votre inscription ${of.number}.`,
        of.author,
        reserve.words(of.words),
        reserve.ground(of.ground),
        `Ce qui avait été relevé d'après vos réponses\u00a0:\n${of.reasons}`,
        `${onLine('La notification est dans «\u00a0Mes documents\u00a0».')} Elle vous est adressée par lettre recommandée. La décision compte à partir de la remise de cette lettre (code des relations entre le public et l'administration, article L221-8).`,
        `${reserve.remediesTitle}\u00a0:`,
        of.remedies,
      ]),
    }),
  ),
  /** `todo`: what is left to do, or nothing. */
  reinstated: defineMail({ code: 'enrolment.reinstated' }, (of: OfReserve & { readonly todo: string }) => ({
    subject: `Votre inscription ${of.number} est rétablie`,
    body: bodyOf(of, [
      `Votre inscription ${of.number} avait été écartée\u00a0: cette décision est retirée. L'inscription reprend là où elle était, avec vos pièces.`,
      of.todo,
      reserve.note(of.words),
      of.author,
    ]),
  })),
};

import { defineMail } from '../catalogue/index.ts';
import { onLine } from '../platform/mail/words.ts';
import { bodyOf, type MailValues } from '../post/index.ts';

const lines = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

export const closingMails = {
  invited: defineMail(
    { code: 'regularisation.invited' },
    (
      of: MailValues & {
        readonly since: string;
        readonly until: string;
        readonly todo: string;
        readonly observations: string;
      },
    ) => ({
      subject: `Inscription ${of.number}\u00a0: des pièces manquent, donnez-les ${of.until}`,
      body: lines([
        `Bonjour ${of.civility} ${of.name},`,
        `Des pièces manquent à votre inscription ${of.number}, ou ont été refusées. Leur délai est passé ${of.since}. Le rectorat vous invite à régulariser votre dossier ${of.until} (code des relations entre le public et l'administration, articles L114-5 et L114-6). Ce qu'il vous reste à faire\u00a0:`,
        of.todo,
        of.link,
        `Jusqu'à cette date, vous pouvez aussi présenter vos observations par écrit. Pour le faire de vive voix, demandez-le à votre gestionnaire, par écrit ou par téléphone. La personne de votre choix peut vous assister (articles L121-1 et L122-1). ${onLine('Pour les écrire ici\u00a0:')}`,
        of.observations,
        "Rien n'est décidé aujourd'hui. Si des pièces manquent encore après cette date, une personne du rectorat examinera votre dossier, avec vos observations. Elle pourra annuler votre inscription, par une décision écrite et motivée que vous pourrez contester.",
        `${onLine("L'invitation est aussi dans «\u00a0Mes documents\u00a0».")} Une difficulté, une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`,
      ]),
    }),
  ),
  granted: defineMail(
    { code: 'time.granted' },
    (of: MailValues & { readonly until: string; readonly reason: string; readonly todo: string }) => ({
      subject: `Inscription ${of.number}\u00a0: vous avez un délai de plus, ${of.until}`,
      body: bodyOf(of, [
        `Le rectorat vous donne un délai de plus pour votre inscription ${of.number}, ${of.until}.`,
        `La raison\u00a0: ${of.reason}`,
        `Ce qu'il vous reste à faire\u00a0:\n${of.todo}`,
      ]),
    }),
  ),
  cancelled: defineMail(
    { code: 'enrolment.cancelled' },
    (
      of: MailValues & {
        readonly words: string;
        readonly ground: string;
        readonly author: string;
        readonly pieces: string;
        readonly remedies: string;
      },
    ) => ({
      subject: `Votre inscription ${of.number} est annulée`,
      body: lines([
        `Bonjour ${of.civility} ${of.name},`,
        `Votre inscription ${of.number} est annulée\u00a0: des pièces qui comptent pour la validation manquent encore après l'invitation à régulariser.`,
        of.pieces,
        `Motifs\u00a0: ${of.words}`,
        `Fondement\u00a0: ${of.ground}`,
        of.author,
        `${onLine("La notification d'annulation est dans «\u00a0Mes documents\u00a0».")} Elle vous est adressée par lettre recommandée. La décision compte à partir de la remise de cette lettre (code des relations entre le public et l'administration, article L221-8).`,
        of.link,
        `Comment la contester\u00a0:\n${of.remedies}`,
        `Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`,
      ]),
    }),
  ),
  restored: defineMail(
    { code: 'enrolment.restored' },
    (of: MailValues & { readonly words: string; readonly todo: string; readonly author: string }) => ({
      subject: `Votre inscription ${of.number} est rétablie`,
      body: bodyOf(of, [
        `Votre inscription ${of.number} avait été annulée\u00a0: cette décision est retirée. L'inscription reprend là où elle était, avec vos pièces.`,
        of.todo,
        `Ce qu'a écrit le rectorat\u00a0: ${of.words}`,
        of.author,
      ]),
    }),
  ),
};

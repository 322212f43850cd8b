import { defineMail } from '../catalogue/index.ts';
import { bodyOf, type MailValues, OF_ENROLMENT } from '../post/index.ts';

export const documentMails = {
  available: defineMail(
    { code: 'paper.available' },
    {
      name: 'Document à disposition',
      given: [...OF_ENROLMENT, 'title'],
      needs: {
        title: "le candidat ne saurait pas quel document l'attend",
        link: 'le candidat ne saurait pas où le lire',
      },
    },
  ),
  withdrawn: defineMail(
    { code: 'publication.withdrawn' },
    (of: MailValues & { readonly title: string; readonly reason: string }) => ({
      subject: `Inscription ${of.number}\u00a0: un document est retiré`,
      body: bodyOf(of, [
        `Un document que le rectorat avait mis à votre disposition est retiré\u00a0: ${of.title}. N'en tenez pas compte, même si vous l'avez déjà ouvert ou enregistré.`,
        `Motif\u00a0: ${of.reason}`,
      ]),
    }),
  ),
};

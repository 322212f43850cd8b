import { defineMail } from '../catalogue/index.ts';
import { LOSES } from '../post/index.ts';

export const editorMails = {
  submitted: defineMail(
    { code: 'rules.submitted', to: 'staff' },
    {
      name: 'Brouillon de règles à relire',
      given: ['civility', 'name', 'title', 'author', 'purpose', 'remedy', 'link'],
      needs: { title: 'le lecteur ne saurait pas quel brouillon attend', link: LOSES.link },
    },
  ),
  extensionProposed: defineMail(
    { code: 'extension.proposed', to: 'staff' },
    (of: { readonly name: string; readonly author: string; readonly reason: string; readonly link: string }) => ({
      subject: 'Une prolongation attend votre décision',
      body: [
        `Bonjour ${of.name},`,
        `${of.author} propose de reporter des dates de session après un incident\u00a0: ${of.reason}`,
        'Rien ne change avant votre décision. La page dit toutes les dates qui suivent et qui sera prévenu\u00a0:',
        of.link,
      ].join('\n\n'),
    }),
  ),
};

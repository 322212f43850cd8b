import { UNSAID } from '../../accommodations/index.ts';
import { defineMail } from '../../catalogue/index.ts';
import { onLine } from '../../platform/mail/words.ts';
import type { MailValues } from '../../post/index.ts';

/** A mailbox has other readers: nothing of an absence. */
export const excuseMails = {
  received: defineMail(UNSAID, ({ civility, name, number, link }: MailValues) => ({
    subject: `Inscription ${number}\u00a0: votre envoi est bien arrivé`,
    body: `Bonjour ${civility} ${name},\n\nCe que vous avez envoyé pour votre inscription ${number} est arrivé. Une réponse vous sera donnée${onLine(' dans votre espace')}.\n\n${link}`,
  })),
  infected: defineMail(UNSAID, ({ civility, name, number, link }: MailValues) => ({
    subject: `Inscription ${number}\u00a0: un document est à donner de nouveau`,
    body: `Bonjour ${civility} ${name},\n\nL'antivirus a trouvé infecté un document donné${onLine(' dans votre espace')}, pour votre inscription ${number}. Il ne s'ouvre plus\u00a0: donnez-en un autre.\n\n${link}`,
  })),
  unreadable: defineMail(UNSAID, ({ civility, name, number, link }: MailValues) => ({
    subject: `Inscription ${number}\u00a0: un document est à donner de nouveau`,
    body: `Bonjour ${civility} ${name},\n\nUn document donné${onLine(' dans votre espace')}, pour votre inscription ${number}, n'a pas pu être lu\u00a0: donnez-en un autre.\n\n${link}`,
  })),
};

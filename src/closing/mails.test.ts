import { describe, expect, it } from 'vitest';
import { inLetter, inMail } from '../platform/mail/words.ts';
import { closingMails } from './mails.ts';

const OF = {
  civility: 'Mme',
  name: 'Blanc',
  number: 'BP24-00127-K',
  exam: 'certificat',
  speciality: 'Coiffure',
  session: 'session 2024',
  link: 'https://registre.example/candidatures/1',
  contact: "gestionnaire G2, à l'adresse du rectorat",
  since: 'depuis le 1er décembre',
  until: "jusqu'au 22 décembre",
  todo: '- Envoyer par la poste',
  observations: 'https://registre.example/candidatures/1/observations',
  reason: 'Hospitalisée',
  words: 'Manque',
  ground: 'Notice',
  pieces: '- Domicile',
  remedies: 'Recours',
  author: 'Claude Martin, chef de bureau',
};

describe('What the closing tells by post', () => {
  it.each(Object.entries(closingMails).map(([name, { write }]) => [name, write(OF)] as const))(
    '%s says the same as the mail, and nothing of a mail or a page',
    (_name, { subject, body }) => {
      expect(inMail(body)).toContain('https://');
      expect(`${inLetter(subject)}\n${inLetter(body)}`).not.toMatch(
        /https?:|\bmail|en ligne|«\u00a0Mes |\bpage\b|espace/,
      );
      expect(inLetter(body)).toContain(OF.number);
    },
  );
});

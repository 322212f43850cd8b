import { describe, expect, it } from 'vitest';
import { inLetter, inMail, markOnLine, onLine, onLineWordsIn } from './words.ts';

const TEMPLATE = `Bonjour {civility} {name},

Votre dossier {number} n'est pas complet. Relisez-le, puis répondez :

{link}

La relance est aussi dans «\u00a0Mes documents\u00a0». Une question\u00a0? Téléphonez\u00a0: {contact}.

Information du gestionnaire\u00a0: {comment}

Un mail vous préviendra.`;

describe('The words of a template', () => {
  it('are the same in a mail, without a mark', () => {
    expect(inMail(markOnLine(TEMPLATE))).toBe(TEMPLATE);
  });

  it('leave a letter without what only holds on line: the link, what announces it, pages and mails', () => {
    const filled = markOnLine(TEMPLATE).replace('{link}', 'https://registre.example/candidatures/1');
    expect(inLetter(filled)).toBe(
      "Bonjour {civility} {name},\n\nVotre dossier {number} n'est pas complet.\n\nUne question\u00a0? Téléphonez\u00a0: {contact}.\n\nInformation du gestionnaire\u00a0: {comment}",
    );
  });

  it('never take away what a person typed, whatever it says', () => {
    const typed = 'La photo est floue. Envoyez un mail, ou cliquez sur «\u00a0Mes justificatifs\u00a0».';
    expect(inLetter(markOnLine(TEMPLATE).replace('{comment}', typed))).toContain(typed);
  });

  it('a sentence that is marked where it is written goes alone; a line that is only a link too', () => {
    const body = `Rétablie. ${onLine('Voyez votre page.')}\n\nhttps://registre.example/a\n- un\n- deux`;
    expect(inLetter(body)).toBe('Rétablie.\n\n- un\n- deux');
    expect(inMail(body)).toBe('Rétablie. Voyez votre page.\n\nhttps://registre.example/a\n- un\n- deux');
  });
});

describe('Words that only hold on a screen', () => {
  it('are named as they are written, each once', () => {
    expect(
      onLineWordsIn(
        'Cliquez sur «\u00a0Mes justificatifs\u00a0», cliquez encore, numérisez la photo et écrivez à dec@ac.fr : https://a.fr/b',
      ),
    ).toEqual(['Cliquez', '« Mes', 'cliquez', 'numérisez', 'photo', 'dec@ac.fr', 'https://a.fr/b']);
  });

  it('are in nothing that holds on paper too', () => {
    expect(
      onLineWordsIn(
        'Photocopiez la page entière de vos documents, signez-la et envoyez-la par la poste au dépositaire.',
      ),
    ).toEqual([]);
  });
});

import { GIVEN_BY } from '../../../pieces/index.ts';
import { instantInWords, listing, shortDay } from '../../../ui/index.ts';
import { decisionInWords } from '../../desk/reviewTexts.ts';
import { onBehalfTexts } from '../onBehalfTexts.ts';
import type { Sentences } from './entry.ts';

const day = (before: string, text: string): string =>
  text === '' ? '' : `${before} ${shortDay(Temporal.PlainDate.from(text))}`;

export const PIECE_HISTORY: Sentences = {
  'piece.deposited': ({ label, text }) => {
    const by = GIVEN_BY.find((one) => one === text('givenBy'));
    const road = text('road') === 'phone' ? ' depuis un téléphone, par le code de son ordinateur' : '';
    return by === undefined
      ? `Fichier déposé${road}\u00a0: ${label('code')} (reçu ${text('receipt')})`
      : onBehalfTexts.history(label('code'), by, text('givenOn'), text('receipt'));
  },
  'piece.turnedAway': ({ label, text }) => {
    const begunAt = text('begunAt');
    const when = begunAt === '' ? '?' : instantInWords(Temporal.Instant.from(begunAt));
    return `Fichier arrivé le ${when}, que le service n'a pas pu enregistrer\u00a0: ${label('code')}`;
  },
  'piece.removed': ({ label }) => `Fichier supprimé\u00a0: ${label('code')}`,
  'piece.fileInfected': ({ label, text }) =>
    `Fichier infecté trouvé par l'antivirus\u00a0: ${label('code')} (reçu ${text('receipt')})`,
  'piece.fileRead': ({ label, text }) => `Fichier lu\u00a0: ${label('code')} (reçu ${text('receipt')})`,
  'piece.fileRefused': ({ label, text }) =>
    `Fichier qui n'a pas pu être lu\u00a0: ${label('code')} (reçu ${text('receipt')})`,
  'piece.fileErased': ({ label, text }) =>
    `Fichier détruit à la fin de sa durée de conservation\u00a0: ${label('code')} (reçu ${text('receipt')})`,
  'pieces.handedOver': ({ list }) => `Pièces remises au gestionnaire\u00a0: ${listing(list('pieces'))}`,
  'piece.reviewed': ({ label, text }) =>
    `${decisionInWords(text('decision'))}\u00a0: ${label('code')}${day(', postée le', text('postedOn'))}${day(', renvoyée le', text('returnedOn'))}`,
  'piece.reviewTakenBack': ({ label, text }) =>
    `Décision reprise aussitôt (${decisionInWords(text('decision')).toLowerCase()})\u00a0: ${label('code')}`,
  'pieces.excused': ({ list }) => `Dispensé\u00a0: ${listing(list('pieces'))}`,
  'pieces.dueAgain': ({ list }) => `De nouveau à donner\u00a0: ${listing(list('pieces'))}`,
  'document.viewed': ({ label, isTrue }) =>
    isTrue('ahead')
      ? `Document envoyé d'avance au poste du gestionnaire\u00a0: ${label('code')}`
      : `Document consulté\u00a0: ${label('code')}`,
  'pieces.exported': 'Fichiers des pièces téléchargés en une archive',
  // Of before; written since where the office doesn't read.
  'accommodations.read': 'Liste consultée par un autre service',
};

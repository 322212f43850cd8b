import { incidentDesk } from '../../incidents/index.ts';
import { pieceAddresses } from '../../pieces/index.ts';
import { deskAddresses } from '../../scope/index.ts';
import { MAILS_ADDRESS } from '../addresses.ts';
import { ofEnrolment, page } from '../tour/find.ts';
import type { Tour } from '../tour/stop.ts';
import type { FaultName } from './faults.ts';
import { faultTexts } from './faultTexts.ts';

const incidents = { as: 'head', to: page(incidentDesk.incident()) } as const;

/** Where to look while something is away. */
export const FAULT_TOURS: Readonly<Record<FaultName, Tour>> = {
  relay: {
    code: 'panne-mail',
    name: faultTexts.faults.relay.title,
    about: faultTexts.faults.relay.look,
    stops: [
      {
        title: 'Demander un mail',
        look: "Demandez un nouveau mot de passe pour camille@demo.registre.fr\u00a0: la page répond comme d'habitude.",
        as: null,
        to: page('/mot-de-passe-oublie'),
      },
      {
        title: 'Les mails',
        look: "Celui que vous venez de demander est «\u00a0en attente d'envoi\u00a0»\u00a0; au retour du serveur, il devient «\u00a0envoyé\u00a0».",
        as: null,
        to: page(MAILS_ADDRESS),
      },
      {
        title: 'La console du chef de bureau',
        look: 'Elle dit depuis quand le mail le plus ancien attend, et propose un bandeau pour prévenir tout le monde.',
        ...incidents,
      },
    ],
  },
  store: {
    code: 'panne-fichiers',
    name: faultTexts.faults.store.title,
    about: faultTexts.faults.store.look,
    stops: [
      {
        title: 'Déposer une pièce',
        look: "Choisissez un fichier à la place de Camille\u00a0: la page dit pourquoi il n'est pas pris, et quand réessayer.",
        as: 'camille',
        to: ofEnrolment(pieceAddresses.list),
        missing: "Camille n'a pas encore d'inscription enregistrée.",
      },
      {
        title: "L'accueil du chef de bureau",
        look: 'Une fois un dépôt refusé, une phrase dit ce qui ne va plus, depuis quand, et qui prévenir.',
        as: 'head',
        to: page(deskAddresses.home),
      },
      {
        title: 'Ce que lit une machine',
        look: 'La surveillance apprend que ce service ne peut pas tout faire, et ce qui lui manque («\u00a0files\u00a0»).',
        as: null,
        to: page('/readyz'),
      },
    ],
  },
};

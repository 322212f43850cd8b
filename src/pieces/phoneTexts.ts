import { plural } from '../ui/index.ts';
import type { PreparedPages } from './rules/sheets.ts';

const s = (count: number): string => (count > 1 ? 's' : '');

/** What came and may serve, and what came and couldn't be read. */
const received = ({ pages, refused }: PreparedPages): string =>
  [
    ...(pages === 0 ? [] : [`${pages} page${s(pages)} reçue${s(pages)}`]),
    ...(refused === 0 ? [] : [plural(refused, "page n'a pas pu être lue", "pages n'ont pas pu être lues")]),
  ].join(', ');

/** « Continuer sur mon téléphone »: what both devices say. */
export const phoneTexts = {
  offer: "Le document est sur papier et vous êtes à l'ordinateur\u00a0?",
  go: 'Continuer sur mon téléphone',
  computer: {
    title: 'Continuer sur mon téléphone',
    back: 'Revenir à la pièce',
    lead: 'Photographiez le document avec votre téléphone\u00a0: il arrive dans cette pièce, sans vous connecter sur le téléphone. Ensuite, il propose vos autres pièces.',
    make: 'Afficher un code',
    again: 'Afficher un autre code',
    how: "Visez ce code avec l'appareil photo de votre téléphone, puis ouvrez l'adresse qu'il propose. Votre téléphone doit être relié à internet.",
    square: 'Code carré à photographier avec votre téléphone',
    word: (word: string): string => `Votre téléphone doit montrer les mêmes quatre signes\u00a0: ${word}`,
    once: 'Ce code relie un seul téléphone, pendant 10\u00a0minutes, puis 10\u00a0minutes après chaque dépôt. Ne le montrez à personne\u00a0: il permet de déposer vos pièces à votre place.',
    waiting: "Aucun téléphone ne l'a encore ouvert.",
    opened: "Un téléphone l'a ouvert. Ce n'est pas le vôtre\u00a0? Retirez le code.",
    paired:
      "Un téléphone est déjà relié\u00a0: visez ce code avec lui, ou choisissez cette pièce sur sa page. Ce n'est pas le vôtre\u00a0? Retirez le code.",
    stays:
      'Votre téléphone reste relié pour vos autres pièces, 10\u00a0minutes après chaque dépôt. Vous avez fini\u00a0? Retirez le code.',
    prepared: (of: PreparedPages): string =>
      of.refused === 0
        ? `${received(of)}, pas encore déposée${s(of.pages)}\u00a0: déposez-${of.pages > 1 ? 'les' : 'la'} du téléphone, ou d'ici.`
        : `${received(of)}\u00a0: à remplacer d'ici avant de déposer.`,
    see: 'Voir les pages reçues',
    refresh: 'Actualiser',
    revoke: 'Retirer ce code',
    over: 'Le dernier code ne sert plus\u00a0: il est retiré, remplacé, ou ses 10\u00a0minutes sont passées. Affichez-en un autre.',
    done: 'Reçu de votre téléphone et déposé.',
    unreadable: "Le fichier reçu de votre téléphone n'a pas pu être lu.",
    why: 'Voir pourquoi',
    picture: (name: string): string => `Voir ${name}`,
    toList: 'Revenir à mes justificatifs',
  },
  phone: {
    title: 'Déposer de ce téléphone',
    lead: (piece: string): string => `Pour la pièce «\u00a0${piece}\u00a0».`,
    leadHidden: 'Pour la pièce ouverte sur votre ordinateur.',
    word: (word: string): string => `Votre ordinateur doit montrer les mêmes quatre signes\u00a0: ${word}`,
    file: 'Photo ou fichier',
    submit: 'Déposer',
    several: 'Plusieurs pages\u00a0? Choisissez-les ensemble, elles deviennent un seul document\u00a0; ou',
    oneByOne: 'photographiez-les une à une.',
    prepared: received,
    depositAll: ({ pages }: PreparedPages): string => `Déposer ${pages > 1 ? `ces ${pages} pages` : 'cette page'}`,
    replace: 'Votre ordinateur dit pourquoi\u00a0: remplacez-y ce qui est à remplacer, puis déposez.',
    more: 'Ajouter une page',
    done: "C'est déposé",
    doneText: 'Votre ordinateur le montre aussi.',
    close: 'Vous pouvez fermer cette page.',
    onlyOne:
      "Cette pièce vient d'être donnée. Si vous venez d'envoyer un autre fichier pour elle, celui-là n'a pas été gardé\u00a0: pour le donner, affichez un autre code sur votre ordinateur.",
    unreadable: "Ce fichier n'a pas pu être lu",
    unreadableText: "Votre ordinateur dit pourquoi, et s'il est encore temps d'en donner un autre.",
    next: 'Donner une autre pièce',
    nextText: 'Ce téléphone reste relié à votre ordinateur 10\u00a0minutes après chaque dépôt.',
    ended: 'Ce code ne sert plus',
    elsewhere: 'Ce code est déjà ouvert sur un autre téléphone',
    elsewhereText:
      "Un code sert à un seul téléphone. Si ce n'est pas vous qui l'avez ouvert, retirez-le sur votre ordinateur, puis affichez-en un autre.",
    unknown: "Cette adresse n'est pas celle d'un code",
    unknownText: "Visez de nouveau le code carré de votre ordinateur avec l'appareil photo de ce téléphone.",
    slow: 'Trop de demandes à la fois. Attendez une minute, puis rechargez la page.',
  },
} as const;

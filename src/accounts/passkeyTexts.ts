import { exactInstant } from '../ui/index.ts';
import { frenchSpaces } from './texts.ts';

export const passkeyTexts = {
  title: "Clés d'accès",
  lead: frenchSpaces(
    "Une clé d'accès prouve que c'est vous par l'empreinte, le visage ou le code de votre appareil, ou par une clé de sécurité. Rien à recopier, et une fausse page ne peut pas vous la prendre.",
  ),
  columns: { name: 'Nom', added: 'Ajoutée le', used: 'Dernière connexion', acts: 'Actions' },
  never: 'Jamais',
  elsewhere: (host: string): string => frenchSpaces(`Sert à l'adresse ${host}`),
  backedUp: 'Sauvegardée par son fabricant',
  rename: 'Renommer',
  remove: 'Retirer',
  about: (name: string): string => frenchSpaces(`la clé d'accès « ${name} »`),
  none: "Vous n'en avez pas encore.",
  add: "Ajouter une clé d'accès",
  full: frenchSpaces("Vous en avez dix, c'est le plus possible : retirez-en une pour en ajouter une autre."),
  alone: frenchSpaces(
    "C'est votre seule preuve : ajoutez aussi une deuxième clé, ou le code d'une application. Si vous la perdez, seul un collègue qui gère le personnel pourra vous rendre l'accès.",
  ),
  instead: {
    title: "Ou une clé d'accès",
    text: frenchSpaces(
      "À la place de l'application : l'empreinte, le visage ou le code de votre appareil, ou une clé de sécurité.",
    ),
  },
  field: {
    label: 'Nom de la clé',
    hint: 'Pour la reconnaître dans votre liste.',
    example: 'Ordinateur du bureau',
    missing: "Donnez un nom à cette clé d'accès, par exemple le nom de l'appareil.",
  },
  begin: {
    lead: "Votre navigateur vous demandera ensuite l'empreinte, le visage ou le code de votre appareil, ou votre clé de sécurité.",
    submit: 'Continuer',
  },
  create: {
    title: (name: string): string => frenchSpaces(`Créer la clé d'accès « ${name} »`),
    lead: frenchSpaces('Suivez ce que votre navigateur demande. Vous avez cinq minutes.'),
    submit: "Créer la clé d'accès",
    without: frenchSpaces(
      "Ce navigateur ne sait pas créer de clé d'accès, ou JavaScript n'y est pas permis. Prenez un navigateur à jour, ou mettez en place le code d'une application.",
    ),
    back: 'Changer de nom',
  },
  renaming: { title: "Renommer la clé d'accès", submit: 'Enregistrer' },
  removal: {
    title: (name: string): string => frenchSpaces(`Retirer la clé d'accès « ${name} »`),
    lead: "Elle n'ouvrira plus votre compte. Effacez-la ensuite dans votre appareil.",
    submit: "Retirer la clé d'accès",
  },
  proof: {
    title: 'Double authentification',
    leadAlone: "Votre mot de passe est le bon. Il reste à vous servir de votre clé d'accès.",
    lead: "Votre mot de passe est le bon. Il reste à vous servir de votre clé d'accès, ou à recopier le code de l'application de votre téléphone.",
    submit: "Utiliser une clé d'accès",
    without: frenchSpaces(
      "Ce navigateur ne sait pas se servir d'une clé d'accès, ou JavaScript n'y est pas permis. Prenez un navigateur à jour.",
    ),
    elsewhere: (hosts: readonly string[]): string =>
      frenchSpaces(`Vos clés d'accès ont été créées à une autre adresse : connectez-vous à ${hosts.join(' ou ')}.`),
    code: "Ou le code de l'application",
    lost: "Sans votre clé d'accès",
    lostText: frenchSpaces(
      "Demandez à un chef de bureau ou à l'administration de votre académie de réinitialiser votre double authentification.",
    ),
  },
  refusals: {
    unfit: frenchSpaces(
      "La réponse de votre navigateur n'est pas celle d'une clé d'accès faite pour ce site. Recommencez, dans un navigateur à jour.",
    ),
    challengeEnded: frenchSpaces(
      "Cette demande a déjà servi, ou attend depuis plus de cinq minutes. Recommencez : chaque demande ne sert qu'une fois.",
    ),
    unknown: frenchSpaces(
      "Cette clé d'accès n'est pas enregistrée pour ce compte à cette adresse, ou ne l'est plus. Prenez-en une autre, ou reprenez la connexion.",
    ),
    absent: "Cette clé d'accès n'existe plus, sans doute retirée depuis un autre onglet.",
    there: frenchSpaces(
      "Cette clé d'accès est déjà enregistrée. Prenez un autre appareil ou une autre clé de sécurité.",
    ),
    copied: frenchSpaces(
      "Cette clé d'accès a signé moins de fois qu'avant : quelqu'un en a peut-être une copie. Entrez par une autre preuve, retirez cette clé et prévenez l'administration de votre académie.",
    ),
    nowhere: frenchSpaces(
      "Les clés d'accès ne servent qu'à une adresse en https qui porte un nom. Mettez en place le code d'une application.",
    ),
    tooMany: frenchSpaces("Vous avez déjà dix clés d'accès : retirez-en une avant d'en ajouter une autre."),
    lastProof: frenchSpaces(
      "C'est votre seule preuve, et la double authentification est obligatoire : ajoutez d'abord une autre clé d'accès, ou le code d'une application.",
    ),
  },
  messages: {
    'cle-ajoutee': frenchSpaces("La clé d'accès est ajoutée. Un mail vous l'a confirmé."),
    'cle-renommee': "La clé d'accès est renommée.",
    'cle-retiree': frenchSpaces("La clé d'accès est retirée. Un mail vous l'a confirmé."),
  },
  day: exactInstant,
} as const;

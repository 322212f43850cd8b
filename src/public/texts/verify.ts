import { quoted } from '../../ui/index.ts';

/** `/verifier`: whoever has a paper in hand asks whether we issued it. */
export const verify = {
  title: 'Vérifier un document',
  description:
    'Un employeur, une école ou un service peut vérifier ici un document délivré par ce site, avec son code de vérification.',
  lead: "Vous avez en main un document qui vient de ce site\u00a0? Dites-nous son code\u00a0: nous vous dirons si nous l'avons délivré et s'il vaut toujours.",
  code: {
    label: 'Code de vérification',
    hint: 'Douze signes, en haut du document. Le code carré, visé avec un téléphone, ouvre cette page tout rempli.',
    missing: 'Indiquez le code de vérification, en haut du document.',
  },
  unreadable:
    "Le code de vérification a douze signes, lettres et chiffres, par exemple 7K2M-Q4ZT-09AB. Celui-ci n'a pas cette forme\u00a0: relisez-le sur le document.",
  name: {
    label: 'Nom imprimé sur le document',
    hint: "Prénom et nom, comme sur le document. Nous disons seulement s'ils correspondent.",
  },
  submit: 'Vérifier',
  tooOften: (seconds: number): string =>
    `Trop de vérifications viennent de votre réseau. Réessayez dans ${seconds === 1 ? 'une seconde' : `${seconds} secondes`}.`,

  states: {
    valid: { title: 'Document authentique', text: 'Nous avons délivré ce document. Il est en vigueur.' },
    superseded: {
      title: 'Document authentique, mais remplacé',
      text: 'Nous avons délivré ce document. Une version plus récente le remplace\u00a0: demandez-la à la personne qui vous le présente.',
    },
    cancelled: {
      title: 'Document authentique, mais sans effet',
      text: "Nous avons délivré ce document. Il ne vaut plus\u00a0: l'inscription dont il parle a pris fin, ou la décision a été retirée.",
    },
    suspended: {
      title: 'Document authentique, mais suspendu',
      text: "Nous avons délivré ce document. Le rectorat vérifie en ce moment ce qu'il dit\u00a0: n'en tirez rien avant qu'il ait fini.",
    },
    unknown: {
      title: 'Document inconnu',
      text: "Aucun document délivré ici ne porte ce code. Relisez-le sur le document. S'il est bien recopié, ce document n'est pas authentique, ou il a été modifié.",
    },
  },
  facts: {
    paper: 'Document',
    subject: 'Examen',
    reference: 'Référence',
    day: 'Délivré le',
    initials: 'Initiales',
    page: 'Page visée',
    seal: 'Cachet électronique',
    name: 'Nom',
  },
  seal: (by: string, timeStamped: boolean, selfMade: boolean): string =>
    `Le fichier PDF porte un cachet au nom de ${quoted(by)}${timeStamped ? ', horodaté' : ''}. Un lecteur de PDF le contrôle\u00a0: il voit tout changement du fichier.${selfMade ? " Ce site a fabriqué lui-même le certificat de ce cachet\u00a0: il prouve que le fichier n'a pas changé, pas qui l'a fait." : ''}`,
  fits: (name: string): string => `${quoted(name)} est bien le nom imprimé.`,
  differs: (name: string): string => `${quoted(name)} n'est pas le nom imprimé sur le document que nous avons délivré.`,
  compare: 'Comparez avec le document\u00a0: référence, date et nom doivent être les mêmes.',

  aboutTitle: "Ce que cette page dit, et ce qu'elle ne dit pas",
  about: [
    "Elle dit qu'un document a été délivré, quand, et s'il vaut toujours. Elle ne montre ni le nom, ni l'adresse, ni les notes, ni le contenu\u00a0: ils sont sur le document.",
    "Rien de ce que vous tapez ici n'est gardé.",
  ],
  offlineTitle: 'Sans connexion',
  offline:
    'Le code carré de chaque page est signé. Cette page à télécharger contrôle la signature sur votre ordinateur, sans connexion. Elle ne peut pas savoir si le document a été remplacé depuis.',
  offlineLink: 'Télécharger la page de vérification (fichier HTML)',
  sealAbout:
    "Le fichier d'une décision porte un cachet électronique, quand le rectorat en a un. Un lecteur de PDF le contrôle sans connexion, avec les certificats ci-dessous. Une copie imprimée ou photographiée n'a plus de cachet\u00a0: elle garde le code et le code carré.",
  sealsLink: 'Certificats des cachets (PEM)',
  sealsFile: 'cachets.pem',
  keysLink: 'Clés publiques (JSON)',
  offlineFile: 'verifier-un-document.html',
} as const;

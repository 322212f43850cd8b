import type { DemonstrationAccount } from '../accounts/index.ts';
import { quoted } from '../ui/index.ts';
import type { JumpCode } from './rules/jumps.ts';

/** Every French sentence of the demonstration. */
export const texts = {
  title: 'La démonstration',
  strip: 'Ces pages existent seulement en démonstration.',

  rehearsal: {
    title: 'La répétition',
    lead: "Les règles et l'équipe sont celles du bureau\u00a0: chacun entre avec son adresse et son mot de passe. Les candidats sont inventés, aucun mail ne part, et tout est jeté à l'arrêt.",
  },

  clock: {
    title: "L'horloge de l'examen",
    now: (when: string): string => `Il est ${when}.`,
    real: "C'est l'heure réelle.",
    moved: "L'horloge a été déplacée. Elle continue d'avancer.",
    text: "Les ouvertures, les échéances, les âges et les documents suivent cette horloge. Les connexions et les mots de passe suivent l'heure réelle.",
    moments: 'Aller à un moment de la session',
    go: 'Y aller',
    about: (moment: string): string => `\u00a0: ${moment.toLowerCase()}`,
    jumps: {
      opening: "L'ouverture du registre",
      enrolling: "Un matin d'inscription",
      'last-hour': 'Une heure avant la clôture',
      'last-minute': 'La dernière minute',
      closed: 'Une heure après la clôture',
      'later-piece': "L'échéance du travail en hauteur",
      results: 'Le matin des résultats',
      'real-time': "Revenir à l'heure réelle",
    } satisfies Record<JumpCode, string>,
    looks: {
      opening: "Les inscriptions viennent de s'ouvrir\u00a0: l'accueil le dit, et on peut commencer.",
      enrolling: "Un jour ordinaire\u00a0: s'inscrire, signer, déposer.",
      'last-hour': "En haut de chaque page, l'échéance est au plus près\u00a0; Camille lit ce qu'il lui reste.",
      'last-minute': "L'accueil compte ce qui reste\u00a0; à l'heure dite, le formulaire se ferme.",
      closed: "Qui n'a rien enregistré ne peut plus\u00a0; le bureau a sa liste de dossiers incomplets.",
      'later-piece': 'Cette pièce se donne après les autres\u00a0: le bureau lit qui la doit encore.',
      results: "À la seconde annoncée, chacun lit ses résultats et la liste des admis s'ouvre.",
      'real-time': "Aujourd'hui, comme vous.",
    } satisfies Record<JumpCode, string>,
    any: 'Aller à un autre instant',
    day: 'Jour',
    dayExample: '15/11/2023',
    dayMissing: 'Écrivez le jour, par exemple 15/11/2023.',
    hour: 'Heure, à Paris',
    hourExample: '17\u00a0h 00',
    hourMissing: "Écrivez l'heure, par exemple 17\u00a0h 00.",
    hourUnreadable: "Écrivez l'heure avec des chiffres, de 0\u00a0h 00\u00a0à 23\u00a0h 59, par exemple 17\u00a0h 00.",
    faults: {
      'skipped-hour':
        "Cette heure n'existe pas\u00a0: cette nuit-là, on avance les montres. Choisissez une autre heure.",
      'repeated-hour':
        'Cette heure existe deux fois\u00a0: cette nuit-là, on recule les montres. Choisissez une autre heure.',
      unreadable: "Cet instant n'existe pas dans le calendrier. Vérifiez le jour.",
    },
    unknownJump: 'Ce moment de la session est inconnu. Choisissez dans la liste.',
    set: "Régler l'horloge",
    done: "L'horloge est réglée.",
  },

  accounts: {
    title: 'Les comptes',
    text: 'Le même mot de passe ouvre tous ces comptes. Ouvrez une fenêtre privée pour en avoir deux à la fois.',
    password: 'Mot de passe\u00a0:',
    /** « Gestionnaire G2. » */
    member: (role: string, groups: readonly string[]): string =>
      `${[role.slice(0, 1).toUpperCase() + role.slice(1), ...groups].join(' ')}.`,
    signIn: 'Me connecter',
    none: "Aucun compte n'est prêt. Redémarrez le service.",
    roles: {
      candidate: "S'inscrire, signer, déposer ses pièces, suivre son dossier.",
      officer: 'Contrôler les pièces de ses spécialités, lire les dossiers.',
      head: "Voir tous les dossiers de l'académie, gérer les comptes du service.",
      admin: 'Gérer les comptes du service, lire le journal.',
      accommodation:
        "Examiner les demandes d'aménagements d'épreuves et les documents de santé, que personne d'autre ne lit.",
      jury: 'Saisit les notes de ses lots, par numéro, sans voir de nom.',
      centre: "Pointe les présents de son centre, le jour des épreuves. Le chef de bureau dit d'abord lequel.",
      examiner: 'Lit ses convocations, y répond, et note devant sa commission.',
    } satisfies Record<DemonstrationAccount['role'], string>,
  },

  gallery: {
    title: 'La galerie',
    about: 'Chaque composant des pages, et des pages entières dans des états difficiles à atteindre.',
    link: 'Ouvrir la galerie',
    lead: 'Ce dont les pages sont faites, avec ce à quoi chaque chose sert. Les noms sont ceux du code.',
    groups: {
      alone: 'Composants qui font une page',
      candidate: 'Pages du candidat',
      centre: "Pages d'un centre d'examen",
      standing: "Pages de secours et salle d'attente",
    },
    groupTitle: (group: string): string => `Galerie\u00a0: ${group.slice(0, 1).toLowerCase()}${group.slice(1)}`,
    nothingSent: "Des exemples\u00a0: les boutons n'envoient rien.",
    invented: "Un exemple de la galerie\u00a0: tout y est inventé, les boutons n'envoient rien.",
    back: 'Revenir à la galerie',
  },

  mails: {
    title: 'Les mails',
    link: 'Lire tous les mails',
    lead: 'Tous les mails que le registre a écrits, les plus récents en premier.',
    filter: 'Destinataire',
    filterHint: "L'adresse mail entière.",
    filterMissing: "Écrivez l'adresse mail entière.",
    submit: 'Filtrer',
    all: 'Voir tous les mails',
    none: 'Aucun mail',
    noneText: "Créez un compte ou enregistrez une inscription\u00a0: les mails s'affichent ici.",
    noneFor: (recipient: string): string => `Aucun mail pour ${quoted(recipient)}`,
    most: (count: number): string => `Seuls les ${count} derniers mails sont affichés.`,
    to: (recipient: string): string => `À ${recipient}`,
    forRecipient: (recipient: string): string => `Mails à ${recipient}`,
    recipient: 'À',
    date: "Écrit le (horloge de l'examen)",
    state: 'État',
    template: 'Modèle',
    back: 'Tous les mails',
    states: {
      kept: 'gardé ici (aucun serveur de mail)',
      waiting: "en attente d'envoi",
      sending: "en cours d'envoi",
      sent: 'envoyé',
      failed: 'refusé par le serveur du destinataire',
    } as Readonly<Record<string, string>>,
  },
} as const;

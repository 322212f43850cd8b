import { RECOVERY_WAIT_HOURS, type Recovery, type RecoveryProof, recoveryProofs } from '../../accounts/index.ts';
import { instantInWords, plural, shortDay, shortInstant } from '../../ui/index.ts';

/** The office's words for a lost mail box (decision 054). */
export const addressTexts = {
  title: "Changer l'adresse mail sur preuve",
  lead: "Pour un candidat qui ne lit plus sa messagerie et ne peut plus entrer dans son compte. S'il connaît son mot de passe, il change lui-même d'adresse à la page de son compte.",
  how: `Une autre personne du bureau approuve. L'ancienne adresse est alors prévenue et a ${RECOVERY_WAIT_HOURS}\u00a0heures pour s'opposer, sauf si elle refuse déjà nos mails. La nouvelle ne sert qu'une fois prouvée par un lien\u00a0: le candidat choisit alors un nouveau mot de passe.`,
  link: "Changer l'adresse mail sur preuve",
  running: "Un changement d'adresse est en cours\u00a0: lire où il en est",
  now: 'Adresse du compte',
  fields: {
    address: 'Nouvelle adresse mail',
    again: 'Indiquez une seconde fois la nouvelle adresse mail.',
    proof: "Pièce d'identité vue",
    proofHint: "L'original, au guichet, ou une copie reçue par la poste. Aucune copie n'est gardée ici.",
    proofMissing: "Choisissez la pièce d'identité que vous avez vue.",
    seenOn: "Jour où vous l'avez vue",
    seenOnMissing: "Indiquez le jour où vous avez vu la pièce d'identité.",
    future: "Ce jour n'est pas encore venu. Indiquez celui où vous avez vu la pièce d'identité.",
    old: (days: number): string =>
      `Cette pièce a été vue il y a plus de ${plural(days, 'jour', 'jours')}. Demandez au candidat de la montrer de nouveau.`,
  },
  proofs: recoveryProofs,
  submit: 'Proposer le changement',
  keep: 'Ne rien changer',
  approve: 'Approuver le changement',
  drop: 'Arrêter le changement',
  proposal: {
    title: 'Changement proposé',
    from: 'Adresse actuelle',
    to: 'Nouvelle adresse',
    seen: 'Preuve',
    proof: (proof: RecoveryProof, day: Temporal.PlainDate): string =>
      `${recoveryProofs[proof]}, pièce vue le ${shortDay(day)}`,
    by: 'Proposé par',
    approved: 'Approuvé par',
    opens: 'Le lien sert à partir du',
    ends: "Le lien sert jusqu'au",
  },
  waitsForAnother: "Une autre personne du bureau doit l'approuver\u00a0: elle le trouve à son accueil.",
  told: ({ opensAt, newAddress }: Recovery): string =>
    opensAt === null
      ? ''
      : `Les deux adresses sont prévenues. Le lien envoyé à ${newAddress} servira à partir du ${instantInWords(opensAt)}\u00a0; rien ne change avant qu'il soit suivi.`,
  last: {
    done: (when: Temporal.Instant): string => `Le dernier changement est fait depuis le ${shortInstant(when)}.`,
    dropped: (when: Temporal.Instant): string => `Un changement a été arrêté par le bureau le ${shortInstant(when)}.`,
    objected: (when: Temporal.Instant): string =>
      `L'ancienne adresse s'est opposée à un changement le ${shortInstant(when)}. Ne recommencez pas sans avoir parlé au candidat, au numéro de téléphone de son dossier.`,
    lapsed: (when: Temporal.Instant): string =>
      `Un changement s'est terminé le ${shortInstant(when)} sans que le lien ait été suivi.`,
  },
  waiting: {
    title: "Changements d'adresse à approuver",
    home: (count: number): string =>
      `${plural(count, "changement d'adresse attend", "changements d'adresse attendent")} une seconde personne.`,
    see: 'Les voir',
    columns: { number: 'Numéro', name: 'Nom', since: 'Proposé le' },
  },
  flash: {
    'adresse-proposee': "Le changement est proposé. Une autre personne doit l'approuver.",
    'adresse-approuvee': 'Le changement est approuvé. Les deux adresses reçoivent un mail.',
    'adresse-arretee': 'Le changement est arrêté\u00a0: le compte garde son adresse.',
  },
} as const;

import { instantInWords } from '../ui/index.ts';
import type { RecoveryProof } from './recovery.ts';
import { frenchSpaces } from './texts.ts';

/** What an officer has seen of who lost their mail box. */
export const recoveryProofs = {
  'identity-card': "Carte nationale d'identité",
  passport: 'Passeport',
  'residence-permit': 'Titre de séjour',
  'driving-licence': 'Permis de conduire',
} satisfies Record<RecoveryProof, string>;

/** The words of a lost address changed on proof. */
export const recoveryTexts = {
  follow: {
    title: "Retrouver l'accès à votre compte",
    sentence: (address: string): string =>
      frenchSpaces(`Votre compte aura pour identifiant ${address}. Vous choisirez ensuite un nouveau mot de passe.`),
    caution: 'Les appareils où votre compte est ouvert seront déconnectés.',
    submit: 'Utiliser cette adresse',
  },
  object: {
    title: "S'opposer au changement d'adresse",
    sentence: (opens: Temporal.Instant): string =>
      frenchSpaces(
        `Le rectorat a accepté, sur présentation d'une pièce d'identité, que votre compte prenne une autre adresse à partir du ${instantInWords(opens)}. En vous opposant, vous gardez l'adresse qui a reçu ce mail.`,
      ),
    caution: frenchSpaces(
      "Si c'est vous qui avez fait cette demande, ne vous opposez pas : suivez le lien envoyé à la nouvelle adresse.",
    ),
    submit: "M'opposer au changement",
    done: frenchSpaces(
      "Votre opposition est enregistrée : votre compte garde son adresse. Le rectorat est prévenu. Si vous pensez que quelqu'un connaît votre mot de passe, choisissez-en un autre.",
    ),
    doneTitle: 'Rien ne changera',
  },
  ways: { contact: 'Écrire ou téléphoner au rectorat', forgotten: 'Choisir un nouveau mot de passe' },
  refusals: {
    sameAddress: "C'est déjà l'adresse de ce compte. Indiquez la nouvelle, ou ne changez rien.",
    standing:
      "Un changement d'adresse est déjà en cours pour ce compte. Relisez où il en est avant d'en proposer un autre.",
    moved: frenchSpaces(
      "Ce changement d'adresse a été décidé ou arrêté entre-temps. Relisez où il en est : rien n'a été enregistré.",
    ),
    early: (opens: Temporal.Instant): string =>
      frenchSpaces(
        `Ce lien servira à partir du ${instantInWords(opens)}. D'ici là, votre ancienne adresse peut s'opposer : c'est ce qui empêche quelqu'un d'autre de prendre votre compte. Gardez le mail et revenez.`,
      ),
    stopped: frenchSpaces(
      "Ce lien ne sert plus : le changement d'adresse est fait, arrêté par le rectorat, ou l'ancienne adresse s'y est opposée. Adressez-vous au rectorat.",
    ),
  },
} as const;

import { defineEvents, event, type PayloadsOf, saidIfAny } from '../platform/defineEvents.ts';
import { shortDay } from '../ui/index.ts';
import type { AccountId, Role } from './account.ts';
import type { NoticeAnswer } from './notice.ts';
import type { RecoveryProof } from './recovery.ts';
import { recoveryProofs } from './recoveryTexts.ts';
import type { StaffProposal } from './staffProposal.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof ACCOUNT_EVENTS> {}
}

type Place = { readonly role: string; readonly name: string; readonly portfolios: readonly string[] };

export const ACCOUNT_EVENTS = {
  ...defineEvents('accounts', 'own', {
    /** The form was sent; the address is not proved yet. */
    'account.created': event<{ readonly accountId: AccountId }>('Compte créé'),
    /** The address is proved by a link or a code that was mailed to it. */
    'account.activated': event<{ readonly accountId: AccountId }>('Compte activé'),
    'account.accessLetterAsked': event<null>("Lettre d'accès demandée"),
    'account.accessLetterDropped': event<null>("Lettre d'accès abandonnée"),
    'account.accessLetter': event<null>("Lettre d'accès imprimée"),
    'account.takeOverAsked': event<null>("Code d'une lettre saisi, lien envoyé"),
    'account.takenOver': event<null>("Compte pris en main avec le code d'une lettre"),
    'account.openedOnPaper': event<{ readonly mailbox: boolean }>("Compte ouvert par le bureau, d'après un papier"),
    'account.signUpRepeated': event<null>('Création de compte redemandée avec cette adresse'),
    'account.addressCorrected': event<null>("Adresse mail corrigée avant l'activation"),
    'account.activationSentAgain': event<null>("Mail d'activation renvoyé"),
    'account.triesForgotten': event<null>('Essais de mot de passe oubliés, à la demande du titulaire'),
    'account.laterFormChosen': event<null>('Dernier formulaire de création retenu'),
    'account.signedIn': event<null>('Connexion'),
    'account.signInFailed': event<null>('Connexion refusée'),
    'account.signInCodeSent': event<null>("Code de connexion envoyé, après beaucoup d'essais"),
    'account.signedOut': event<null>('Déconnexion'),
    'account.civilStatusChanged': event<{ readonly changed: readonly string[] }>('État civil changé'),
    'account.addressChangeRequested': event<null>("Changement d'adresse mail demandé"),
    'account.addressClaimed': event<null>('Adresse mail demandée par un autre compte'),
    'account.addressChanged': event<null>('Adresse mail changée'),
    'account.erasureTold': event<null>('Prévenu que ce compte, jamais activé, va être effacé'),
    'account.closed': event<{ readonly accountId: AccountId }>('Compte fermé par son titulaire'),
    'account.dataGiven': event<null>('Toutes ses données téléchargées par le titulaire'),
    'account.passwordChanged': event<null>('Mot de passe changé'),
    'account.sessionsEnded': event<null>('Déconnexion des autres navigateurs'),
    'account.noticeAccepted': event<{ readonly wording: number; readonly place: NoticeAnswer['place'] }>(
      'Accord donné aux notifications en ligne',
    ),
    'account.noticeWithdrawn': event<{ readonly wording: number; readonly place: NoticeAnswer['place'] }>(
      'Accord retiré aux notifications en ligne',
    ),
    'account.secondFactorSet': event<null>('Double authentification mise en place'),
    'account.secondFactorRemoved': event<null>('Double authentification retirée'),
    'account.secondFactorFailed': event<null>('Double authentification refusée'),
    'account.passkeyAdded': event<{ readonly name: string }>(
      ({ text }) => `Clé d'accès ajoutée\u00a0: ${text('name')}`,
    ),
    'account.passkeyRenamed': event<{ readonly before: string; readonly after: string }>(
      ({ text }) => `Clé d'accès renommée\u00a0: ${text('after')}`,
    ),
    'account.passkeyRemoved': event<{ readonly name: string }>(
      ({ text }) => `Clé d'accès retirée\u00a0: ${text('name')}`,
    ),
    'account.passkeyCopied': event<{ readonly name: string }>(
      ({ text }) => `Clé d'accès refusée, peut-être copiée\u00a0: ${text('name')}`,
    ),
    'account.recoveryCodesRenewed': event<null>('Codes de secours renouvelés'),
    'account.recoveryCodeUsed': event<null>('Code de secours utilisé'),
    'account.passwordResetRequested': event<null>('Nouveau mot de passe demandé'),
    'account.passwordReset': event<null>('Nouveau mot de passe choisi'),
  }),
  ...defineEvents('staff', 'work', {
    'staff.created': event<Place>(({ text }) => `Personnel ajouté\u00a0: ${text('name')}`),
    'staff.invited': event<{ readonly role: Role }>('Invitation envoyée'),
    'staff.proposed': event<{ readonly kind: StaffProposal['kind']; readonly role: Role }>(
      'Accès du personnel\u00a0: demande à confirmer par une seconde personne',
    ),
    'staff.confirmed': event<{ readonly kind: StaffProposal['kind'] }>(
      'Accès du personnel\u00a0: demande confirmée par une seconde personne',
    ),
    'staff.dropped': event<{ readonly kind: StaffProposal['kind'] }>('Accès du personnel\u00a0: demande abandonnée'),
    'staff.accessConfirmed': event<null>('Accès confirmé\u00a0: ce sont deux personnes'),
    'staff.changed': event<{ readonly before: Place; readonly after: Place }>('Fonction ou groupes changés'),
    'staff.disabled': event<null>('Accès fermé'),
    'staff.enabled': event<null>('Accès rouvert'),
  }),
  ...defineEvents('accounts', 'preparing', {
    'addressRecovery.proposed': event<{ readonly proof: RecoveryProof; readonly seenOn: string }>(
      ({ day, word }) =>
        `Changement d'adresse mail proposé${saidIfAny(word('proof', recoveryProofs), (proof) => `\u00a0: ${proof.toLowerCase()}`)}${saidIfAny(day('seenOn'), (seen) => `, pièce vue le ${shortDay(seen)}`)}`,
    ),
    'addressRecovery.dropped': event<null>("Changement d'adresse mail arrêté"),
  }),
  ...defineEvents('accounts', 'candidate', {
    'addressRecovery.approved': event<{ readonly waits: boolean }>({
      office: ({ isTrue }) =>
        isTrue('waits')
          ? "Changement d'adresse mail approuvé, les deux adresses prévenues"
          : "Changement d'adresse mail approuvé, sans délai\u00a0: l'ancienne adresse refuse nos mails",
      candidate: "Le rectorat a accepté, sur pièce d'identité, de changer l'adresse mail du compte.",
    }),
    'addressRecovery.objected': event<null>({
      office: "L'ancienne adresse s'oppose au changement d'adresse mail",
      candidate: "L'ancienne adresse mail s'est opposée au changement.",
    }),
    'addressRecovery.done': event<null>({
      office: 'Adresse mail changée sur preuve, mot de passe à choisir de nouveau',
      candidate: 'Adresse mail du compte changée.',
    }),
  }),
};

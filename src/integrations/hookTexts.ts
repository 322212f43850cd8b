import { plural } from '../platform/french/french.ts';
import type { MailWords } from '../platform/mail/words.ts';
import { SUSPENDED_AFTER_DAYS, TRIED_HOURS } from './rules/retries.ts';
import { type DeliveryState, type Fact, type Fault, HOOK, type HookState } from './webhook.ts';

export const factNames: Readonly<Record<Fact, string>> = {
  'file.registered': 'Inscription enregistrée ou modifiée',
  'file.signed': 'Confirmation signée',
  'file.validated': 'Inscription validée',
  'file.unvalidated': 'Validation retirée',
  'file.ended': 'Inscription retirée, écartée ou annulée',
  'file.restored': 'Inscription rétablie',
  'piece.decided': 'Décision sur une pièce',
  'result.published': 'Résultat publié',
};

const states: Readonly<Record<HookState, string>> = { active: 'Actif', suspended: 'Suspendu', removed: 'Retiré' };
const deliveryStates: Readonly<Record<DeliveryState, string>> = {
  waiting: 'En attente',
  delivered: 'Reçu',
  dead: 'Non reçu',
};

const faults: Readonly<Record<Exclude<Fault, 'answered'>, string>> = {
  timeout: 'pas de réponse en 5 secondes',
  unreachable: 'connexion impossible',
  'unknown-host': 'adresse inconnue',
  inside: "adresse d'un réseau interne\u00a0: refusée",
  suspended: 'envois suspendus',
};

/** The words of notices to other programs (*webhooks*), for the head. */
export const hookTexts = {
  title: 'Avis automatiques (webhooks)',
  text: "Registre prévient un logiciel dès qu'un dossier change. L'avis dit quel dossier et quoi, par identifiant\u00a0: ni nom, ni adresse, rien de la santé. Le logiciel lit le reste avec sa clé.",
  none: 'Aucun avis',
  noneText: "Tant que vous n'en déclarez pas, Registre n'envoie rien à un autre logiciel.",
  declare: 'Déclarer une adresse',
  columns: ['Logiciel', 'Adresse', 'État', 'Non reçus'],
  states,
  deliveryStates,
  flash: {
    'avis-declare':
      "L'adresse est déclarée\u00a0: les prochains changements y sont envoyés. Donnez le secret ci-dessous à qui règle ce logiciel.",
    'avis-suspend': 'Les envois sont suspendus\u00a0: ce qui change reste ici, parmi les avis non reçus.',
    'avis-resume': 'Les envois ont repris.',
    'avis-renew': "Le secret est changé\u00a0: l'ancien ne vaut plus. Donnez le nouveau à qui règle ce logiciel.",
    'avis-remove': "L'adresse est retirée\u00a0: plus rien n'y est envoyé.",
    'avis-renvoyes': 'Les avis repartent dans la minute, sous le même identifiant.',
  },
  make: {
    title: 'Déclarer une adresse',
    lead: "Registre y enverra un avis à chaque changement choisi. Chaque avis est signé, pour que ce logiciel sache que c'est nous.",
    name: 'Quel logiciel\u00a0?',
    nameMissing: 'Indiquez quel logiciel reçoit ces avis.',
    address: 'Adresse',
    addressExample: 'https://ent.example.fr/registre',
    addressMissing: "Indiquez l'adresse que donne la personne qui règle ce logiciel.",
    facts: 'Ce dont il est prévenu',
    factsMissing: 'Cochez au moins un changement.',
    submit: 'Déclarer',
    keep: 'Ne rien déclarer',
  },
  hook: {
    state: 'État',
    address: 'Adresse',
    facts: 'Prévenu de',
    secret: 'Secret de signature',
    secretShow: 'Montrer le secret de signature',
    madeBy: 'Déclaré par',
    dead: 'Avis non reçus',
    deadText: `Chaque avis est essayé plusieurs fois pendant ${plural(TRIED_HOURS, 'heure', 'heures')}. Ceux-ci n'ont pas été reçus\u00a0: ils attendent que vous les renvoyiez.`,
    latest: 'Derniers avis',
    noneYet: "Rien n'a encore été envoyé.",
    columns: ['Quoi', 'État', 'Quand', 'Essais', 'Réponse'],
    again: 'Renvoyer',
    allAgain: 'Renvoyer tout',
    suspend: 'Suspendre les envois',
    resume: 'Reprendre les envois',
    renew: 'Changer le secret',
    remove: "Retirer l'adresse",
    acts: 'Ce que vous pouvez faire',
    suspendedText: `Suspendu\u00a0: par vous, ou parce que rien n'a été reçu pendant ${plural(SUSPENDED_AFTER_DAYS, 'jour', 'jours')}, ou que l'adresse a répondu qu'elle n'existe plus.`,
    answer: (status: number | null, fault: Fault | null): string =>
      fault === null || fault === 'answered' ? (status === null ? '' : String(status)) : faults[fault],
  },
  refusals: {
    active: 'Les envois ont déjà repris.',
    suspended: "Les envois sont suspendus\u00a0: reprenez-les d'abord.",
    removed: 'Cette adresse est déjà retirée.',
    tooMany: `Votre académie a déjà ${HOOK.most} adresses, le plus qu'elle puisse avoir. Retirez-en une, puis recommencez. Rien n'est déclaré.`,
    unreadable:
      'Cette adresse ne se lit pas\u00a0: recopiez-la entière, comme «\u00a0https://ent.example.fr/registre\u00a0».',
    notHttps: 'Cette adresse ne commence pas par https\u00a0: un avis ne part que par une liaison chiffrée.',
    noName:
      "Cette adresse n'a pas de nom de machine complet\u00a0: demandez-en une comme «\u00a0ent.example.fr\u00a0», sans chiffres seuls.",
    holdsPassword:
      "Cette adresse contient un mot de passe\u00a0: retirez-le. C'est la signature qui prouve que l'avis vient de nous.",
    inside:
      "Cette adresse mène à une machine du réseau interne\u00a0: Registre n'envoie qu'à des machines publiques. Demandez une adresse que l'on atteint d'internet.",
    unknownHost: "Personne ne connaît le nom de cette adresse\u00a0: relisez-la, ou attendez qu'il soit publié.",
  },
  mail: (of: { readonly name: string; readonly hookName: string; readonly link: string }): MailWords => ({
    subject: `Envois suspendus\u00a0: ${of.hookName}`,
    body: [
      `Bonjour ${of.name},`,
      `Les avis automatiques pour «\u00a0${of.hookName}\u00a0» n'arrivent plus\u00a0: Registre les a suspendus. Rien n'est perdu\u00a0: ce qui change reste parmi les avis non reçus pendant 30 jours.`,
      "Prévenez la personne qui règle ce logiciel. Quand il répond de nouveau, reprenez les envois et renvoyez ce qui n'a pas été reçu\u00a0:",
      of.link,
    ].join('\n\n'),
  }),
} as const;

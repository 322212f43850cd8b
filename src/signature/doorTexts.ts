import { shortInstant } from '../ui/index.ts';
import type { Door } from './door.ts';

/** A link and the page behind it, for whoever answers for a minor; and what the minor reads of it. */
export const doorTexts = {
  locked: {
    title: "Lire et signer une confirmation d'inscription",
    lead: "Un mail vous a donné cette adresse. Pour protéger la personne inscrite, rien n'est montré ici avant un code.",
    ask: 'Recevoir un code',
    askAgain: 'Recevoir un autre code',
    asked:
      "Un code part vers l'adresse mail qui a reçu ce lien. Il sert une fois, pendant dix minutes. S'il n'arrive pas, regardez les messages indésirables.",
    code: 'Code à six chiffres reçu par mail',
    open: 'Lire la confirmation',
    nothing: 'Le code ouvre la page, il ne signe rien\u00a0: vous décidez après avoir lu.',
  },
  read: {
    title: "Signer une confirmation d'inscription",
    lead: (name: string): string =>
      `${name}, lisez tout. Au bas de la page, vous signez comme représentant légal, ou vous refusez.`,
    toForm: "J'ai lu\u00a0: aller à la signature",
    form: 'Signature du représentant légal',
    submit: 'Signer',
    kept: "Nous gardons ce que vous signez, votre nom, votre adresse mail et l'heure. Vous en recevez la preuve par mail.",
    others: "Je ne veux pas signer, ou ce n'est pas moi",
    refusal:
      "Une erreur dans la confirmation\u00a0? Dites-le à la personne inscrite\u00a0: elle la corrige et vous recevez un autre lien. Si vous refusez, elle est prévenue tout de suite et rien n'est signé.",
    refuse: 'Refuser de signer',
    paper:
      'Vous préférez le papier\u00a0? La personne inscrite imprime la confirmation, et vous la signez tous les deux.',
    time: 'Cette page reste ouverte une demi-heure. Ensuite, demandez un autre code.',
  },
  signed: {
    title: 'Vous avez signé',
    text: (candidate: string): string =>
      `La confirmation de ${candidate} est signée. La personne inscrite le voit déjà.`,
    undo: 'Vous revenez sur votre signature\u00a0? Écrivez ou téléphonez au rectorat\u00a0: le mail que vous recevez dit à qui.',
  },
  refused: {
    title: 'Vous avez refusé de signer',
    text: "Rien n'est signé et la personne inscrite est prévenue. Si vous changez d'avis, elle peut vous envoyer un autre lien.",
  },
  notices: {
    unknown: "Cette adresse n'est pas celle d'un lien",
    over: 'Ce lien ne sert plus',
    shut: 'Rien ne se signe ici',
    slow: 'Un instant',
  },
  /** Signed on paper meanwhile, closed, or no more a case for a signature on line. */
  shut: 'La confirmation est déjà conforme, son délai est clos, ou elle se signe sur papier. Demandez à la personne inscrite.',
  waits: {
    title: 'Il manque une signature',
    lead: (name: string): string =>
      `Votre signature est enregistrée. Vous êtes mineur\u00a0: ${name}, votre représentant légal, doit signer aussi.`,
    sent: (when: string, address: string): string => `Lien envoyé le ${when} à ${address}.`,
    opened: (when: string): string => `Confirmation ouverte le ${when}, avec un code. Pas encore signée.`,
    refused: (name: string, when: string): string => `${name} a refusé de signer le ${when}.`,
    revoked: (when: string): string => `Vous avez retiré ce lien le ${when}.`,
    withdrawn: (when: string): string => `Le rectorat a retiré ce lien le ${when}. Écrivez-lui pour savoir pourquoi.`,
    over: 'Ce lien ne sert plus\u00a0: son temps est passé.',
    none: "Aucun lien n'est parti.",
    how: "Le lien s'ouvre sur tout téléphone, sans compte. Un second mail donne un code, puis la confirmation se lit et se signe. Il sert pendant sept jours.",
    send: (name: string): string => `Envoyer le lien à ${name}`,
    sendAgain: 'Envoyer un autre lien',
    end: 'Retirer ce lien',
    refresh: 'Actualiser',
    wrong:
      "L'adresse n'est pas la bonne\u00a0? Retirez ce lien, corrigez-la à l'étape «\u00a0Identification\u00a0», puis signez la nouvelle version.",
    paper: 'Ou imprimez la confirmation, signez-la tous les deux, et déposez-la.',
  },
  refusals: {
    unknown: 'Ouvrez de nouveau le lien du mail, en entier. Il a pu être coupé.',
    over: "Il a déjà servi, il est retiré ou remplacé, la confirmation a changé, ou ses sept jours sont passés. Rien n'est signé par lui maintenant. Demandez un autre lien à la personne inscrite.",
    slow: 'Trop de demandes à la fois. Attendez une minute, puis rechargez la page.',
    ofAge:
      "La personne inscrite est devenue majeure\u00a0: elle signe seule, et votre signature n'est plus demandée. Rien n'a été signé.",
    notRead:
      "Cette page n'est plus ouverte ici\u00a0: une demi-heure est passée, ou un code a servi sur un autre appareil. Rien n'a été signé. Demandez un autre code.",
    codeWrong: "Ce code n'est pas le bon, ou il ne sert plus. Recopiez celui du dernier mail, ou demandez-en un autre.",
    tooManyTries: (wait: string): string =>
      `Trop de codes faux de suite. Attendez ${wait}, puis demandez un autre code.`,
    tooManyLinks: (wait: string): string =>
      `Beaucoup de liens sont partis vers cette adresse. Le dernier sert encore sept jours après son envoi\u00a0; un autre peut partir dans ${wait}. Vous pouvez aussi signer tous les deux sur papier.`,
  },
} as const;

/** What became of the last link, as its candidate reads it, newest first; empty: none left. */
export function doorLines(
  door: Door | null,
  { name, address }: { readonly name: string; readonly address: string },
): readonly string[] {
  const say = doorTexts.waits;
  if (door === null) return [say.none];
  const ended = door.endedAt === null ? '' : shortInstant(door.endedAt);
  const end = {
    refused: say.refused(name, ended),
    revoked: say.revoked(ended),
    withdrawn: say.withdrawn(ended),
    replaced: say.over,
    signed: say.over,
  };
  return [
    ...(door.endedWhy !== null ? [end[door.endedWhy]] : door.holds ? [] : [say.over]),
    ...(door.openedAt === null ? [] : [say.opened(shortInstant(door.openedAt))]),
    say.sent(shortInstant(door.sentAt), address),
  ];
}

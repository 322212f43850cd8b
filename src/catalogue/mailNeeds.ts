import { MAIL_VARIABLES, type MailCode, variablesIn } from './mails.ts';

type Needs = { readonly [Code in MailCode]: { readonly [Name in (typeof MAIL_VARIABLES)[Code][number]]?: string } };

const which = "le candidat ne saurait pas de quelle inscription il s'agit";
const follow = "le lecteur n'aurait pas la page où agir";

/**
 * The variables without which a mail is no use to who reads it, and what would be lost: « sans elle, … ». No text of that
 * mail is taken without them.
 */
export const MAIL_NEEDS: Needs = {
  'account.activation': {
    link: 'le compte ne pourrait pas être activé',
    code: 'le compte ne pourrait pas être activé sur un autre appareil',
  },
  'account.exists': { link: 'le lecteur ne saurait pas où se connecter' },
  'account.password-reset': { link: 'personne ne pourrait choisir un nouveau mot de passe' },
  'account.password-changed': { link: "le titulaire ne pourrait pas reprendre son compte si ce n'était pas lui" },
  'account.address-change': { link: 'la nouvelle adresse ne pourrait pas être confirmée' },
  'account.address-changed': { link: "le titulaire ne pourrait pas prévenir si ce n'était pas lui" },
  'account.recovery': {
    link: 'la nouvelle adresse ne pourrait pas être prouvée',
    opens: 'le lecteur suivrait le lien trop tôt, sans savoir pourquoi il ne sert pas encore',
  },
  'account.recovery-told': {
    link: "le titulaire ne pourrait pas s'opposer",
    opens: "le titulaire ne saurait pas jusqu'à quand s'opposer",
  },
  'account.civil-status': {
    changes: 'le candidat ne saurait pas ce qui est corrigé',
    link: "le candidat n'aurait pas la page où relire son état civil",
  },
  'account.opened': { link: 'le candidat ne pourrait pas prendre son compte en main' },
  'account.take-over': { link: 'le candidat ne pourrait pas prendre son compte en main' },
  'account.sign-in-code': {
    code: 'personne ne pourrait se connecter',
    link: "le titulaire ne pourrait pas changer un mot de passe que quelqu'un connaît",
  },
  'account.second-factor-set': { link: "le titulaire ne pourrait pas reprendre son compte si ce n'était pas lui" },
  'account.second-factor-removed': { link: "le titulaire ne pourrait pas reprendre son compte si ce n'était pas lui" },
  'account.passkey-added': {
    passkey: "le titulaire ne saurait pas de quelle clé il s'agit",
    link: "le titulaire ne pourrait pas reprendre son compte si ce n'était pas lui",
  },
  'account.passkey-removed': {
    passkey: "le titulaire ne saurait pas de quelle clé il s'agit",
    link: "le titulaire ne pourrait pas reprendre son compte si ce n'était pas lui",
  },
  'account.passkey-copied': {
    passkey: "le titulaire ne saurait pas de quelle clé il s'agit",
    link: "le titulaire ne pourrait pas reprendre son compte si ce n'était pas lui",
  },
  'enrolment.registered': {
    number: "le candidat n'aurait pas son numéro d'inscription",
    todo: 'le candidat ne saurait pas ce qui lui reste à faire, ni pour quand',
    link: follow,
  },
  'enrolment.modified': {
    number: which,
    version: 'le candidat ne saurait pas quelle version signer',
    todo: "le candidat ne saurait pas qu'il doit signer de nouveau, ni jusqu'à quand",
    link: follow,
  },
  'enrolment.typed': {
    number: which,
    version: 'le candidat ne saurait pas quelle version signer',
    changes: 'le candidat ne saurait pas ce qui est saisi pour lui',
    todo: "le candidat ne saurait pas qu'il doit signer, ni jusqu'à quand",
    link: "le candidat n'aurait pas la page où relire ce qui est saisi pour lui",
  },
  'enrolment.unregistered': { deadline: "le candidat ne saurait pas jusqu'à quand s'inscrire", link: follow },
  'enrolment.withdrawn': {
    number: 'le candidat ne saurait pas quelle inscription est retirée',
    remedy: "le candidat ne saurait pas s'il peut encore s'inscrire, et jusqu'à quand",
  },
  'enrolment.signature-code': {
    number: 'le lecteur ne saurait pas quelle inscription il signe',
    code: 'personne ne pourrait signer',
  },
  'enrolment.signed': {
    number: which,
    version: 'le candidat ne saurait pas quelle version est signée',
    todo: 'le candidat ne saurait pas ce qui lui reste à faire, ni pour quand',
    link: "le candidat n'aurait pas la page où lire la preuve de sa signature",
  },
  'enrolment.validated': { number: 'le candidat ne saurait pas quelle inscription est validée' },
  'enrolment.disclosure': {
    number: which,
    choice: 'le candidat ne saurait pas quel choix est enregistré',
    link: "le candidat n'aurait pas la page où changer d'avis",
  },
  'units.proposed': { number: which, link: follow },
  'piece.refused': {
    number: which,
    piece: 'le candidat ne saurait pas quelle pièce est refusée',
    comment: 'le candidat ne saurait pas pourquoi sa pièce est refusée',
    remedy: "le candidat ne saurait pas jusqu'à quand la redonner",
    link: follow,
  },
  'piece.filed': {
    piece: 'le candidat ne saurait pas quelle pièce est déposée pour lui',
    receipt: "le candidat n'aurait pas la preuve de son dépôt",
    link: "le candidat n'aurait pas la page où la voir ou la retirer",
  },
  'pieces.accepted': { number: which, pieces: 'le candidat ne saurait pas quelles pièces sont conformes' },
  'pieces.decided': {
    number: which,
    decisions: 'le candidat ne saurait pas ce qui est décidé, ni pourquoi',
    remedy: 'le candidat dont la validation est annulée ne saurait pas comment contester',
    link: follow,
  },
  'pieces.reminder': {
    number: which,
    todo: 'le candidat ne saurait pas ce qui manque',
    deadline: "le candidat ne saurait pas jusqu'à quand",
    link: follow,
  },
  'document.examined': { number: which, link: 'le candidat ne pourrait pas lire la décision, que ce mail ne dit pas' },
  'file.infected': {
    piece: 'le candidat ne saurait pas quelle pièce redonner',
    receipt: 'le candidat ne saurait pas quel fichier est infecté',
    remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
    link: follow,
  },
  'document.infected': {
    receipt: 'le candidat ne saurait pas quel fichier est infecté',
    remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
    link: follow,
  },
  'file.unreadable': {
    piece: 'le candidat ne saurait pas quelle pièce redonner',
    receipt: "le candidat ne saurait pas quel fichier n'a pas pu être lu",
    comment: 'le candidat ne saurait pas pourquoi, ni quoi changer',
    remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
    link: follow,
  },
  'document.unreadable': {
    receipt: "le candidat ne saurait pas quel fichier n'a pas pu être lu",
    comment: 'le candidat ne saurait pas pourquoi, ni quoi changer',
    remedy: "le candidat ne saurait pas jusqu'à quand en donner un autre",
    link: follow,
  },
  'paper.available': {
    title: "le candidat ne saurait pas quel document l'attend",
    link: 'le candidat ne saurait pas où le lire',
  },
  'message.available': { number: which, link: 'le candidat ne pourrait pas lire le message, que ce mail ne dit pas' },
  'former.answered': { link: 'le candidat ne trouverait pas la réponse' },
  'summons.issued': {
    number: which,
    first: 'le candidat ne saurait pas quand les épreuves commencent pour lui',
    link: "le candidat n'aurait pas sa convocation",
  },
  'summons.changed': {
    number: which,
    changes: 'le candidat ne saurait pas ce qui change',
    link: "le candidat n'aurait pas sa convocation",
  },
  'summons.void': { number: which, changes: 'le candidat ne saurait pas pourquoi', link: follow },
  'staff.invitation': { link: "l'agent ne pourrait pas choisir son mot de passe" },
  'rules.changed': {
    number: which,
    changes: 'le candidat ne saurait pas ce qui change',
    remedy: 'le candidat ne saurait pas si ses pièces changent aussi',
    link: follow,
  },
  'rules.changed-draft': { changes: 'le candidat ne saurait pas ce qui change', link: follow },
  'rules.submitted': { title: 'le lecteur ne saurait pas quel brouillon attend', link: follow },
};

/** Can that mail be written with these words: they ask for nothing that the code doesn't give, and say what it is for? */
export function canBeWritten(code: MailCode, words: { readonly subject: string; readonly body: string }): boolean {
  const given: readonly string[] = MAIL_VARIABLES[code];
  const used = variablesIn(`${words.subject}\n${words.body}`);
  return used.every((name) => given.includes(name)) && lostBy(code, words).length === 0;
}

/** What that mail needs and its words don't say, with what would be lost. `code` may be of no mail of ours. */
export function lostBy(
  code: string,
  { subject, body }: { readonly subject: string; readonly body: string },
): readonly { readonly name: string; readonly why: string }[] {
  const needs: Readonly<Record<string, Readonly<Record<string, string>>>> = MAIL_NEEDS;
  const used = variablesIn(`${subject}\n${body}`);
  return Object.entries(Object.hasOwn(needs, code) ? (needs[code] ?? {}) : {}).flatMap(([name, why]) =>
    used.includes(name) ? [] : [{ name, why }],
  );
}

import { type CitedLaw, defineMail } from '../catalogue/index.ts';
import { enrolmentTexts } from '../enrolment/index.ts';
import { bodyOf, type MailValues } from '../post/index.ts';
import { instantInWords, untilInWords } from '../ui/index.ts';

const { oneASession, oneASessionAsGround, reserve } = enrolmentTexts;

/** With what the law of the exam says of several enrolments. */
type OfTwo = MailValues & { readonly law: CitedLaw };

const answer = (words: string, until: Temporal.Instant): readonly string[] => [
  `Ce qu'a constaté le rectorat\u00a0: ${words}`,
  `Ce n'est pas exact, ou vous préférez garder l'autre\u00a0? Répondez ${untilInWords(until)}, par écrit ou par téléphone\u00a0: rien ne prend fin avant (code des relations entre le public et l'administration, articles L121-1 et L122-1).`,
];

export const OF_APPEAL = 'La fin de cette inscription, tenue pour un double';

/**
 * The mails about one person under two accounts. Each goes to one account, and names neither the address nor the number of the other:
 * were the office wrong, it would tell somebody of somebody else.
 */
export const samePersonMails = {
  ends: defineMail(
    { code: 'person.same' },
    (of: OfTwo & { readonly words: string; readonly until: Temporal.Instant }) => ({
      subject: `Votre inscription ${of.number} va prendre fin\u00a0: vous en avez une autre`,
      body: bodyOf(of, [
        `Une personne du rectorat a constaté que vous êtes inscrit deux fois à la ${of.session}, sous deux comptes. ${oneASession(of.law)}. Votre autre inscription reste. Celle-ci, ${of.number}, prendra fin le ${instantInWords(of.until)}.`,
        ...answer(of.words, of.until),
        "Vos réponses et vos pièces restent conservées. Une pièce donnée ici et demandée aussi pour l'autre inscription doit y être donnée.",
      ]),
    }),
  ),
  stays: defineMail(
    { code: 'person.same' },
    (of: OfTwo & { readonly words: string; readonly until: Temporal.Instant }) => ({
      subject: `Votre inscription ${of.number} reste\u00a0; une autre va prendre fin`,
      body: bodyOf(of, [
        `Une personne du rectorat a constaté que vous êtes inscrit deux fois à la ${of.session}, sous deux comptes. ${oneASession(of.law)}. Celle-ci, ${of.number}, reste. L'autre prendra fin le ${instantInWords(of.until)}.`,
        ...answer(of.words, of.until),
      ]),
    }),
  ),
  beside: defineMail({ code: 'person.same' }, (of: MailValues & { readonly words: string }) => ({
    subject: 'Deux comptes à votre nom',
    body: bodyOf(of, [
      "Une personne du rectorat a constaté que vous avez deux comptes. Rien ne prend fin, et chacun s'ouvre comme avant. Pour une même session, vous ne pourrez vous inscrire que sous l'un des deux.",
      `Ce qu'a constaté le rectorat\u00a0: ${of.words}`,
      "Ce n'est pas exact\u00a0? Écrivez ou téléphonez au rectorat\u00a0: il reviendra sur ce constat.",
    ]),
  })),
  ended: defineMail(
    { code: 'person.ended' },
    (of: OfTwo & { readonly words: string; readonly remedies: readonly string[] }) => ({
      subject: `Votre inscription ${of.number} a pris fin`,
      body: bodyOf(of, [
        `Comme annoncé, votre inscription ${of.number} a pris fin\u00a0: elle ne compte plus. Votre autre inscription à la ${of.session}, sous votre autre compte, reste.`,
        reserve.words(of.words),
        reserve.ground(oneASessionAsGround(of.law)),
        `${reserve.remediesTitle}\u00a0:`,
        ...of.remedies,
      ]),
    }),
  ),
  undone: defineMail(
    { code: 'person.undone' },
    (of: MailValues & { readonly words: string; readonly reopened: boolean }) => ({
      subject: of.reopened
        ? `Votre inscription ${of.number} est rétablie`
        : `Votre inscription ${of.number} n'est plus tenue pour un double`,
      body: bodyOf(of, [
        of.reopened
          ? `Votre inscription ${of.number} avait pris fin parce qu'une autre semblait être aussi la vôtre. Le rectorat est revenu sur cette décision\u00a0: l'inscription reprend là où elle était, avec vos pièces.`
          : `Le rectorat avait constaté que vous aviez deux comptes. Il est revenu sur ce constat\u00a0: votre inscription ${of.number} suit son cours.`,
        reserve.note(of.words),
      ]),
    }),
  ),
  /** To whoever was there first, when somebody who looks like them enrols under another account: it asks, and tells nothing of anybody else. */
  perhaps: defineMail({ code: 'person.perhaps' }, (of: OfTwo) => ({
    subject: 'Avez-vous deux inscriptions\u00a0?',
    body: bodyOf(of, [
      `Avez-vous enregistré une autre inscription à la ${of.session}, sous un autre compte que celui-ci\u00a0?`,
      `Si oui\u00a0: gardez celle que vous voulez, et retirez l'autre. ${oneASession(of.law)}.`,
      "Si non\u00a0: vous n'avez rien à faire, et rien ne change dans votre dossier.",
    ]),
  })),
};

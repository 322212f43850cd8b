import { dayInWords } from '../platform/french/dates.ts';
import { capital } from '../platform/french/french.ts';
import type { ImpliedRefusal, LastDay, Where } from './law.ts';
import { lengthsInWords, numberInWords } from './lengths.ts';
import { monthsToAppeal } from './rules/delays.ts';

/** Who took what is contested: an administration, which has a superior; a jury, which has none. */
type Author = 'administration' | 'jury';
/** Before whom silence or a refusal is contested. */
export type Forum = 'court' | 'cada';

type Contested = {
  readonly until?: LastDay | null;
  readonly where?: Where;
  readonly author?: Author;
  /** Who, then where to write to them, as the academy says it. */
  readonly addressees?: Readonly<Record<'rector' | 'court' | 'mediator', readonly string[]>>;
};

const RELATIONS = "code des relations entre le public et l'administration";
const JUSTICE = 'code de justice administrative';

const inclusive = ({ last }: LastDay): string => `jusqu'au ${dayInWords(last)} inclus`;
const NEAR: Where = { seat: 'mainland', residence: 'mainland' };

const forums: Readonly<Record<Forum, string>> = {
  court: `le tribunal administratif, par courrier ou sur www.telerecours.fr (${JUSTICE}, article R421-1)`,
  cada: `la Commission d'accès aux documents administratifs (CADA), avant tout recours au tribunal (${RELATIONS}, articles L342-1 et R343-1)`,
};

/** How what is decided, or what silence decides, is contested: said here once, for pages, papers and mails. No-break spaces are written `\u00a0`. */
export const lawTexts = {
  remediesTitle: 'Comment contester cette décision',
  /** `until`: the last day, where it is known since when the decision is notified. */
  remedies: (of: Contested = {}): readonly string[] => {
    const { until = null, where = NEAR, author = 'administration', addressees } = of;
    const at = (whom: 'rector' | 'court' | 'mediator'): string => addressIn(addressees?.[whom] ?? []);
    const months = monthsInWords(where);
    const within =
      until === null ? `dans les ${months} mois qui suivent le jour où elle vous est notifiée` : inclusive(until);
    const superior =
      author === 'jury'
        ? ''
        : " Vous pouvez aussi, dans ce délai, écrire au ministre chargé de l'éducation nationale (recours hiérarchique).";
    return [
      `${capital(within)}, vous pouvez demander au recteur de revoir cette décision (recours gracieux).${superior}${at('rector')}`,
      `Dans le même délai, vous pouvez saisir ${forums.court}.${at('court')}`,
      `Un recours au recteur${author === 'jury' ? '' : ' ou au ministre'}, fait dans ce délai, l'interrompt (${RELATIONS}, article L411-2). ${lawTexts.silence('court', where)}`,
      `Vous pouvez vous adresser gratuitement au médiateur de l'académie, après une première démarche auprès du rectorat (code de l'éducation, article L23-10-1). Il n'allonge pas ces délais.${at('mediator')}`,
    ];
  },
  /** To who may write to whoever took it. `until`: null: its delay doesn't run yet. */
  mayAppeal: (until: LastDay | null): string =>
    until === null
      ? "Vous pouvez demander au rectorat de la revoir (recours gracieux). Le délai court du jour où elle vous est notifiée. C'est le jour où vous la lisez en ligne, ou celui où sa lettre vous est remise. Si vous ne retirez pas la lettre, c'est le jour où elle est présentée."
      : `Vous pouvez demander au rectorat de la revoir (recours gracieux) ${inclusive(until)}.`,
  /** After the last day, which was the court's too: whether it comes too late is for a person to say. */
  appealIsOver: (until: LastDay): string =>
    `Le délai pour contester cette décision, devant le rectorat comme devant le tribunal administratif, allait ${inclusive(until)}. Vous pouvez encore envoyer votre recours\u00a0: une personne dira s'il est recevable. Le tribunal peut rejeter ce qui vient après ce jour, parce que c'est tardif. Vous pouvez aussi écrire au médiateur de l'académie.`,
  /** In a list of acts (`docs/acts.md`). */
  inShort: `recours gracieux, hiérarchique, médiateur, tribunal administratif : ${lengthsInWords.court}`,
  /** Before anything is asked. */
  silence: (forum: Forum, where: Where = NEAR): string =>
    forum === 'court'
      ? `Sans réponse dans les ${lengthsInWords.silence}, c'est un refus\u00a0: vous avez alors ${monthsInWords(where)} mois pour saisir le tribunal.`
      : `Sans réponse en ${lengthsInWords.documents}, c'est un refus (${RELATIONS}, article R311-13)\u00a0: vous avez alors ${lengthsInWords.cada} pour saisir ${forums.cada}.`,
  /** Of what was asked and waits for its answer; `contest` is null where silence opens no new delay. */
  refused: (
    { on, contest }: Pick<ImpliedRefusal, 'on'> & { readonly contest: LastDay | null },
    forum: Forum = 'court',
  ): string => {
    const said = `Sans réponse le ${dayInWords(on)}, c'est un refus`;
    return contest === null ? `${said}.` : `${said}\u00a0: vous avez alors ${untilBefore(contest, forum)}.`;
  },
  /** The other meaning of silence, counted from a file that is complete (CRPA L231-1, L114-5). */
  accepted: `Sans réponse dans les ${lengthsInWords.silence} qui suivent un dossier complet, votre demande est acceptée (${RELATIONS}, articles L231-1 et L114-5).`,
  /** Of a refusal that was written. */
  contest: (until: LastDay, forum: Forum): string => `Pour contester ce refus, vous avez ${untilBefore(until, forum)}.`,
  /** Of a refusal that a letter says: its delay runs from the day when that is handed over, which nobody knows before. */
  contestByPost: (forum: Forum, where: Where): string =>
    `Pour contester ce refus, vous avez ${forum === 'cada' ? lengthsInWords.cada : `${monthsInWords(where)} mois`} à partir du jour où la lettre qui le dit vous est remise, pour saisir ${forums[forum]}.`,
  inclusive,
} as const;

function addressIn(lines: readonly string[]): string {
  return lines.length === 0 ? '' : ` Adresse\u00a0: ${lines.join(', ')}.`;
}

function untilBefore(until: LastDay, forum: Forum): string {
  return `${inclusive(until)} pour saisir ${forums[forum]}`;
}

/** « deux », « trois » for who lives overseas, « quatre » abroad. */
function monthsInWords(where: Where): string {
  return numberInWords(monthsToAppeal(where));
}

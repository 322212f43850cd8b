import { defineMail } from '../catalogue/index.ts';
import { type DecisionAuthor, decisionTexts } from '../decisions/index.ts';
import { type MailWords, onLine } from '../platform/mail/words.ts';
import { bodyOf, type MailValues } from '../post/index.ts';
import { listing, plural } from '../ui/index.ts';
import type { DecidedHere } from './hearing.ts';
import {
  decided,
  type HeardDecision,
  heard,
  type IntendedDecision,
  intends,
  RIGHTS,
  urgentJudge,
  whatIsKept,
  whatWouldBeUndone,
} from './texts.ts';

const lines = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const told = (
  of: MailValues & HeardDecision & { readonly author: DecisionAuthor; readonly remedies: readonly string[] },
): MailWords => ({
  subject:
    of.kind === 'units'
      ? `Inscription ${of.number}\u00a0: une décision vous laisse hors ${of.units.length > 1 ? `de ${of.units.length} unités` : "d'une unité"}`
      : `La validation de votre inscription ${of.number} est annulée`,
  body: lines([
    `Bonjour ${of.civility} ${of.name},`,
    decided(of),
    whatWouldBeUndone(of),
    `Ce qui est relevé\u00a0:\n${list(of.facts)}`,
    heard(of.answers),
    `Motifs\u00a0: ${of.reason}`,
    `Fondement\u00a0: ${of.ground}`,
    decisionTexts.takenBy(of.author),
    `${onLine('La décision est dans «\u00a0Mes documents\u00a0».')} Elle vous est adressée par lettre recommandée\u00a0: elle compte à partir de la remise de cette lettre.`,
    of.link,
    `Comment la contester\u00a0:\n${list(of.remedies)}${of.kind === 'units' ? `\n- ${urgentJudge}` : ''}`,
    `Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`,
  ]),
});

export const hearingMails = {
  opened: defineMail({ code: 'hearing.opened' }, (of: MailValues & IntendedDecision & { readonly until: string }) => ({
    subject: `Inscription ${of.number}\u00a0: le rectorat vous demande votre réponse ${of.until}`,
    body: lines([
      `Bonjour ${of.civility} ${of.name},`,
      intends(of),
      whatIsKept(of),
      `Ce qui est relevé\u00a0:\n${list(of.facts)}`,
      of.words,
      `Répondez ${of.until}${onLine('\u00a0:')}`,
      of.link,
      RIGHTS,
      `${onLine("L'invitation est aussi dans «\u00a0Mes documents\u00a0».")} Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`,
    ]),
  })),
  dropped: defineMail({ code: 'hearing.dropped' }, (of: MailValues & { readonly kind: DecidedHere }) => ({
    subject: `Inscription ${of.number}\u00a0: rien ne change pour vous`,
    body: bodyOf(of, [
      of.kind === 'units'
        ? 'Le rectorat vous avait demandé votre réponse. Il ne prend pas de décision contre vous\u00a0: vous gardez votre place à toutes vos unités.'
        : 'Le rectorat vous avait demandé votre réponse. Il ne prend pas de décision contre vous\u00a0: votre inscription reste validée.',
    ]),
  })),
  readmitted: defineMail({ code: 'unit.readmitted' }, (of: MailValues & { readonly units: readonly string[] }) => ({
    subject: `Inscription ${of.number}\u00a0: vous passez de nouveau ${plural(of.units.length, 'unité', 'unités')}`,
    body: bodyOf(of, [
      `Une décision vous laissait hors de ces unités, elle ne tient plus. Vous les passez\u00a0: ${listing(of.units)}.`,
      'Si les convocations sont déjà parties, une nouvelle suivra.',
    ]),
  })),
  givenBack: defineMail(
    { code: 'unit.givenBack' },
    (of: MailValues & { readonly units: readonly string[]; readonly words: string; readonly author: string }) => ({
      subject: `Inscription ${of.number}\u00a0: vous passez de nouveau ${plural(of.units.length, 'unité', 'unités')}`,
      body: bodyOf(of, [
        `Le rectorat revient sur sa décision de vous laisser hors d'une partie de l'examen. Vous passez de nouveau\u00a0: ${listing(of.units)}.`,
        `Ce qu'écrit le rectorat\u00a0: ${of.words}`,
        of.author,
        'Si les convocations sont déjà parties, une nouvelle suivra.',
      ]),
    }),
  ),
  leftOut: defineMail({ code: 'unit.leftOut' }, told),
  unvalidated: defineMail({ code: 'enrolment.unvalidated' }, told),
};

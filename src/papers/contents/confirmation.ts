import { addressInWords, civilStatusFields, hasMailbox } from '../../accounts/index.ts';
import type { SignatureSetting } from '../../catalogue/index.ts';
import { summaryOf, unitLines } from '../../enrolment/index.ts';
import { closingInWords, groupOfPiece, type PieceWithFiles, SIGNED_CONFIRMATION, untilOf } from '../../pieces/index.ts';
import { type Line, linesOf, shortInstant } from '../../ui/index.ts';
import type { FactLine, PaperBlock, PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { frameOf } from './frame.ts';
import type { Setting } from './setting.ts';

const say = texts.confirmation;

/**
 * *Confirmation d'inscription*: every datum of the version, to be dated, signed and deposited (notice, III). On the first page
 * who asks, on the second what is asked, and the signature under it.
 */
export function confirmationContent(setting: Setting, now: Temporal.Instant, sheet?: PieceWithFiles): PaperContent {
  const { candidate, dossier, review } = setting;
  const address = { name: 'mail', label: say.address, value: addressInWords(candidate) };
  const civilStatus = factsBlock(say.civilStatus, [...linesOf(civilStatusFields, candidate), address]);
  const facts = new Map(
    summaryOf(dossier, review).map(({ step, title, lines }) => [step, factsBlock(title, lines.filter(isSigned))]),
  );
  const of = (step: 'identification' | 'informations' | 'qualification'): readonly PaperBlock[] => {
    const block = facts.get(step);
    return block === undefined ? [] : [block];
  };
  const frame = frameOf(setting, 'confirmation', now);
  const registered = { label: texts.paper.registeredAt, value: shortInstant(setting.registeredAt) };
  return {
    ...frame,
    marks: [...frame.marks.slice(0, 2), registered],
    parts: [
      [civilStatus, ...of('identification'), ...of('informations')],
      [...of('qualification'), unitsBlock(setting), signatureBlock(setting, sheet)],
    ],
    pages: 2,
  };
}

/** The consent to publish results is given and withdrawn without a signature: no signed sheet says otherwise. */
function isSigned({ name }: Line): boolean {
  return name !== 'disclosure';
}

function factsBlock(title: string, lines: readonly Line[]): PaperBlock {
  return { type: 'facts', title, lines: merged(lines) };
}

/** The answers to one question (jobs) stand under one label. */
function merged(lines: readonly Line[]): readonly FactLine[] {
  return [...Map.groupBy(lines, ({ label }) => label)].map(([label, answers]) => ({
    label,
    values: answers.map(({ value }) => value),
  }));
}

/** What is kept, what is sat now, what later: the choices of the steps *Acquis* and *Épreuves*, unit by unit. */
function unitsBlock({ dossier, review }: Setting): PaperBlock {
  const rows = unitLines(dossier, review).map(({ code, title, choice }) => ({ code, title, choice }));
  return { type: 'units', title: say.units, head: say.unitHead, coded: rows.some(({ code }) => code !== ''), rows };
}

function signatureBlock({ candidate, dossier, enrolment, review }: Setting, sheet?: PieceWithFiles): PaperBlock {
  const group = groupOfPiece(dossier.catalogue, enrolment.session, SIGNED_CONFIRMATION);
  const mode = hasMailbox(candidate) && group !== undefined ? group.mode : 'post';
  const end = sheet === undefined ? (group?.dueAt ?? dossier.session.window.closesAt) : untilOf(sheet);
  const until = closingInWords(dossier.session, mode, end);
  const guardian = review.identification.guardianName === null ? [] : [say.guardianSignature];
  return {
    type: 'signature',
    title: say.signatureTitle,
    commitment: say.commitment,
    deadline: hasMailbox(candidate)
      ? deadlineOf(dossier.session.switches.signature, mode === 'post', until)
      : say.deadlinePost(SIGNED_CONFIRMATION, until),
    blanks: [say.place, say.day],
    signs: [say.signature, ...guardian],
  };
}

function deadlineOf(setting: SignatureSetting, byPost: boolean, until: string): string {
  if (setting === 'online') return say.deadlineSigned(until);
  if (byPost) return say.deadlinePost(SIGNED_CONFIRMATION, until);
  return (setting === 'both' ? say.deadlineEither : say.deadlineOnline)(SIGNED_CONFIRMATION, until);
}

import { accommodationMails } from '../accommodations/mails.ts';
import { texts as accommodations } from '../accommodations/texts.ts';
import {
  type Catalogue,
  lawOf,
  type MailHead,
  type MailVariable,
  type PackMail,
  VARIABLE_WORDS,
} from '../catalogue/index.ts';
import { closingMails } from '../closing/mails.ts';
import { type DecisionAuthor, decisionTexts } from '../decisions/index.ts';
import { documentMails } from '../documents/mails.ts';
import { documentTexts } from '../documents/texts.ts';
import { whereOf } from '../enrolment/index.ts';
import type { ToldCode } from '../everyMail.ts';
import { formerMails } from '../former/mails.ts';
import { postedTexts as former } from '../former/personTexts.ts';
import { hearingMails } from '../hearings/mails.ts';
import { texts as hearings } from '../hearings/texts.ts';
import { lawTexts } from '../law/index.ts';
import { acceptedInWords, decisionsInWords, examinedInWords, remedyInWords } from '../mails/decisionTexts.ts';
import { fileMails } from '../mails/mails.ts';
import { reserveMails } from '../mails/reserveMails.ts';
import { samePersonMails } from '../mails/samePersonMails.ts';
import { mailTexts as papers } from '../mails/texts.ts';
import { messageMails } from '../messages/mails.ts';
import type { PaperContent } from '../papers/content.ts';
import { accommodationContent } from '../papers/contents/accommodation.ts';
import { cancellationContent } from '../papers/contents/cancellation.ts';
import { remediesAgainst } from '../papers/contents/contest.ts';
import { decidedContent } from '../papers/contents/decided.ts';
import { hearingContent } from '../papers/contents/hearing.ts';
import { invitationContent } from '../papers/contents/invitation.ts';
import { reminderContent } from '../papers/contents/reminder.ts';
import { setAsideContent } from '../papers/contents/setAside.ts';
import { summonsContent, voidSummonsContent } from '../papers/contents/summons.ts';
import { paperMails } from '../papers/mails.ts';
import type { PaperKind } from '../papers/paper.ts';
import { afterGreeting, reserveInWords } from '../papers/reserveWords.ts';
import { serviceInWords } from '../papers/service.ts';
import { texts as paperTexts } from '../papers/texts.ts';
import type { PieceWithFiles } from '../pieces/index.ts';
import { keysOf } from '../platform/keys.ts';
import { endOfDay, parisDay } from '../platform/time.ts';
import type { About } from '../post/about.ts';
import type { MailValues, WrittenTold } from '../post/index.ts';
import type { Mail } from '../post/post.ts';
import { answerInWords, caseTexts } from '../publication/caseTexts.ts';
import { appealedBehind, postedTexts, publicationMails } from '../publication/mails.ts';
import { timeOfCase } from '../publication/rules/caseTime.ts';
import { reminderMails } from '../reminders/mails.ts';
import { excuseMails } from '../replacements/excuses/mails.ts';
import { summonsMails } from '../summonses/mails.ts';
import { summonsTexts } from '../summonses/summonsTexts.ts';
import { shortDay, untilInWords } from '../ui/index.ts';

/** What may be told, said of one person: what the senders say, by their own texts. A template without its words here doesn't compile. */
export type Words = WrittenTold & Pick<Mail, 'behind' | 'author'>;
export type Situation = {
  readonly about: About;
  readonly catalogue: Catalogue;
  readonly values: MailValues;
  /** As this person gives them. */
  readonly pieces: readonly PieceWithFiles[];
  /** What is left to them, a line each. */
  readonly todo: string;
  readonly now: Temporal.Instant;
  readonly author: DecisionAuthor;
};

const REASON = 'La pièce donnée est celle de quelqu\u2019un d\u2019autre.';
const UNIT = 'Techniques de la coiffure';

/** A mail of the pack with the values of an enrolment and those of its own, of which each has an example in the vocabulary. */
function packed<Given extends MailVariable, Head extends MailHead & { readonly to?: never }>(
  { catalogue, values, todo }: Situation,
  mail: PackMail<Given, Head>,
  own: { readonly [Name in MailVariable]?: string } = {},
): Words {
  return mail.write(catalogue, { ...EXAMPLES, ...values, todo, ...own });
}

const EXAMPLES = Object.fromEntries(
  Object.entries(VARIABLE_WORDS).map(([name, [, example]]) => [name, example]),
) as Readonly<Record<MailVariable, string>>;

/** What an *Enregistrer* says, without a reserve and under each. */
function underReserve(letter: Words): readonly Words[] {
  const at = Temporal.Instant.from('2023-11-28T10:00:00Z');
  const reasons = {
    fallen: { at },
    reasons: [{ code: 'experience-two-years' as const, sentence: REASON, source: 'D337-102' }],
  };
  return [null, 'met', 'again', 'pending'].map((stands) =>
    afterGreeting(letter, reserveInWords(stands as Parameters<typeof reserveInWords>[0], reasons)),
  );
}

const told = ({ values, author }: Situation) => ({
  ...values,
  words: REASON,
  author: decisionTexts.takenBy(author),
});

/** One piece each way. */
function ruled({ about, pieces, catalogue, now }: Situation) {
  const [first, second] = pieces;
  if (first === undefined || second === undefined) throw new Error('No pieces to decide on');
  const refused = { piece: { ...first, status: 'non-compliant' as const, comment: REASON }, after: null };
  const accepted = { piece: { ...second, status: 'compliant' as const }, after: null };
  const news = { refused: [refused], accepted: [accepted], reopened: [], confidential: [], validation: null };
  const { deadline, remedy } = remedyInWords(catalogue, refused, 'undone', now, remediesAgainst(about));
  return {
    piece: 'Justificatif de domicile (DOMICIL)',
    comment: REASON,
    deadline,
    remedy,
    pieces: acceptedInWords(catalogue, [accepted]),
    decisions: decisionsInWords(catalogue, news, now),
    outcome: papers.decisions.outcome.refused(1),
    examined: examinedInWords(catalogue, [refused.piece, accepted.piece, first], now),
  };
}

const heard = ({ about, values, author, now }: Situation, kind: 'units' | 'validation') => ({
  ...values,
  kind,
  begins: about.session.examStartsOn.on,
  days: about.session.correctionDays,
  units: [UNIT],
  facts: ['Une attestation manque.'],
  words: REASON,
  reason: REASON,
  ground: hearings.grounds.unlawful,
  answers: 0,
  author,
  remedies: remediesAgainst(about),
  until: untilInWords(now.add({ hours: 24 * 15 })),
});

export const WORDS: Readonly<Record<ToldCode, (at: Situation) => readonly Words[]>> = {
  'enrolment.registered': (at) => underReserve(packed(at, paperMails.registered)),
  'enrolment.modified': (at) => underReserve(packed(at, paperMails.modified)),
  'enrolment.typed': (at) =>
    [paperTexts.typed.first, paperTexts.typed.changes('Spécialité')].map((changes) =>
      packed(at, paperMails.typed, { changes }),
    ),
  'enrolment.withdrawn': (at) =>
    [papers.enrolAgain('1er décembre'), papers.noMoreEnrolling('depuis le 1er décembre')].map((remedy) =>
      packed(at, fileMails.withdrawn, { remedy }),
    ),
  'enrolment.disclosure': (at) => [packed(at, fileMails.disclosure)],
  'enrolment.validated': (at) => [packed(at, fileMails.validated)],
  'units.proposed': (at) => [{ ...packed(at, fileMails.unitsProposed), behind: `- ${UNIT}\n\n${papers.proposed}` }],
  'piece.refused': (at) => [packed(at, fileMails.pieceRefused, ruled(at))],
  'piece.filed': (at) => [
    packed(at, fileMails.pieceFiled, {
      piece: ruled(at).piece,
      receipt: papers.receipt('R-1', { code: 'DOMICIL', on: shortDay(WAY.day), filedOn: shortDay(WAY.last) }),
    }),
  ],
  'pieces.accepted': (at) => [packed(at, fileMails.piecesAccepted, ruled(at))],
  'pieces.decided': (at) => [packed(at, fileMails.decided, ruled(at))],
  'pieces.reminder': (at) => [packed(at, reminderMails.pieces)],
  'document.examined': (at) => [{ ...packed(at, fileMails.healthExamined), behind: ruled(at).examined }],
  'paper.available': (at) => [
    { ...packed(at, documentMails.available, { title: 'Consignes' }), behind: documentTexts.enclosed('Consignes') },
  ],
  'publication.withdrawn': ({ values }) => [
    documentMails.withdrawn.write({ ...values, title: 'Consignes', reason: REASON }),
  ],
  'message.available': (at) => [{ ...packed(at, messageMails.available), behind: REASON }],
  'summons.issued': (at) => [packed(at, summonsMails.issued)],
  'summons.changed': (at) => [
    packed(at, summonsMails.changed, {
      changes: summonsTexts.inOneSentence({ units: [], arranged: true, notSat: true, again: [] }, () => UNIT),
    }),
  ],
  'summons.void': (at) =>
    Object.values(summonsTexts.voidBecause).map((changes) => packed(at, summonsMails.void, { changes })),
  'rules.changed': (at) =>
    [papers.newRulesApplied, papers.newRulesValidated, papers.newRulesLater].map((remedy) =>
      packed(at, fileMails.rulesChanged, { changes: `- Une date change.\n- ${papers.newRulesOffered}`, remedy }),
    ),
  'window.extended': ({ values, todo }) => [
    fileMails.extended.write({
      ...values,
      reason: 'Panne du site.',
      changes: '- Les inscriptions closent le 8 décembre.',
      todo,
    }),
  ],
  'reserve.lifted': (at) => [{ ...reserveMails.lifted.write(told(at)), author: at.author }],
  'enrolment.setAside': (at) => [
    {
      ...reserveMails.setAside.write({
        ...told(at),
        ground: 'D337-102',
        reasons: '- Dix semaines au lieu de deux ans.',
        remedies: remediesAgainst(at.about).join('\n\n'),
      }),
      author: at.author,
    },
  ],
  'enrolment.reinstated': (at) => [
    { ...reserveMails.reinstated.write({ ...told(at), todo: at.todo }), author: at.author },
  ],
  'enrolment.cancelled': (at) => [
    {
      ...closingMails.cancelled.write({
        ...told(at),
        ground: 'D337-102',
        pieces: '- Justificatif de domicile',
        remedies: remediesAgainst(at.about).join('\n'),
      }),
      author: at.author,
    },
  ],
  'enrolment.restored': (at) => [{ ...closingMails.restored.write({ ...told(at), todo: at.todo }), author: at.author }],
  'person.same': ({ about, values, now }) => {
    const of = { ...values, words: REASON, law: lawOf(about.exam, 'oneEnrolment'), until: now };
    return (['ends', 'stays', 'beside'] as const).map((role) => samePersonMails[role].write(of));
  },
  'person.undone': ({ values }) =>
    [true, false].map((reopened) => samePersonMails.undone.write({ ...values, words: REASON, reopened })),
  'person.ended': ({ about, values }) => [
    samePersonMails.ended.write({
      ...values,
      words: REASON,
      law: lawOf(about.exam, 'oneEnrolment'),
      remedies: remediesAgainst(about),
    }),
  ],
  'person.perhaps': ({ about, values }) => [
    samePersonMails.perhaps.write({ ...values, law: lawOf(about.exam, 'oneEnrolment') }),
  ],
  'former.answered': (at) =>
    [former.confirmed, former.undone(REASON), former.changed, REASON].map((behind) => ({
      ...packed(at, formerMails.answered),
      behind,
    })),
  'results.published': ({ values }) => [
    { ...publicationMails.available.write(values), behind: postedTexts.available },
    { ...publicationMails.changed.write({ ...values, what: 'une note' }), behind: postedTexts.changed(REASON) },
  ],
  'resultCase.opened': ({ about, values }) => [
    publicationMails.asked.write({
      ...values,
      received: 'le vendredi 5 juillet 2024',
      service: serviceInWords(about),
      silence: lawTexts.silence('court'),
    }),
  ],
  'resultCase.answered': (at) => answers(at, publicationMails.answered.write(at.values)),
  'appeal.opened': (at) => [publicationMails.appealed.write({ ...at.values, ...appealed(at) })],
  'appeal.answered': (at) => answers(at, publicationMails.appealAnswered.write(at.values)),
  'hearing.opened': (at) =>
    (['units', 'validation'] as const).map((kind) => hearingMails.opened.write(heard(at, kind))),
  'hearing.dropped': (at) =>
    (['units', 'validation'] as const).map((kind) => hearingMails.dropped.write(heard(at, kind))),
  'unit.leftOut': (at) => [{ ...hearingMails.leftOut.write(heard(at, 'units')), author: at.author }],
  'unit.readmitted': (at) => [hearingMails.readmitted.write(heard(at, 'units'))],
  'unit.givenBack': (at) => [{ ...hearingMails.givenBack.write({ ...told(at), units: [UNIT] }), author: at.author }],
  'enrolment.unvalidated': (at) => [{ ...hearingMails.unvalidated.write(heard(at, 'validation')), author: at.author }],
  'time.granted': ({ values, todo, now }) => [
    closingMails.granted.write({ ...values, until: untilInWords(now), reason: REASON, todo }),
  ],
  'regularisation.invited': ({ values, todo, now }) => [
    closingMails.invited.write({
      ...values,
      since: 'depuis le 1er décembre',
      until: untilInWords(now),
      todo,
      observations: values.link,
    }),
  ],
  'space.message': (at) => [
    ...keysOf(accommodationMails).map((news) => ({
      ...accommodationMails[news].write({ ...at.values, until: untilInWords(at.now) }),
      behind: accommodations.posted[news]({ until: untilInWords(endOfDay(parisDay(at.now))), words: REASON }),
    })),
    { ...publicationMails.unsaidReceived.write(at.values), behind: appealedBehind(appealed(at)) },
    ...answers(at, publicationMails.unsaidAnswered.write(at.values)),
    excuseMails.received.write(at.values),
    excuseMails.infected.write(at.values),
    excuseMails.unreadable.write(at.values),
  ],
};

/** An appeal as its receipt says it. */
const appealed = ({ about, now }: Situation) => ({
  against: caseTexts.against('Notification', parisDay(now)),
  received: 'le vendredi 5 juillet 2024',
  service: serviceInWords(about),
  silence: lawTexts.silence('court'),
});

/** Granted and refused, in the letter that holds the answer. */
function answers({ about, author, now }: Situation, told: WrittenTold): readonly Words[] {
  const given = {
    receivedAt: now,
    postedOn: null,
    receivedOn: null,
    from: parisDay(now),
    second: false,
    answeredAt: now,
    answerLetter: null,
    handedOverOn: null,
  };
  return (['granted', 'refused'] as const).map((outcome) => ({
    ...told,
    behind: answerInWords(
      {
        ...{ outcome, answer: REASON, author, on: parisDay(now), court: about.academy.legal.court },
        contested: { title: 'Décision', takenAt: now },
      },
      timeOfCase({ ...given, outcome }, { nature: 'appeal' }, whereOf(about.academy, about.enrolment)),
    ),
    author,
  }));
}

const WAY = {
  agreement: null,
  day: Temporal.PlainDate.from('2023-11-15'),
  last: Temporal.PlainDate.from('2023-11-30'),
  minority: null,
};

/**
 * Every paper that is issued to somebody. `registered`: by the registration itself, so that the test has them already; `of results`: made of
 * marks, by `publication/journey.test.ts`.
 */
export const CONTENTS: Readonly<
  Record<PaperKind, 'registered' | 'on line alone' | 'of results' | ((at: Situation) => readonly PaperContent[])>
> = {
  confirmation: 'registered',
  'pieces-request': 'registered',
  acknowledgement: 'registered',
  'signed-confirmation': 'on line alone',
  reminder: ({ about, todo, now }) => [reminderContent(about, todo.split('\n'), now)],
  invitation: ({ about, todo, now }) => [
    invitationContent(about, { since: now, until: now, left: todo.split('\n') }, now),
  ],
  cancellation: ({ about, author, now }) => [
    cancellationContent(
      about,
      {
        pieces: ['Justificatif de domicile'],
        words: REASON,
        ground: 'D337-102',
        invitation: { at: now, until: now },
        observations: 0,
        author,
        way: WAY,
      },
      now,
    ),
  ],
  'set-aside': ({ about, author, now }) => [
    setAsideContent(about, { reasons: [REASON], words: REASON, ground: 'D337-102', author, way: WAY }, now),
  ],
  hearing: (at) =>
    (['units', 'validation'] as const).map((kind) =>
      hearingContent(at.about, hearings.paper({ ...heard(at, kind), until: at.now }), at.now),
    ),
  'left-out': (at) => [decidedAgainst(at, 'units')],
  unvalidated: (at) => [decidedAgainst(at, 'validation')],
  accommodation: ({ about, author, now }) => [
    accommodationContent(
      about,
      { measures: [], ground: 'D351-27', advisedOn: null, replaces: WAY.day, author, way: WAY },
      now,
    ),
  ],
  summons: ({ about, now }) => [
    summonsContent(
      about,
      {
        tests: [],
        arranged: [],
        notSat: [],
        toCome: [],
        changes: [],
        replacement: true,
        replaces: WAY.day,
        checkin: '0123456789AB',
        words: about.exam.summons,
      },
      now,
    ),
    voidSummonsContent(about, { why: 'ended', of: WAY.day }, now),
  ],
  transcript: 'of results',
  success: 'of results',
  blocks: 'of results',
};

function decidedAgainst(at: Situation, kind: 'units' | 'validation'): PaperContent {
  const paper = kind === 'units' ? 'left-out' : 'unvalidated';
  return decidedContent(at.about, paper, { ...hearings.decided(heard(at, kind)), author: at.author, way: WAY }, at.now);
}

import { hasMailbox } from '../../accounts/index.ts';
import { serviceByPost } from '../../catalogue/index.ts';
import { LARGEST_SENT } from '../../keptFiles/index.ts';
import {
  closingInWords,
  closingOf,
  groupOfPiece,
  isOffered,
  lastPostingDay,
  type PieceWithFiles,
  pieceTexts,
  progressOf,
  untilOf,
  viewOf,
} from '../../pieces/index.ts';
import { fileSize, instantInWords } from '../../ui/index.ts';
import type { PaperBlock, PaperContent, PieceRow } from '../content.ts';
import { asTheyGive } from '../left.ts';
import { texts } from '../texts.ts';
import { frameOf } from './frame.ts';
import type { Setting } from './setting.ts';

const say = texts.request;
const { annulment } = pieceTexts;

/** *Demande de pièces justificatives*: what is asked of this candidate, why, until when and how, by deadline. */
export function piecesRequestContent(
  setting: Setting,
  given: readonly PieceWithFiles[],
  now: Temporal.Instant,
): PaperContent {
  const pieces = asTheyGive(setting.candidate, given);
  // What is only offered is no demand; a waiver is health data, which has no place on a paper that one shows around.
  const asked = pieces.filter(
    (piece) => piece.status !== 'not-applicable' && piece.status !== 'exempted' && !isOffered(piece),
  );
  const byDeadline = Map.groupBy(asked, (piece) => `${untilOf(piece)} ${piece.mode} ${piece.opensAt}`);
  const sections = [...byDeadline.values()].sort(byDueAt).map((list) => sectionOf(setting, list, now));
  const { version } = setting.enrolment;
  const intro = [
    say.intro(progressOf(asked).counted.length, asked.filter((piece) => !piece.countsForValidation).length),
    ...(version > 1 ? [say.introVersion(version)] : []),
  ];
  return {
    ...frameOf(setting, 'pieces-request', now),
    parts: [
      [
        { type: 'text', title: null, paragraphs: intro },
        ...sections,
        {
          type: 'steps',
          title: say.howTitle,
          items: hasMailbox(setting.candidate)
            ? say.how(fileSize(LARGEST_SENT))
            : say.howByPost(serviceByPost(setting.academy).join(', '), setting.number),
        },
        { type: 'text', title: annulment.title, paragraphs: annulment.paragraphs },
      ],
    ],
    pages: null,
    prefers: 2,
  };
}

type Section = readonly PieceWithFiles[];

function byDueAt([a]: Section, [b]: Section): number {
  return a === undefined || b === undefined ? 0 : Temporal.Instant.compare(closingOf(a), closingOf(b));
}

function sectionOf(setting: Setting, pieces: Section, now: Temporal.Instant): PaperBlock {
  const [first] = pieces;
  if (first === undefined) throw new Error('A deadline without pieces');
  const { catalogue } = setting.dossier;
  const groups = pieces.flatMap((piece) => groupOfPiece(catalogue, piece.session, piece.code) ?? []);
  const until = untilOf(first);
  const lastDay = until === null ? null : lastPostingDay(first);
  const notYet = Temporal.Instant.compare(now, first.opensAt) < 0 ? [say.opensAt(instantInWords(first.opensAt))] : [];
  const words = groups.flatMap(({ postalAddress, sanction, help }) => [
    ...(first.mode === 'post' && postalAddress !== undefined
      ? [say.postalAddress(postalAddress), pieceTexts.postmark(lastDay)]
      : []),
    sanction,
    ...(help === undefined ? [] : [help]),
  ]);
  return {
    type: 'pieces',
    title: (first.mode === 'post' ? say.postUntil : say.onlineUntil)(
      closingInWords(setting.session, first.mode, until),
    ),
    head: say.head,
    rows: pieces.map((piece) => rowOf(setting, piece)),
    after: [...new Set([...notYet, ...words])],
  };
}

function rowOf({ dossier }: Setting, piece: PieceWithFiles): PieceRow {
  const type = dossier.catalogue.pieceType(piece);
  return {
    code: piece.code,
    label: type?.label ?? piece.code,
    about: [
      ...(type === undefined ? [] : [type.description]),
      ...(type?.example === undefined ? [] : [say.example(type.example)]),
      ...standing(piece),
    ],
    why: piece.reasons,
  };
}

/** Where a piece stands already, when the enrolment was modified. */
function standing(piece: PieceWithFiles): readonly string[] {
  const view = viewOf(piece, piece.files.length);
  if (view === 'compliant') return [say.compliant];
  if (view === 'non-compliant') return [say.refused];
  return view === 'given' || view === 'received' ? [say.given] : [];
}

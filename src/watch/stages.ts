import { examAddresses as addresses } from '../exam/index.ts';
import type { BoardTally } from '../examiners/index.ts';
import type { ExamPlan } from '../plan/index.ts';
import type { SessionSitter } from '../sitters/index.ts';
import type { ChecklistItem } from '../ui/index.ts';
import { missingTexts } from './missingTexts.ts';
import type { MissingLine } from './pages/missingPage.tsx';

const say = missingTexts.stage;

export type SessionOverview = {
  readonly session: string;
  /** Lines of files that have somebody left. */
  readonly filesLeft: number;
  /** Specialities with candidates of which something isn't written. */
  readonly rulesLeft: number;
  readonly places: {
    readonly centres: number;
    readonly rooms: number;
    readonly seats: number;
    readonly sittings: number;
  };
  /** Units that somebody sits and the calendar doesn't have. */
  readonly unscheduled: number;
  readonly plan: Pick<ExamPlan, 'state'> | null;
  /** What the published plan lacks, in words; null: nothing. */
  readonly behind: string | null;
  /** null: who reads it has nothing to do with who examines. */
  readonly boards: BoardTally | null;
  readonly issued: number;
  readonly without: number;
};

/** From the files to the summonses, in the order in which an office goes: how far each is. */
export function stagesOf(standing: SessionOverview): readonly ChecklistItem[] {
  const { session, filesLeft, rulesLeft, places, unscheduled, plan, behind, boards, issued, without } = standing;
  const more = { session };
  const isBehind = plan?.state === 'published' && behind !== null;
  return [
    {
      label: say.files,
      href: '#dossiers',
      state: filesLeft === 0 ? 'done' : 'partial',
      detail: say.filesLeft(filesLeft),
    },
    {
      label: say.rules,
      href: '#reglements',
      state: rulesLeft === 0 ? 'done' : 'problem',
      detail: say.rulesLeft(rulesLeft),
    },
    {
      label: say.places,
      href: addresses.centres(more),
      state: places.rooms === 0 ? 'todo' : 'done',
      detail: say.placesDone(places.centres, places.rooms, places.seats),
    },
    {
      label: say.calendar,
      href: addresses.calendar(more),
      state: places.sittings === 0 ? 'todo' : unscheduled === 0 ? 'done' : 'partial',
      detail: say.calendarDone(places.sittings, unscheduled),
    },
    {
      label: say.plan,
      href: addresses.plan(more),
      state: plan === null ? 'todo' : isBehind ? 'problem' : LOOKS[plan.state],
      detail: plan === null ? say.planNone : isBehind ? say.planBehind(behind) : say.plans[plan.state],
    },
    {
      label: say.summonses,
      href: addresses.summonses(more),
      state: issued === 0 ? 'todo' : without === 0 && !isBehind ? 'done' : 'partial',
      detail: say.summonsesDone(issued, without),
    },
    ...(boards === null
      ? []
      : [
          {
            label: say.examiners,
            href: addresses.examiners(more),
            state: boardsLook(boards),
            detail: say.boardsDone(boards),
          },
        ]),
  ];
}

/** Boards that lack somebody are among what is left, once there are boards: a stage that is under way hides that one sits tomorrow. */
export function boardsLeft(session: string, boards: BoardTally | null): readonly MissingLine[] {
  if (boards === null || boards.boards === 0) return [];
  const { shortBoards: label, shortBoardsText: hint } = missingTexts;
  return [{ key: 'short-boards', label, hint, count: boards.short, href: addresses.examiners({ session }) }];
}

function boardsLook({ boards, short, toConvene, unheard, waiting }: BoardTally): ChecklistItem['state'] {
  if (boards === 0) return 'todo';
  if (short + toConvene + unheard > 0) return 'partial';
  return waiting > 0 ? 'waiting' : 'done';
}

const LOOKS: Readonly<Record<ExamPlan['state'], ChecklistItem['state']>> = {
  working: 'waiting',
  draft: 'partial',
  failed: 'problem',
  published: 'done',
  replaced: 'todo',
};

/** Units that these candidates sit and that the calendar doesn't have, a unit of a speciality counted once. */
export function countUnscheduled(
  sitters: readonly Pick<SessionSitter, 'speciality' | 'units'>[],
  sittings: readonly { readonly speciality: string; readonly unit: string }[],
): number {
  const planned = new Set(sittings.map(({ speciality, unit }) => `${speciality} ${unit}`));
  const asked = new Set(
    sitters.flatMap(({ speciality, units }) =>
      speciality === null ? [] : units.map((unit) => `${speciality} ${unit}`),
    ),
  );
  return [...asked].filter((one) => !planned.has(one)).length;
}

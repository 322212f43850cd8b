import { type Centre, openRooms, type Room } from '../places/index.ts';
import { drawingTexts as say } from './drawingTexts.ts';
import type { Block, DrawingView, DrawnCentre, DrawnRoom } from './pages/drawingPage.tsx';

/** More free rooms than that aren't drawn, unless they are asked for; of more rooms than that in all, by their centre alone. */
const MOST_FREE = 8;
const MOST_ROOMS = 60;

/** Each centre with its rooms, and each of these with what has it that day. */
export function layOut(
  blocks: readonly (Block & { readonly roomId: string | null })[],
  {
    centres,
    rooms,
    centre,
    free,
  }: {
    readonly centres: readonly Centre[];
    readonly rooms: readonly Room[];
    readonly centre: string | null;
    readonly free: boolean;
  },
): Pick<DrawingView, 'drawn' | 'free' | 'mayDraw'> {
  const byRoom = Map.groupBy(blocks, ({ roomId }) => roomId);
  const open = new Set(openRooms({ centres, rooms }).map(({ id }) => id));
  const theirs = rooms.filter(({ id, centreId }) => {
    const isAsked = centre === null || centres.find((one) => one.id === centreId)?.code === centre;
    return isAsked && (open.has(id) || byRoom.has(id));
  });
  const mayDraw = theirs.length <= MOST_ROOMS;
  const isFew = theirs.filter(({ id }) => !byRoom.has(id)).length <= MOST_FREE;
  const areDrawn = centre !== null || (mayDraw && (free || isFew));
  const drawnRooms = theirs.filter(({ id }) => areDrawn || byRoom.has(id));
  const drawn = centres.flatMap((one): readonly DrawnCentre[] => {
    const some = drawnRooms.filter(({ centreId }) => centreId === one.id);
    const lines = some.map(
      (room): DrawnRoom => ({
        id: room.id,
        name: room.name,
        note: open.has(room.id) ? say.seats(room.capacity, room.stations) : say.closed,
        blocks: byRoom.get(room.id) ?? [],
      }),
    );
    return lines.length === 0 ? [] : [{ key: one.id, name: `${one.code}, ${one.name}, ${one.city}`, rooms: lines }];
  });
  const roomless = { id: null, name: say.move.noRoomName, note: say.roomlessNote, blocks: byRoom.get(null) ?? [] };
  return {
    drawn: [{ key: '', name: say.roomless, rooms: [roomless] }, ...drawn],
    free: theirs.length - drawnRooms.length,
    mayDraw,
  };
}

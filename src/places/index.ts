export { PLACE_EVENTS } from './events.ts';
export { placeMigrations } from './migrations.ts';
export { type Centre, type CentreId, MOST, type Room, type RoomId, type Sitting } from './places.ts';
export { frameFor } from './routes/showPlaces.ts';
export { placeRoutes } from './routes.ts';
export { type Held, type HeldTime, meets, roomTimeOf } from './rules/held.ts';
export { hourIn } from './rules/hours.ts';
export { endsLate } from './rules/late.ts';
export { openRooms } from './sittingRules.ts';
export {
  countPlaces,
  findCentre,
  inSession,
  type KeptRoom,
  listCentres,
  listKeptElsewhere,
  listRooms,
  lockExam,
} from './store/places.ts';
export { firstSittings, listSittings } from './store/sittings.ts';

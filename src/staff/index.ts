export { absenceTexts } from './absenceTexts.ts';
export { addresses as staffAddresses } from './addresses.ts';
export type { StaffDeps } from './deps.ts';
export { staffFlash } from './flash.ts';
export { staffMigrations } from './migrations.ts';
export { staffRoutes } from './routes.ts';
export type { CoverRefusal } from './rules/absence.ts';
export { refuseManaging, rolesToGive } from './rules/staffRights.ts';
export { staffTexts } from './staffTexts.ts';

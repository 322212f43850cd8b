export { addresses as attendanceAddresses } from './addresses.ts';
export { type Attendance, readAttendance } from './centreDay.ts';
export type { AttendanceDeps } from './deps.ts';
export { ATTENDANCE_EVENTS } from './events.ts';
export { type AtCentre, asKeeper } from './guards.ts';
export { attendanceMigrations } from './migrations.ts';
export { keeperNavigation } from './navigation.ts';
export { attendanceRoutes } from './routes.ts';
export { countUnkept } from './store/keepers.ts';

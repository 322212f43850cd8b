export { calendarRoutes } from './routes.ts';
export { hourIn } from './rules/hours.ts';
export { endsLate } from './rules/late.ts';

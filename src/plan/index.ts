import './events.ts';

export { whatIsBehind } from './behind.ts';
export { handlePlacing } from './handlePlacing.ts';
export { planMigrations } from './migrations.ts';
export { createPlacer } from './placing/placer.ts';
export type { ExamPlan, PlanId, PlanState } from './plan.ts';
export { choose } from './planFrame.ts';
export { planTexts } from './planTexts.ts';
export { planDeskRoutes } from './routes.ts';
export { type Effects, preparedOf } from './rules/effects.ts';
export { listPlans, readPlan } from './store/plans.ts';
export { findPublishedPlan, publishedSeats, unseatedOf } from './store/seats.ts';

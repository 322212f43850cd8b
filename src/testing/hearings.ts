export { leftOut } from '../hearings/testing.ts';

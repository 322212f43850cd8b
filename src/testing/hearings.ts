export { answered, leftOut } from '../hearings/testing.ts';

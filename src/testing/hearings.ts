export { answered, handedOver, leftOut } from '../hearings/testing.ts';

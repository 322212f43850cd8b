export { readSitters } from '../exam/index.ts';
export { answered, handedOver, leftOut } from '../hearings/testing.ts';

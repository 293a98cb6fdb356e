/** Tickets on the disk, one folder each: `waiting/KEY`, `held/KEY`, `sent/KEY`. */
export { type Created, type Creation, createTicket, describeBundle, type Refusal } from './outbox/create.ts';
export type { History } from './outbox/history.ts';
export {
  bundleOf,
  type Damaged,
  type Entry,
  isIntact,
  listTickets,
  moveTo,
  type State,
} from './outbox/list.ts';

/** How many organisations are told in full, and how many more in one line each. */
export interface Room {
  readonly full: number;
  readonly brief: number;
}

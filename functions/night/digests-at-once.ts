/** So many digests are under way at a time: the state machine keeps to it, and the pace of each is made for it. */
export const digestsAtOnce = 5;

/** What one node does at a time. */
export interface TurnTable {
  name: string;
  /** Until when it need not be done again, whoever did it. */
  until: number;
}

/** How often a caller used a group of endpoints, on all nodes. */
export interface RateWindowTable {
  /** Keyed digest of group and address: the table tells nobody's address. */
  key_digest: string;
  calls: number;
  ends_at: number;
}

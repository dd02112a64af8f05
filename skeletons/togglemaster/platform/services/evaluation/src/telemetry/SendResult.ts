/** What a queue did not take of a batch, by the ids of entries. */
export type SendResult = {
  /** Try again. */
  later: string[];
  /** Not as they are, however often they come; with the reason. */
  never: Map<string, string>;
};

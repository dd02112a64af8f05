export interface SupervisionStore {
  /**
   * Takes, or keeps, the care for a run whose runner is lost, so that of several portals one acts.
   *
   * @returns false while another portal has it.
   */
  lease(
    runId: string,
    holder: string,
    until: Date,
    now: Date,
  ): Promise<boolean>;
}

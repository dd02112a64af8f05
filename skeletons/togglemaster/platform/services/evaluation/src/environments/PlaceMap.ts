/** A map by project and environment, without making one name of the two for each look. */
export class PlaceMap<V> {
  readonly #projects = new Map<string, Map<string, V>>();

  get(project: string, environment: string): V | undefined {
    return this.#projects.get(project)?.get(environment);
  }

  set(project: string, environment: string, value: V): void {
    const environments = this.#projects.get(project);
    if (environments) environments.set(environment, value);
    else this.#projects.set(project, new Map([[environment, value]]));
  }

  *entries(): Iterable<[project: string, environment: string, value: V]> {
    for (const [project, environments] of this.#projects) {
      for (const [environment, value] of environments) {
        yield [project, environment, value];
      }
    }
  }
}

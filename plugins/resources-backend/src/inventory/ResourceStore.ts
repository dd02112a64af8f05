import type { ResourceFacets } from '@terrastage/plugin-resources-common';
import type { Scope } from '../access/Scope';
import type { ListQuery } from './ListQuery';
import type {
  ResourceListItem,
  ResourcePatch,
  ResourceRecord,
} from './ResourceRecord';

export interface ResourceListPage {
  readonly items: readonly ResourceListItem[];
  readonly total: number;
  readonly nextCursor?: string;
  readonly prevCursor?: string;
}

/** The live resource of this type and name in this environment is another one. */
export class NameTakenError extends Error {
  name = 'NameTakenError';
}

/** What is to be adopted is another resource's already. */
export class AdoptedTwiceError extends Error {
  name = 'AdoptedTwiceError';
}

/** Two resources came to the same short id: try again with another. */
export class ShortIdTakenError extends Error {
  name = 'ShortIdTakenError';
}

/** A thing in AWS, by its id there. */
export interface ManagedThing {
  readonly account: string;
  readonly region: string;
  readonly type: string;
  readonly output: string;
  readonly id: string;
}

/** One resource, by either of its ids. */
export type ResourceKey =
  | { readonly id: string }
  | { readonly shortId: string };

export interface ResourceStore {
  /** @throws NameTakenError, ShortIdTakenError, AdoptedTwiceError; the transaction is lost then. */
  insert(resource: ResourceRecord): Promise<void>;

  /** What is out of scope is as if it were not there. */
  get(id: string, scope: Scope): Promise<ResourceRecord | undefined>;

  /** Locks the row to the end of the transaction. @throws Error when it is not there. */
  lock(id: string): Promise<ResourceRecord>;

  /** {@link lock} of many, always in the same order. @returns those that are there, by id. */
  lockEach(ids: readonly string[]): Promise<Map<string, ResourceRecord>>;

  /**
   * Keeps the ones of these ids, or these short ids, as they are to the end of the transaction: who would change or
   * destroy one waits. Always in the same order, so that two that name the same ones don't block each other.
   */
  hold(refs: readonly ResourceKey[]): Promise<ResourceRecord[]>;

  /** What is built on a resource and is neither draft nor deleted, or is to be by an active run; the oldest first. */
  listDependents(id: string): Promise<ResourceListItem[]>;

  /**
   * What takes a part of a network range in its account: everything that stands, and what failed and left something
   * standing. Of two that ask for ranges of one account at once, one waits for the other's transaction.
   */
  listOverlapping(
    resource: Pick<ResourceRecord, 'id' | 'account' | 'networkRange'>,
  ): Promise<ResourceRecord[]>;

  update(id: string, patch: ResourcePatch, updatedAt: Date): Promise<void>;

  updateEach(
    patches: ReadonlyArray<{ id: string; patch: ResourcePatch }>,
    updatedAt: Date,
  ): Promise<void>;

  /** The one that holds a name, neither draft nor deleted. */
  findLive(
    key: Pick<ResourceRecord, 'type' | 'environment' | 'name'>,
  ): Promise<ResourceRecord | undefined>;

  /** The one that manages a thing of AWS, or is to; `output` is the name of the output that is its id. */
  findManaging(thing: ManagedThing): Promise<ResourceRecord | undefined>;

  list(query: ListQuery): Promise<ResourceListPage>;

  facets(scope: Scope): Promise<ResourceFacets>;

  /** Removes drafts, with their runs, that were made before a time. @returns how many. */
  removeDrafts(createdBefore: Date): Promise<number>;

  /** Adds up the differences of which totals and facets are the sums, so that they stay quick to read. */
  addCountsUp(): Promise<void>;
}

import { stableJson } from '../notebook/serialize.ts';
import type { CellState } from './cell-state.ts';
import { type Entry, IDLE, newEntry, stateOf } from './entry.ts';
import { collectFacts, type Facts } from './facts.ts';
import type { Graph } from './graph.ts';

export type Listener = (changed: ReadonlySet<string>) => void;

/** The cells' entries, and the word to the page about what changed: once per turn, with all that did. */
export class Entries {
  readonly listeners = new Set<Listener>();
  readonly #entries = new Map<string, Entry>();
  #graph: Graph = { order: [], nodes: new Map(), feeders: new Set() };
  #facts: Facts = { values: {}, stale: new Set() };
  #changed = new Set<string>();
  #announced = false;

  get graph(): Graph {
    return this.#graph;
  }

  /** Takes a new graph in; entries of cells that it does not have are given up. */
  setGraph(graph: Graph): void {
    this.#graph = graph;
    for (const [id, entry] of this.#entries) {
      if (graph.nodes.has(id)) continue;
      entry.abort?.abort();
      entry.abort = null;
      this.#entries.delete(id);
      this.mark(id);
    }
    for (const id of graph.order) if (!this.#entries.has(id)) this.#entries.set(id, newEntry(id));
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Each after those that it reads from. */
  inOrder(): Entry[] {
    return this.#graph.order.map((id) => this.#entries.get(id) as Entry);
  }

  upstream(entry: Entry): Entry[] {
    const ids = this.#graph.nodes.get(entry.id)?.upstream ?? [];
    return ids.map((id) => this.#entries.get(id) as Entry);
  }

  state(id: string): CellState {
    return this.#entries.get(id)?.state ?? IDLE;
  }

  facts(): Facts {
    return this.#facts;
  }

  /** Works out what the page sees of every cell. */
  refresh(): void {
    for (const entry of this.inOrder()) this.touch(entry);
  }

  /** Works out what the page sees of one cell. */
  touch(entry: Entry): void {
    const state = stateOf(entry, this.upstream(entry));
    if (state === entry.state) return;
    entry.state = state;
    this.mark(entry.id);
  }

  /** Has a cell announced whether or not its state changed. */
  mark(id: string): void {
    this.#changed.add(id);
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => this.#announce());
  }

  #announce(): void {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#announced = false;
    this.#updateFacts();
    for (const listener of [...this.listeners]) listener(changed);
  }

  #updateFacts(): void {
    const { values, stale } = collectFacts(this.#graph, this.#entries);
    const before = this.#facts;
    const names = Object.keys(values);
    const isSame = (name: string): boolean =>
      values[name] === before.values[name] || stableJson(values[name]) === stableJson(before.values[name]);
    const sameValues = names.length === Object.keys(before.values).length && names.every(isSame);
    const sameStale = stale.size === before.stale.size && [...stale].every((name) => before.stale.has(name));
    if (!sameValues || !sameStale) this.#facts = { values: sameValues ? before.values : values, stale: sameStale ? before.stale : stale };
  }
}

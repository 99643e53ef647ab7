/** What a bench can ask a server's process of its own, and the answers; only plain data crosses over. */

/** What the process has used so far, all of its threads. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
  /** The heap of JavaScript in use, what waits to be collected included. */
  readonly heapMb: number;
  readonly mostRssMb: number;
}

/** One statement that changed the database, as it was run; a transaction's end is `COMMIT`. */
export interface RecordedStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Rows that it inserted, updated or deleted. */
  readonly rows: number;
}

export interface Answers {
  readonly usage: Usage;
  /** Begins to watch the event loop anew. */
  readonly watch: null;
  /** The longest stall in milliseconds since `watch`. */
  readonly stall: number;
  /** The writing statements since this was last asked; empty where the process does not record. */
  readonly recorded: readonly RecordedStatement[];
  readonly stop: null;
}

export type Question = keyof Answers;

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

/** The first message says where the server listens; every other one answers. */
export type FromServer =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answers[Question] };

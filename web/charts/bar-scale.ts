/** Where the parts of a progress bar lie, in its own width of 200. Pure. */

const barWidth = 200;

interface BarInput {
  readonly completion: number | null;
  readonly pace: number | null;
  /** Another target, such as the province's own, as a share of the bar's. */
  readonly own?: number | null | undefined;
  readonly max: number;
}

export interface BarParts {
  readonly done: number;
  readonly target: number;
  readonly pace: number | null;
  readonly own: number | null;
  /** Whether the bar goes on beyond the scale. */
  readonly open: boolean;
}

/** Lays completion, target (1) and pace on a scale from 0 to `max`; a missing completion draws nothing. */
export function barScale({ completion, pace, own = null, max }: BarInput): BarParts {
  const at = (share: number): number => Math.round((Math.min(Math.max(share, 0), max) / max) * barWidth * 10) / 10;
  return {
    done: completion === null ? 0 : at(completion),
    target: at(1),
    pace: pace === null ? null : at(pace),
    own: own === null ? null : at(own),
    open: completion !== null && completion > max,
  };
}

/** The reading cursor of a chart, a slider over its points, as assistive technology hears of it. Pure. */

interface SliderState {
  /** The chart's one message. */
  readonly title: string;
  /** The point under the cursor in words. */
  readonly reading: string;
  readonly count: number;
}

/** The cursor's name, range and words. */
export function sliderOf({ title, reading, count }: SliderState) {
  return {
    'aria-label': title,
    'aria-valuemin': 1,
    'aria-valuemax': Math.max(1, count),
    'aria-valuetext': reading,
  };
}

/** The number of the point that is read, from 1; the newest one where nobody reads. */
export function pointNumber(index: number | null, count: number): number {
  return (index ?? Math.max(0, count - 1)) + 1;
}

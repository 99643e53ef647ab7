import { memo, useDeferredValue, type ReactElement, type ReactNode } from 'react';

interface LaterProps<Value> {
  /** What is shown: an object that stays the same while its content does. */
  readonly of: Value;
  /** Draws it, from the value alone. */
  readonly children: (value: Value) => ReactNode;
}

/**
 * A part of a page that may follow a frame after its first picture: when the month moves, the picture that is looked at
 * is drawn at once, and what stands beside and below it next, or not at all while the month moves on.
 */
export function Later<Value>({ of, children }: LaterProps<Value>): ReactElement {
  const value = useDeferredValue(of);
  return <Drawn draw={() => children(value)} of={value} />;
}

interface DrawnProps {
  readonly of: unknown;
  readonly draw: () => ReactNode;
}

const Drawn = memo(
  function Drawn({ draw }: DrawnProps) {
    return draw();
  },
  (before, after) => before.of === after.of,
);

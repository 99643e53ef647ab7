import { useEffect } from 'react';

/**
 * Says on every printed page what is printed: month, indicator, day. The margins of paper belong to no element, so that
 * theme.css reads the line from a variable of the document.
 */
export function usePrintLine(line: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--print-line', JSON.stringify(line));
    return () => void style.removeProperty('--print-line');
  }, [line]);
}

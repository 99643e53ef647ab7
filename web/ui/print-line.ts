import { useEffect } from 'react';

/**
 * Says on every printed page what is printed: month, indicator, day. The margins of paper belong to no element, so that
 * theme.css reads the line from a variable of the document. It is there only while a page is printed: a variable of the
 * document is inherited by every element, so that writing it at each move of the month would restyle all of them.
 */
export function usePrintLine(line: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const begin = (): void => style.setProperty('--print-line', JSON.stringify(line));
    const end = (): void => void style.removeProperty('--print-line');
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [line]);
}

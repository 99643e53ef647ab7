import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type MouseEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useKeys } from '../../ui/keys.ts';
import { createHighlight, HighlightProvider, litRule, markAt, type Highlight } from './highlight.ts';

/** The pages whose pictures show several cities. */
export type HighlightRoute = '/' | '/sprint';

interface HighlightAreaProps {
  readonly from: HighlightRoute;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * The pictures of a page: pointing at a city or reaching it by keyboard lights it up in all of them, a click beside its
 * links or Enter in a picture chooses it (`region=`), the same again or Escape lets it go.
 */
export function HighlightArea({ from, className, children }: HighlightAreaProps) {
  const { region: chosen } = useSearch({ from });
  const choose = useChoice(from);
  const highlight = usePageHighlight(chosen);
  const toggle = (region: string): void => choose(region === chosen ? undefined : region);
  useKeys((key) => {
    const region = highlight.lit()?.region;
    // Enter on a link or a button is theirs.
    const isFree = document.activeElement?.closest('a, button, summary') === null;
    if (key === 'Enter' && isFree && region !== undefined) toggle(region);
    else if (key === 'Escape' && chosen !== undefined) choose(undefined);
    else return false;
    return true;
  });
  const press = ({ target }: MouseEvent): void => {
    const isControl =
      target instanceof Element && target.closest('a, button, input, label, select, summary, [data-formula]') !== null;
    const region = isControl ? undefined : markAt(target)?.region;
    if (region !== undefined) toggle(region);
  };
  const light = ({ target }: SyntheticEvent): void => highlight.light(markAt(target));
  return (
    <HighlightProvider value={highlight}>
      {/* The keyboard's way is above: the events of the marks arrive here, none of them is a control. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className={className}
        onPointerOver={light}
        onPointerLeave={() => highlight.light(null)}
        // A picture's reading cursor says itself which of its rows is read.
        onFocus={(event) => markAt(event.target) !== null && light(event)}
        onBlur={() => highlight.light(null)}
        onClick={press}
      >
        {children}
      </div>
    </HighlightProvider>
  );
}

/** The page's highlight, whose rule stands in the document while the page does. */
function usePageHighlight(chosen: string | undefined): Highlight {
  // Constructed, because the content security policy forbids style elements.
  const [sheet] = useState(() => (typeof CSSStyleSheet === 'undefined' ? null : new CSSStyleSheet()));
  const [highlight] = useState(() => createHighlight((regions) => sheet?.replaceSync(litRule(regions))));
  useEffect(() => {
    if (sheet === null) return undefined;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [sheet]);
  useEffect(() => highlight.keep(chosen ?? null), [highlight, chosen]);
  return highlight;
}

/** Writes the chosen city into the address, or takes it out. */
export function useChoice(from: HighlightRoute): (region: string | undefined) => void {
  const navigate = useNavigate({ from });
  return (region) => void navigate({ to: '.', search: (before) => ({ ...before, region }), resetScroll: false });
}

import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Fold } from '../../ui/fold.tsx';
import { isShown, withFold, type FoldName } from './folds.ts';

const route = getRouteApi('/cities/$code');

interface CityFoldProps {
  readonly name: FoldName;
  readonly title: string;
  readonly children: ReactNode;
}

/** A folded part of the page, one click or one link (`show=proof`) away. */
export function CityFold({ name, title, children }: CityFoldProps) {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (isOpen: boolean): void =>
    void navigate({
      search: (before) => ({ ...before, show: withFold(before.show, name, isOpen) }),
      resetScroll: false,
    });
  return (
    <Fold title={title} isOpen={isShown(show, name)} onChange={change}>
      {children}
    </Fold>
  );
}

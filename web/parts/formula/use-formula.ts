import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MouseEvent } from 'react';

/** The pages whose numbers lead to their formula. */
export type FormulaRoute =
  | '/'
  | '/sprint'
  | '/cities/$code'
  | '/plans'
  | '/plans/$year/$region/$indicator'
  | '/projects'
  | '/targets'
  | '/curves'
  | '/review'
  | '/submissions/$year/$month/$region';

/** Which formula the address asks for, and how a press on anything with `data-formula` writes it there. */
export function useFormula(from: FormulaRoute) {
  const { formula } = useSearch({ from });
  const navigate = useNavigate({ from });
  const show = (of: string | undefined): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, formula: of }), resetScroll: false });
  const press = ({ target }: MouseEvent): void => {
    const pressed = target instanceof Element ? target.closest('[data-formula]') : null;
    const of = pressed?.getAttribute('data-formula');
    if (of != null) show(of);
  };
  return { formula, press, close: () => show(undefined) };
}

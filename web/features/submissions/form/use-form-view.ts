import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/submissions/$year/$month/$region');

/** What of a month is open beside its usual page: a report or a correction of it, the last look at either, and figures entered in the bureau's place. */
export type FormView = 'report' | 'check' | 'correct' | 'correct-check' | 'enter';

/** The month that the address names. */
export const useFormParams = () => route.useParams();

/** The view that the address names, as it is written there, and the way to another; null is the month's usual page. */
export function useFormView(): { readonly view: string | undefined; readonly show: (view: FormView | null) => void } {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  return { view, show: (next) => void navigate({ to: '.', search: next === null ? {} : { view: next } }) };
}

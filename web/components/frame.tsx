import { Outlet, useLocation } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

/** What surrounds every page: nothing where one signs in or presents, else the shell. */
export function Frame() {
  const { pathname, search } = useLocation();
  const isPresenting = pathname === '/sprint' && 'present' in search && search.present !== undefined;
  return pathname === '/sign-in' || pathname === '/password' || isPresenting ? (
    <Outlet />
  ) : (
    <Shell>
      <Outlet />
    </Shell>
  );
}

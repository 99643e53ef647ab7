import { Outlet, useLocation, useRouteContext } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

/** What surrounds every page: nothing where one signs in or presents, else the shell. */
export function Frame() {
  const { pathname, search } = useLocation();
  // Nobody is known yet on the way from the sign-in page to another, such as the back button's: the shell would fail.
  const isSignedOut = useRouteContext({ strict: false, select: ({ session }) => session === null });
  const isPresenting = pathname === '/sprint' && 'present' in search && search.present !== undefined;
  return isSignedOut || pathname === '/sign-in' || pathname === '/password' || isPresenting ? (
    <Outlet />
  ) : (
    <Shell>
      <Outlet />
    </Shell>
  );
}

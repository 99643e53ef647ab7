import { PageSkeleton } from '../../components/page-skeleton.tsx';

/** The page's place until it is built. */
export function Page() {
  return <PageSkeleton />;
}

import { lazyRouteComponent } from '@tanstack/react-router';

/** The sealed brief, which draws every indicator at once: its code comes when it is asked for. */
export const SealedBrief = lazyRouteComponent(() => import('./sealed/sealed-brief.tsx'), 'SealedBrief');

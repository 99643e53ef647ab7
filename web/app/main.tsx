import './theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/query-client.ts';
import { startLanguage } from '../text/language.ts';
import { startText } from '../text/messages/use-text.ts';
import { createAppRouter } from './router.tsx';
import { forgetWhoIsIn, sessionQuery } from '../api/session.ts';
import { schemeManager, theme } from './theme.ts';

let isAsking = false;
const queryClient = createQueryClient(() => {
  // Who never was signed in is led to the sign-in page by the router itself.
  if (isAsking || queryClient.getQueryData(sessionQuery.queryKey) === undefined) return;
  // The router asks again who is signed in, once for all answers, and leads to the sign-in page with the way back.
  isAsking = true;
  void forgetWhoIsIn(queryClient);
  void router.invalidate().finally(() => {
    isAsking = false;
  });
});
const router = createAppRouter(queryClient);

// Who is signed in, the page's code and its data are asked for while the texts are still on the way.
const texts = startText(startLanguage());
void router.load();
await texts;
const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

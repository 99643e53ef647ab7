import { createTheme, localStorageColorSchemeManager } from '@mantine/core';

/** Where the choice of colours is kept; before-paint.js reads the same key. */
export const schemeManager = localStorageColorSchemeManager({ key: 'xushi.scheme' });

/** Mantine draws with the variables of theme.css, so that the theme itself has next to nothing to say. */
export const theme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
});

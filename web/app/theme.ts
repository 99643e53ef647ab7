import { createTheme, defaultVariantColorsResolver, localStorageColorSchemeManager } from '@mantine/core';

/** Where the choice of colours is kept; before-paint.js reads the same key. */
export const schemeManager = localStorageColorSchemeManager({ key: 'xushi.scheme' });

/** Mantine draws with the variables of theme.css, so that the theme itself has next to nothing to say. */
export const theme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  // In the dark theme the accent is light, and white words on it could not be read.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors;
  },
});

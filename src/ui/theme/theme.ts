import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten steps of the one accent; the sixth is what filled buttons have in light, the third in dark. */
const accent: MantineColorsTuple = [
  '#ebf1fa',
  '#d5e2f5',
  '#a9c9ff',
  '#7fb0ff',
  '#5b8fdc',
  '#3c73c4',
  '#2b5fad',
  '#214b8b',
  '#193a6c',
  '#112a50',
];

/** Mantine in the page's own measures: its sizes and colours are the tokens of tokens.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  colors: { accent },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: 'var(--text-xs)', sm: 'var(--text-sm)', md: 'var(--text-md)', lg: 'var(--text-lg)', xl: 'var(--text-xl)' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: '6px',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { variant: 'filled', size: 'xs', fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    TextInput: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs', withThumbIndicator: false } },
    Menu: { defaultProps: { shadow: 'none', radius: '8px', transitionProps: { duration: 80 } } },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        events: { hover: true, focus: true, touch: false },
        fz: 'var(--text-xs)',
        transitionProps: { duration: 80 },
      },
    },
    // Within a dialog it is no banner.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Modal: {
      styles: { title: { fontWeight: 600, fontSize: 'var(--text-lg)' } },
      defaultProps: { radius: '10px', padding: 'xl', overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 } },
    },
  },
});

/** Hands the tokens to Mantine, so that its components change with them. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--color-bg)',
    '--mantine-color-text': 'var(--color-text)',
    '--mantine-color-dimmed': 'var(--color-muted)',
    '--mantine-color-placeholder': 'var(--color-faint)',
    '--mantine-color-default': 'var(--color-raised)',
    '--mantine-color-default-hover': 'var(--color-surface)',
    '--mantine-color-default-border': 'var(--color-line-strong)',
    '--mantine-color-error': 'var(--color-bad)',
    '--mantine-color-gray-light-hover': 'var(--color-hover)',
    '--mantine-color-gray-light-color': 'var(--color-muted)',
    '--mantine-color-accent-light-color': 'var(--color-accent)',
    '--mantine-color-accent-light': 'var(--color-accent-soft)',
    '--mantine-color-accent-light-hover': 'var(--color-accent-soft)',
    '--mantine-color-accent-filled': 'var(--color-accent)',
    '--mantine-color-accent-filled-hover': 'var(--color-accent-strong)',
    '--mantine-primary-color-filled': 'var(--color-accent)',
    '--mantine-primary-color-filled-hover': 'var(--color-accent-strong)',
    '--mantine-primary-color-contrast': 'var(--color-on-accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};

/** The app's version, part of each result's provenance; the same as in package.json. */
export const APP_VERSION = '0.1.0';

/** Whether the command key is the one for shortcuts. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
